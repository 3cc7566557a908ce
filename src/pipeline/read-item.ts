import type { ItemMessage } from '../contract/messages.ts';
import type { ExtractedArticle } from '../domain/articles/article.ts';
import { boundArticle } from '../domain/articles/bound-article.ts';
import { type PreparedPage, readPreparedPage } from '../domain/articles/prepared-page.ts';
import { couldBeRelevant } from '../domain/relevance/could-be-relevant.ts';
import { pageCouldBeRelevant } from '../domain/relevance/page-could-be-relevant.ts';
import { articleOfFeedText } from './feed-text.ts';
import type { FetchedPage } from './fetch-page.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { GivenUpReason } from './outcome.ts';

export type Reading =
  | { readonly kind: 'article'; readonly article: ExtractedArticle; readonly textSource: 'page' | 'feed' }
  | { readonly kind: 'off-topic' }
  | { readonly kind: 'given-up'; readonly reason: GivenUpReason };

/**
 * Makes an article of a page or, where the page refuses us, of what the feed itself carried.
 * What cannot be about any topic is off-topic before a DOM is built.
 */
export async function readItem(
  message: ItemMessage,
  fetched: Exclude<FetchedPage, { kind: 'wait' }>,
  deps: IngestDeps,
): Promise<Reading> {
  if (fetched.kind === 'no-page') return readFeedText(message, fetched.reason, deps);
  const prepared = mayMatter(fetched.html, deps) ? readPreparedPage(fetched.html, fetched.url) : undefined;
  const pageMayMatter = prepared !== undefined && articleMayMatter(prepared, deps);
  if (!pageMayMatter && !feedMayMatter(message, deps)) return { kind: 'off-topic' };
  const extraction = await deps.extract(prepared ?? readPreparedPage(fetched.html, fetched.url));
  if (extraction.kind === 'not-readerable') return readFeedText(message, extraction.reason, deps);
  // The feed speaks of the topic and the page does not: what the page shows is a stand-in or a stub.
  if (!pageMayMatter) return readFeedText(message, 'no-article-text', deps);
  return { kind: 'article', article: extraction.article, textSource: 'page' };
}

function feedMayMatter(message: ItemMessage, deps: IngestDeps): boolean {
  return mayMatter(`${message.feedText ?? ''}\n${message.title}`, deps);
}

function readFeedText(message: ItemMessage, reason: GivenUpReason, deps: IngestDeps): Reading {
  const article = articleOfFeedText(message);
  if (!article) return { kind: 'given-up', reason };
  if (!deps.topics.some((topic) => couldBeRelevant(`${article.title}\n${article.text}`, topic)))
    return { kind: 'off-topic' };
  return { kind: 'article', article, textSource: 'feed' };
}

/** The second look at a page, for those whose menus and related stories name a topic: still without a DOM. */
function articleMayMatter(page: PreparedPage, deps: IngestDeps): boolean {
  const bound = boundArticle(page);
  return bound === undefined || deps.topics.some((topic) => couldBeRelevant(bound, topic));
}

/** Whether what extraction may read in this HTML could be about any topic. */
function mayMatter(html: string, deps: IngestDeps): boolean {
  return deps.topics.some((topic) => pageCouldBeRelevant(html, topic));
}
