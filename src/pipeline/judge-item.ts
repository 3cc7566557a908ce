import type { ItemMessage } from '../contract/messages.ts';
import { identityUrl } from '../domain/addresses/identity-url.ts';
import type { ExtractedArticle } from '../domain/articles/article.ts';
import { articleId as idOf, textHash } from '../domain/articles/identity.ts';
import { fetchPage, type Wait } from './fetch-page.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { SettledItem } from './outcome.ts';
import type { ArticleMarker, StoredArticle } from './ports.ts';
import { understandWithProposals } from './propose-positions.ts';
import { type Reading, readItem } from './read-item.ts';
import { countriesOf, listingTime, outcomeOfTopics } from './understand-topics.ts';

export type Judgement =
  | ({ readonly kind: 'outcome' } & Pick<SettledItem, 'outcome' | 'reason' | 'articleId'>)
  | Wait;

type Readable = Extract<Reading, { kind: 'article' }>;

/**
 * Reads an item's page and decides what it is. Writes the article and its marker; the caller settles the item.
 *
 * @param articleId the article that the item's address stands for
 * @param now ISO 8601 UTC
 */
export async function judgeItem(
  message: ItemMessage,
  articleId: string,
  now: string,
  deps: IngestDeps,
): Promise<Judgement> {
  const fetched = await fetchPage(message, articleId, now, deps);
  if (fetched.kind === 'wait') return fetched;
  const reading = await readItem(message, fetched, deps);
  if (reading.kind === 'given-up') return { kind: 'outcome', outcome: 'given-up', reason: reading.reason };
  const origin = { articleId, pageKey: fetched.kind === 'page' ? fetched.pageKey : undefined, now };
  if (reading.kind === 'off-topic') return markOffTopic(message, origin, deps);

  const original = await findOriginal(reading.article, articleId, message, deps);
  if (original !== undefined) return { kind: 'outcome', outcome: 'duplicate', articleId: original };
  return judgeArticle(reading, message, origin, deps);
}

interface Origin {
  readonly articleId: string;
  readonly pageKey: string | undefined;
  readonly now: string;
}

async function judgeArticle(
  reading: Readable,
  message: ItemMessage,
  origin: Origin,
  deps: IngestDeps,
): Promise<Judgement> {
  const publishedAt = reading.article.publishedAt ?? message.publishedAt;
  const { publisher, family } = deps.findPublisher(message.feedId);
  const topics = await understandWithProposals(
    {
      id: origin.articleId,
      url: message.url,
      publisher,
      publishedAt,
      title: reading.article.title,
      text: reading.article.text,
    },
    origin.now,
    deps,
  );
  const outcome = outcomeOfTopics(topics);
  if (outcome === 'off-topic') return markOffTopic(message, origin, deps);

  const { text, removed: _removed, ...article } = reading.article;
  const hash = textHash(text);
  const stored: StoredArticle = {
    ...markerOf(message, origin.articleId, outcome),
    countries: countriesOf(topics),
    publisher,
    publisherFamily: family,
    article: { ...article, publishedAt },
    textSource: reading.textSource,
    textHash: hash,
    textKey: await deps.archive.saveText(hash, text),
    pageKey: origin.pageKey,
    listedAt: listingTime(publishedAt, message.firstSeenAt, origin.now),
    fetchedAt: origin.now,
    rulesVersion: deps.rulesVersion,
    topics,
  };
  const first = await deps.articles.save(stored);
  return { kind: 'outcome', outcome: first ? outcome : 'duplicate', articleId: origin.articleId };
}

/** Its page is named all the same: other rules may one day think otherwise of it. */
async function markOffTopic(
  message: ItemMessage,
  { articleId, pageKey, now }: Origin,
  deps: IngestDeps,
): Promise<Judgement> {
  const marker = { ...markerOf(message, articleId, 'off-topic'), pageKey, fetchedAt: now };
  const first = await deps.articles.saveOffTopic(marker);
  return { kind: 'outcome', outcome: first ? 'off-topic' : 'duplicate', articleId };
}

function markerOf(message: ItemMessage, articleId: string, outcome: ArticleMarker['outcome']): ArticleMarker {
  return {
    articleId,
    itemId: message.itemId,
    feedId: message.feedId,
    url: message.url,
    outcome,
    countries: {},
  };
}

/** A page's canonical address settles which article it is. @returns the article it repeats, if it does */
async function findOriginal(
  article: ExtractedArticle,
  articleId: string,
  message: ItemMessage,
  deps: IngestDeps,
): Promise<string | undefined> {
  const canonical = article.canonicalUrl === undefined ? undefined : identityUrl(article.canonicalUrl);
  if (canonical === undefined) return undefined;
  const other = (await deps.articles.findAlias(canonical)) ?? idOf(canonical);
  if (other === articleId) return undefined;

  const marker = await deps.articles.findMarker(other);
  if (!marker || marker.itemId === message.itemId) {
    await deps.articles.saveAlias(canonical, articleId);
    return undefined;
  }
  const address = identityUrl(message.url);
  if (address !== undefined) await deps.articles.saveAlias(address, other);
  return other;
}
