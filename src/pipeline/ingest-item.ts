import type { ItemMessage } from '../contract/messages.ts';
import { identityUrl } from '../domain/addresses/identity-url.ts';
import { articleId } from '../domain/articles/identity.ts';
import { findDenial } from '../domain/deny/denied.ts';
import type { Wait } from './fetch-page.ts';
import type { IngestDeps } from './ingest-deps.ts';
import { judgeItem } from './judge-item.ts';
import type { GivenUpReason, SettledItem } from './outcome.ts';
import type { ArticleMarker } from './ports.ts';
import { StepError } from './step-error.ts';

export interface Receipt {
  /** When the message was first received, ISO 8601 UTC: a redelivery writes what the first attempt would have. */
  readonly receivedAt: string;
  /** Whether a failure now would send the message to the dead-letter queue. */
  readonly isLast: boolean;
}

export type IngestResult =
  | { readonly kind: 'settled'; readonly item: SettledItem }
  /** The outcome stood already: the message was delivered again, and is not counted again. */
  | { readonly kind: 'settled-before'; readonly item: SettledItem }
  /** The host's turn comes later: the item was sent again with a delay. */
  | { readonly kind: 'postponed'; readonly seconds: number };

/**
 * Takes one item of a feed to exactly one recorded outcome.
 *
 * Everything is written under ids that derive from the item and the article, and the item's outcome comes after the
 * article's marker, so that a message delivered twice, or a function killed at any line, ends in the same rows.
 *
 * @throws StepError and whatever is unforeseen, when another try may help; never on the last receive of a foreseen failure
 */
export async function ingestItem(
  message: ItemMessage,
  receipt: Receipt,
  deps: IngestDeps,
): Promise<IngestResult> {
  const before = await deps.items.find(message.itemId);
  if (before) {
    await announceFolds(before, deps);
    return { kind: 'settled-before', item: before };
  }
  if (message.url === '') return settle(message, receipt, givenUp('no-address'), deps);

  const address = identityUrl(message.url);
  if (address === undefined) return settle(message, receipt, givenUp('bad-url'), deps);

  if (await isDenied(message, deps)) return settle(message, receipt, givenUp('denied'), deps);

  const id = (await deps.articles.findAlias(address)) ?? articleId(address);
  const marker = await deps.articles.findMarker(id);
  if (marker) return settle(message, receipt, outcomeOfMarker(marker, message), deps);

  try {
    const judged = await judgeItem(message, id, receipt.receivedAt, deps);
    if (judged.kind === 'wait') return postpone(message, judged, deps);
    return await settle(message, receipt, judged, deps);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    if (error.retryable && !receipt.isLast) throw error;
    return settle(message, receipt, givenUp('retries-exhausted'), deps);
  }
}

/** What feed and address a person wants left alone is not even fetched. */
async function isDenied({ feedId, url }: ItemMessage, deps: IngestDeps): Promise<boolean> {
  const entries = await deps.denied.list();
  if (entries.length === 0) return false;
  const { publisher } = deps.findPublisher(feedId);
  return findDenial(entries, { feedId, publisher, url }) !== undefined;
}

type Outcome = Pick<SettledItem, 'outcome' | 'reason' | 'articleId'>;

export function givenUp(reason: GivenUpReason): Outcome {
  return { outcome: 'given-up', reason };
}

function outcomeOfMarker(marker: ArticleMarker, message: ItemMessage): Outcome {
  const outcome = marker.itemId === message.itemId ? marker.outcome : 'duplicate';
  return { outcome, articleId: marker.articleId };
}

async function settle(
  message: ItemMessage,
  receipt: Receipt,
  outcome: Outcome,
  deps: IngestDeps,
): Promise<IngestResult> {
  const item: SettledItem = {
    itemId: message.itemId,
    feedId: message.feedId,
    url: message.url,
    settledAt: receipt.receivedAt,
    outcome: outcome.outcome,
    reason: outcome.reason,
    articleId: outcome.articleId,
  };
  await announceFolds(item, deps);
  const first = await deps.items.settle(item);
  return { kind: first ? 'settled' : 'settled-before', item };
}

/** Asks for the ledger of every country that the article has positions of. Asking twice changes nothing. */
async function announceFolds(item: SettledItem, deps: IngestDeps): Promise<void> {
  if (item.articleId === undefined || (item.outcome !== 'relevant' && item.outcome !== 'mention')) return;
  const marker = await deps.articles.findMarker(item.articleId);
  const folds = Object.entries(marker?.countries ?? {}).flatMap(([topic, countries]) =>
    countries.map((country) => ({ topic, country })),
  );
  await deps.foldQueue.send(folds);
}

async function postpone(message: ItemMessage, wait: Wait, deps: IngestDeps): Promise<IngestResult> {
  const delaySeconds = Math.min(wait.seconds, MAX_DELAY_SECONDS);
  const { turnAt: _passed, ...rest } = message;
  const later: ItemMessage = wait.turnAt === undefined ? rest : { ...rest, turnAt: wait.turnAt };
  await deps.itemQueue.send([later], { delaySeconds });
  return { kind: 'postponed', seconds: delaySeconds };
}

/** SQS delays a message by at most 15 minutes. */
const MAX_DELAY_SECONDS = 900;
