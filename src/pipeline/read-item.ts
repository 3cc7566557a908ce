import type { ItemMessage } from '../contract/messages.ts';
import type { ExtractedArticle } from '../domain/articles/article.ts';
import { couldBeRelevant } from '../domain/relevance/could-be-relevant.ts';
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
  if (!mayMatter(fetched.html, deps)) {
    const isShell = mayMatter(message.feedText ?? '', deps);
    return isShell ? readFeedText(message, 'not-readerable', deps) : { kind: 'off-topic' };
  }
  const extraction = await deps.extract(fetched.html, fetched.url);
  if (extraction.kind === 'article') {
    return { kind: 'article', article: extraction.article, textSource: 'page' };
  }
  return readFeedText(message, 'not-readerable', deps);
}

function readFeedText(message: ItemMessage, reason: GivenUpReason, deps: IngestDeps): Reading {
  const article = articleOfFeedText(message);
  if (!article) return { kind: 'given-up', reason };
  if (!mayMatter(article.text, deps)) return { kind: 'off-topic' };
  return { kind: 'article', article, textSource: 'feed' };
}

function mayMatter(text: string, deps: IngestDeps): boolean {
  return deps.topics.some((topic) => couldBeRelevant(text, topic));
}
