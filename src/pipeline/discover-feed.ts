import { decodePage } from '../domain/articles/decode-page.ts';
import type { ParsedFeed } from '../domain/feeds/feed.ts';
import { FeedError } from '../domain/feeds/feed-error.ts';
import { findFeedLinks, usualFeedAddresses } from '../domain/feeds/find-feed-links.ts';
import { parseFeed } from '../domain/feeds/parse-feed.ts';
import type { Web, WebOk } from './web.ts';

export interface DiscoverFeedDeps {
  readonly web: Web;
  /** Waits before the next request: all of them go to one site. */
  pause(): Promise<void>;
}

export interface FeedSearch {
  /** Missing when no feed was found. */
  readonly found?: { readonly url: string; readonly feed: ParsedFeed };
  /** What was asked, in order, and what came of it. */
  readonly tried: readonly { readonly url: string; readonly outcome: string }[];
}

/**
 * Finds the feed of a site: the address itself, else the feeds its page names, else the places where feeds usually
 * are. The first that can be read and has items wins, else the first that can be read.
 *
 * @param address of a feed or of a page, absolute
 */
export async function discoverFeed(address: string, deps: DiscoverFeedDeps): Promise<FeedSearch> {
  const tried: { url: string; outcome: string }[] = [];
  const first = await askForFeed(address, deps.web);
  tried.push({ url: address, outcome: first.outcome });
  if (first.found !== undefined) return { found: first.found, tried };

  let empty: FeedSearch['found'];
  for (const url of candidates(first.page, address)) {
    if (tried.some((each) => each.url === url)) continue;
    await deps.pause();
    const next = await askForFeed(url, deps.web);
    tried.push({ url, outcome: next.outcome });
    if (next.found !== undefined && next.found.feed.items.length > 0) return { found: next.found, tried };
    empty ??= next.found;
  }
  return empty === undefined ? { tried } : { found: empty, tried };
}

interface Asked {
  readonly outcome: string;
  readonly found?: { readonly url: string; readonly feed: ParsedFeed };
  /** The answer, when it was a web page. */
  readonly page?: WebOk;
}

async function askForFeed(url: string, web: Web): Promise<Asked> {
  const answer = await web.fetch({ url, want: 'feed' });
  if (answer.kind === 'refused') return { outcome: `${answer.reason}: ${answer.message}` };
  if (answer.kind === 'not-modified') return { outcome: 'sent no document' };
  try {
    const feed = await parseFeed(answer.bytes, answer.contentType, answer.url);
    const found = { url: answer.movedTo ?? url, feed };
    return { outcome: `a feed with ${feed.items.length} items`, found };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return { outcome: error.code, ...(error.code === 'html-page' ? { page: answer } : {}) };
  }
}

function candidates(page: WebOk | undefined, address: string): string[] {
  if (page === undefined) return usualFeedAddresses(address);
  const links = findFeedLinks(decodePage(page.bytes, page.contentType), page.url);
  return [...links, ...usualFeedAddresses(page.url)];
}
