import { decodeFeed } from './decode-feed.ts';
import type { ParsedFeed } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { MAX_FEED_BYTES } from './feed-limits.ts';
import { parseXmlFeed } from './parse-xml-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { withUniqueKeys } from './unique-keys.ts';

export { FeedError } from './feed-error.ts';

/**
 * Reads a feed: RSS 0.9x, 1.0, 1.1 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, in any encoding and most
 * states of repair.
 *
 * Time and memory grow with the document and stop at the limits of feed-limits.ts. Nothing is fetched, and no
 * entity is expanded.
 *
 * @param contentType the HTTP header of that name, as sent; undefined for a file
 * @param url where the document came from: relative links are resolved against it
 * @throws FeedError when no reader could make a feed of the document
 */
export async function parseFeed(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
): Promise<ParsedFeed> {
  const { text, charset, repairs } = decodeFeed(bytes.subarray(0, MAX_FEED_BYTES), contentType);
  const document = text.trimStart();
  if (document === '') {
    throw new FeedError('empty', `${url} sent an empty document: ask again later`);
  }
  const feed = /^[{[]/.test(document)
    ? readJsonFeed(document, url)
    : await parseXmlFeed(document, { url, fromUtf8: charset === 'utf-8' });
  return {
    ...feed,
    items: withUniqueKeys(feed.items),
    repairs: [...sizeRepair(bytes), ...repairs, ...feed.repairs],
  };
}

function sizeRepair(bytes: Uint8Array): string[] {
  return bytes.length > MAX_FEED_BYTES ? [`read the first ${MAX_FEED_BYTES} of ${bytes.length} bytes`] : [];
}
