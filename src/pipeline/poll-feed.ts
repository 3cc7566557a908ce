import { createHash } from 'node:crypto';
import type { FeedMessage, ItemMessage } from '../contract/messages.ts';
import { MAX_FEED_TEXT_CHARS } from '../contract/messages.ts';
import { itemId } from '../domain/articles/identity.ts';
import { findDenial } from '../domain/deny/denied.ts';
import type { FeedItem, ParsedFeed } from '../domain/feeds/feed.ts';
import { FeedError } from '../domain/feeds/feed-error.ts';
import { parseFeed } from '../domain/feeds/parse-feed.ts';
import { failedState, readState } from './feed-state.ts';
import { restAsked } from './host-rest.ts';
import type { DenyStore } from './operation-ports.ts';
import { addressOfPage } from './page-address.ts';
import type {
  Archive,
  FeedQueue,
  FeedState,
  FeedStore,
  HostStore,
  ItemQueue,
  ItemStore,
  Log,
} from './ports.ts';
import type { Web, WebOk } from './web.ts';

export interface PollFeedDeps {
  readonly feeds: FeedStore;
  readonly hosts: HostStore;
  readonly items: ItemStore;
  readonly archive: Archive;
  readonly web: Web;
  readonly feedQueue: FeedQueue;
  readonly itemQueue: ItemQueue;
  readonly denied: Pick<DenyStore, 'list'>;
  readonly pollEveryMinutes: number;
  readonly log: Log;
}

export type PollOutcome =
  | { readonly kind: 'read'; readonly itemCount: number; readonly newItemCount: number }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'not-due' }
  /** Somebody wants this feed left alone. */
  | { readonly kind: 'denied' }
  | { readonly kind: 'postponed'; readonly seconds: number };

/**
 * Asks one feed for news and puts its new items on the article queue.
 *
 * The bytes are archived before they are understood, and the validators are saved last: a crash anywhere before
 * that repeats the poll and loses no item.
 *
 * @param now when the message was received, ISO 8601 UTC
 */
export async function pollFeed(
  { feedId, turnAt }: FeedMessage,
  now: string,
  deps: PollFeedDeps,
): Promise<PollOutcome> {
  const feed = await deps.feeds.find(feedId);
  if (!feed || feed.state === 'gone' || feed.nextPollAt > now) return { kind: 'not-due' };

  if (findDenial(await deps.denied.list(), feed)) return { kind: 'denied' };

  const turn = await deps.hosts.takeTurn(new URL(feed.url).host, now, { turnAt });
  if (turn.kind === 'wait') {
    await deps.feedQueue.send([{ feedId, turnAt: turn.turnAt }], {
      delaySeconds: Math.min(turn.seconds, MAX_DELAY_SECONDS),
    });
    return { kind: 'postponed', seconds: turn.seconds };
  }
  return askFeed(feed, now, deps);
}

/** SQS delays a message by at most 15 minutes. */
const MAX_DELAY_SECONDS = 900;

async function askFeed(feed: FeedState, now: string, deps: PollFeedDeps): Promise<PollOutcome> {
  const answer = await deps.web.fetch({ url: feed.url, want: 'feed', validators: feed.validators });
  if (answer.kind === 'refused') {
    const rest = restAsked(answer, now);
    if (rest !== undefined) await deps.hosts.rest(new URL(feed.url).host, rest);
    await deps.feeds.savePolled(failedState(feed, answer, now, deps.pollEveryMinutes), feed.url);
    return { kind: 'failed', reason: answer.reason };
  }
  if (answer.kind === 'not-modified') {
    await deps.feeds.savePolled(readState(feed, { answer }, now, deps.pollEveryMinutes), feed.url);
    return { kind: 'not-modified' };
  }
  return readFeed(feed, answer, now, deps);
}

async function readFeed(
  feed: FeedState,
  answer: WebOk,
  now: string,
  deps: PollFeedDeps,
): Promise<PollOutcome> {
  const bodyHash = createHash('sha256').update(answer.bytes).digest('hex');
  if (bodyHash === feed.bodyHash) {
    await deps.feeds.savePolled(readState(feed, { answer, bodyHash }, now, deps.pollEveryMinutes), feed.url);
    return { kind: 'not-modified' };
  }
  await deps.archive.saveFeed(feed.feedId, now, answer.bytes);
  const parsed = await parseOrExplain(answer);
  if (typeof parsed === 'string') {
    const refusal = { reason: 'not-a-feed', message: parsed, retryable: true } as const;
    await deps.feeds.savePolled(failedState(feed, refusal, now, deps.pollEveryMinutes), feed.url);
    return { kind: 'failed', reason: 'not-a-feed' };
  }
  const newItemCount = await enqueueNewItems(feed, parsed, now, deps);
  await deps.feeds.savePolled(
    readState(feed, { answer, bodyHash, parsed }, now, deps.pollEveryMinutes),
    feed.url,
  );
  return { kind: 'read', itemCount: parsed.items.length, newItemCount };
}

/** @returns the feed, or in a sentence why there is none in the answer */
export async function parseOrExplain(answer: WebOk): Promise<ParsedFeed | string> {
  try {
    return await parseFeed(answer.bytes, answer.contentType, answer.url);
  } catch (error) {
    if (error instanceof FeedError) return error.message;
    throw error;
  }
}

async function enqueueNewItems(
  feed: FeedState,
  parsed: ParsedFeed,
  now: string,
  deps: PollFeedDeps,
): Promise<number> {
  const messages = new Map<string, ItemMessage>();
  for (const item of parsed.items) {
    const message = toMessage(feed, item, now);
    messages.set(message.itemId, message);
  }
  const settled = await deps.items.listSettled([...messages.keys()]);
  const fresh = [...messages.values()].filter((message) => !settled.has(message.itemId));
  await deps.itemQueue.send(fresh);
  return fresh.length;
}

function toMessage(feed: FeedState, item: FeedItem, now: string): ItemMessage {
  const feedText = (item.content ?? item.summary)?.slice(0, MAX_FEED_TEXT_CHARS);
  return {
    itemId: itemId(feed.feedId, item.key),
    feedId: feed.feedId,
    url: addressOfPage(item) ?? '',
    title: (item.title ?? '').slice(0, MAX_TITLE_CHARS),
    firstSeenAt: now,
    ...(item.published === undefined ? {} : { publishedAt: item.published }),
    ...(feedText === undefined ? {} : { feedText }),
  };
}

const MAX_TITLE_CHARS = 2_000;
