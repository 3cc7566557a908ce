import type { ExtractedArticle, Extraction } from '../domain/articles/article.ts';
import { decodePage } from '../domain/articles/decode-page.ts';
import { textHash } from '../domain/articles/identity.ts';
import { type PreparedPage, readPreparedPage } from '../domain/articles/prepared-page.ts';
import { type DenyEntry, findDenial } from '../domain/deny/denied.ts';
import { positionId } from '../domain/positions/position-id.ts';
import type { Topic } from '../domain/topics/topic.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { KnownArticle, KnownArticles } from './known-article.ts';
import type { OverrideStore, PageArchive, PageOrigin } from './operation-ports.ts';
import type { Archive, StoredArticle } from './ports.ts';
import { countriesOf, listingTime, outcomeOfTopics, understandTopics } from './understand-topics.ts';

/** From where an article is read again: the page as fetched, or the text that was found in it. */
export type RereadStage = 'extract' | 'classify';

export interface RereadDeps {
  readonly known: KnownArticles;
  readonly pages: Pick<PageArchive, 'findPage'>;
  readonly archive: Pick<Archive, 'readText'>;
  readonly overrides: Pick<OverrideStore, 'listOf'>;
  readonly denied: readonly DenyEntry[];
  readonly topics: readonly Topic[];
  readonly rulesVersion: string;
  readonly extract: (page: PreparedPage) => Promise<Extraction>;
  readonly findPublisher: (feedId: string) => { readonly publisher: string; readonly family: string };
}

export interface ArticleRef {
  readonly articleId: string;
  /** The raw page, where it is known from the bucket and perhaps from nowhere else. */
  readonly pageKey?: string | undefined;
}

/** What an article is, or would be. */
export interface Verdict {
  readonly outcome: 'relevant' | 'mention' | 'off-topic' | 'unknown';
  readonly positionIds: readonly string[];
  readonly quoteCount: number;
}

export type Rereading =
  | { readonly kind: 'unreadable'; readonly articleId: string; readonly why: string }
  | {
      readonly kind: 'read';
      readonly articleId: string;
      readonly url: string;
      readonly before: Verdict;
      readonly after: Verdict;
      /** Whether anything that readers see would change. */
      readonly changes: boolean;
      readonly stored: StoredArticle;
      readonly text: string;
      readonly known: KnownArticle | undefined;
    };

/**
 * Reads an article again with today's rules, below the words that people have said on it, and compares. Writes nothing.
 *
 * @param now ISO 8601 UTC
 */
export async function rereadArticle(
  ref: ArticleRef,
  stage: RereadStage,
  now: string,
  deps: RereadDeps,
): Promise<Rereading> {
  const known = await deps.known.find(ref.articleId);
  const source = await readSource(ref, known, stage, deps);
  if (typeof source === 'string') return { kind: 'unreadable', articleId: ref.articleId, why: source };
  const stored = await judge(source, known, now, deps);
  const before = verdictBefore(known);
  const after = verdictAfter(stored.topics);
  return {
    kind: 'read',
    articleId: ref.articleId,
    url: source.url,
    before,
    after,
    changes: !isSame(before, after) || (known?.text !== undefined && known.text.textHash !== stored.textHash),
    stored,
    text: source.text,
    known,
  };
}

interface Source
  extends Required<Pick<StoredArticle, 'articleId' | 'feedId' | 'itemId' | 'url' | 'textSource'>> {
  readonly article: StoredArticle['article'];
  readonly text: string;
  readonly pageKey: string | undefined;
}

