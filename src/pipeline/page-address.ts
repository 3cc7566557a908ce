import { MAX_ADDRESS_CHARS } from '../contract/messages.ts';
import type { FeedItem } from '../domain/feeds/feed.ts';

/** @returns undefined where an item has none, or none of the web's: ingest-article counts it all the same */
export function addressOfPage({ link }: Pick<FeedItem, 'link'>): string | undefined {
  const isAddress = link !== undefined && link.length <= MAX_ADDRESS_CHARS && URL.canParse(link);
  return isAddress ? link : undefined;
}

/** How many items of a document name no address of a page. */
export function countWithoutAddress(items: readonly FeedItem[]): number {
  return items.filter((item) => addressOfPage(item) === undefined).length;
}
