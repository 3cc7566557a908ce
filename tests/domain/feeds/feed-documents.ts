import type { FeedItem, ParsedFeed } from '../../../src/domain/feeds/feed.ts';
import { parseFeed } from '../../../src/domain/feeds/parse-feed.ts';

/** Where the feeds of these tests are said to come from. */
export const FEED_URL = 'https://site.example/dir/feed.xml';

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"',
].join(' ');

/** An RSS 2.0 document with these items (or other elements of its channel). */
export function rss(channelContent: string, rootAttributes = `version="2.0" ${NAMESPACES}`): string {
  return `<rss ${rootAttributes}><channel><title>Chan</title><link>https://site.example/</link>${channelContent}</channel></rss>`;
}

export function rssItem(fields: string): string {
  return rss(`<item>${fields}</item>`);
}

/** An Atom 1.0 document with these entries (or other elements of its feed). */
export function atom(content: string, rootAttributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" ${rootAttributes}><title>Chan</title><id>urn:f</id><link href="https://site.example/"/>${content}</feed>`;
}

export function atomEntry(fields: string, rootAttributes = ''): string {
  return atom(`<entry>${fields}</entry>`, rootAttributes);
}

/** Three whole items of a usual feed. */
export const THREE_ITEMS = [1, 2, 3]
  .map(
    (n) =>
      `<item><title>Title ${n}</title><link>https://site.example/${n}</link><guid>https://site.example/${n}</guid>` +
      `<pubDate>Mon, 0${n} Jul 2024 08:30:00 GMT</pubDate><description>Body ${n}</description></item>`,
  )
  .join('\n');

export function parse(document: string | Uint8Array, contentType = 'application/xml'): Promise<ParsedFeed> {
  const bytes = typeof document === 'string' ? Buffer.from(document, 'utf8') : document;
  return parseFeed(bytes, contentType, FEED_URL);
}

/** The first item of a document. */
export async function firstItem(document: string | Uint8Array, contentType?: string): Promise<FeedItem> {
  const [item] = (await parse(document, contentType)).items;
  if (item === undefined) throw new Error('the document has no items');
  return item;
}