/** @returns the source, or why there is none */
async function readSource(
  ref: ArticleRef,
  known: KnownArticle | undefined,
  stage: RereadStage,
  deps: RereadDeps,
): Promise<Source | string> {
  const pageKey = ref.pageKey ?? known?.pageKey;
  const isFromText = stage === 'classify' || known?.text?.textSource === 'feed' || pageKey === undefined;
  if (isFromText && known?.text && known.extracted) {
    const text = await deps.archive.readText(known.text.textKey);
    return { ...known, ...known.text, article: known.extracted, text, pageKey };
  }
  if (pageKey === undefined) return 'neither its page nor its text was kept';
  const page = await deps.pages.findPage(pageKey);
  if (!page) return 'its page is not kept any more';
  return readPage({ ...ref, pageKey }, page, known, deps);
}

async function readPage(
  { articleId, pageKey }: Required<ArticleRef>,
  page: { readonly bytes: Uint8Array; readonly origin: PageOrigin },
  known: KnownArticle | undefined,
  deps: RereadDeps,
): Promise<Source | string> {
  const url = known?.url ?? page.origin.url;
  const itemId = known?.itemId ?? page.origin.itemId;
  const feedId = known?.feedId ?? page.origin.feedId;
  if (url === undefined || itemId === undefined || feedId === undefined)
    return 'nobody knows whose page it is';
  const extraction = await deps.extract(readPreparedPage(decodePage(page.bytes), page.origin.url ?? url));
  if (extraction.kind === 'not-readerable') return extraction.reason;
  const { text, article } = splitText(extraction.article);
  return { articleId, itemId, feedId, url, textSource: 'page', article, text, pageKey };
}

function splitText({ text, removed: _removed, ...article }: ExtractedArticle) {
  return { text, article };
}

async function judge(
  source: Source,
  known: KnownArticle | undefined,
  now: string,
  deps: RereadDeps,
): Promise<StoredArticle> {
  const { articleId, itemId, feedId, url, text, article, pageKey, textSource } = source;
  const { publisher, family } = deps.findPublisher(feedId);
  const { publishedAt, title } = article;
  const isDenied = findDenial(deps.denied, { publisher, feedId, url }) !== undefined;
  const topics = isDenied
    ? {}
    : understandTopics(
        { id: articleId, url, publisher, publishedAt, title, text },
        deps.topics,
        await deps.overrides.listOf(articleId),
      );
  const hash = textHash(text);
  const fetchedAt = known?.fetchedAt ?? now;
  return {
    articleId,
    itemId,
    feedId,
    url,
    outcome: outcomeOfTopics(topics),
    countries: countriesOf(topics),
    publisher,
    publisherFamily: family,
    article,
    textSource,
    textHash: hash,
    textKey: known?.text?.textHash === hash ? known.text.textKey : '',
    pageKey,
    listedAt: known?.listedAt ?? listingTime(publishedAt, fetchedAt, now),
    fetchedAt,
    rulesVersion: deps.rulesVersion,
    topics,
  };
}

function verdictBefore(known: KnownArticle | undefined): Verdict {
  if (!known) return { outcome: 'unknown', positionIds: [], quoteCount: 0 };
  const { outcome, positionIds, quoteCount } = known;
  return { outcome, positionIds, quoteCount };
}

function verdictAfter(topics: Readonly<Record<string, Understanding>>): Verdict {
  const each = Object.entries(topics);
  return {
    outcome: outcomeOfTopics(topics),
    positionIds: each.flatMap(([topic, found]) =>
      found.positions.map((one) => `${topic}/${positionId(one)}`),
    ),
    quoteCount: each.reduce(
      (sum, [, found]) => sum + new Set(found.quotes.map(({ start }) => start)).size,
      0,
    ),
  };
}

function isSame(one: Verdict, other: Verdict): boolean {
  const ids = (verdict: Verdict) => [...new Set(verdict.positionIds)].sort().join();
  // An article that nobody had filed and that nobody would file is as it was.
  const outcome = (verdict: Verdict) => (verdict.outcome === 'unknown' ? 'off-topic' : verdict.outcome);
  return outcome(one) === outcome(other) && ids(one) === ids(other) && one.quoteCount === other.quoteCount;
}
