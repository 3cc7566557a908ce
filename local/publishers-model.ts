import { createHash } from 'node:crypto';
import { z } from 'zod';

/** One outlet of the replay: who it is, how its pages and feed look, and everything it publishes. */
export interface Publisher extends PublisherProfile {
  /** Name of its folder. */
  readonly slug: string;
  readonly template: PageTemplate;
  /** Markup of the feed and of its parts, by the block's name. */
  readonly feedTemplate: ReadonlyMap<string, string>;
  readonly items: readonly Item[];
}

/** The manner in which a publisher prints its pages; may be lent to another publisher. */
export interface PageTemplate {
  /** The whole page, with `{{name}}` where values go. */
  readonly page: string;
  /** Markup of one paragraph, subhead, figure … by the block's name. */
  readonly blocks: ReadonlyMap<string, string>;
}

/** One entry of `items/`: an article with its metadata, and how the server answers for it. */
export interface Item {
  /** Name of its file without the extension. */
  readonly id: string;
  readonly title: string;
  /** As printed; several names are separated by commas. Empty when the outlet names nobody. */
  readonly author: string;
  /** ISO 8601 with the publisher's local offset. */
  readonly published: string;
  readonly section: string;
  /** What the feed says of it. */
  readonly summary: string;
  /** Printed above the body, and part of the article's text. */
  readonly standfirst: string;
  readonly tags: readonly string[];
  /** Path of the page on the publisher's host. */
  readonly path: string;
  /** Path that the feed gives, where that is another one which redirects to `path`. */
  readonly feedPath?: string | undefined;
  /** Query that the feed appends to the link, without the question mark. */
  readonly feedQuery?: string | undefined;
  readonly guid: string;
  /** A feed entry may lack its date. */
  readonly feedDate: 'given' | 'missing';
  readonly serve: 'page' | 'not-found' | 'gone' | 'pdf';
  /** The item whose page this feed entry points at once more. */
  readonly copyOf?: string | undefined;
  readonly blocks: readonly Block[];
}

/** What stands among the paragraphs of a page without being part of the article's text. */
export type InsertKind = 'advert' | 'credit' | 'figure' | 'related';

export type Block =
  | { readonly kind: 'paragraph' | 'subhead' | InsertKind; readonly text: string }
  | { readonly kind: 'bullets'; readonly entries: readonly string[] };

export const FEED_FORMATS = ['atom', 'rdf', 'rss-content', 'rss-quirks', 'rss-summary'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The schema of publisher.json. */
export const PublisherProfile = z.strictObject({
  name: z.string().min(1),
  /** What the outlet calls itself in its own buttons. */
  shortName: z.string().min(1),
  family: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  host: z.string().regex(/^[a-z0-9.-]+\.example$/, 'use a host under .example, which RFC 2606 reserves'),
  country: z.string().regex(/^[A-Z]{2}$/),
  language: z.string().min(2),
  timeZone: z.string(),
  /** Options of Intl.DateTimeFormat for the date line of a page. */
  dateFormat: z.strictObject({ locale: z.string(), options: z.record(z.string(), z.string()) }),
  feedPath: z.string().startsWith('/'),
  /** Name of a file under feed-formats/. */
  feedFormat: z.enum(FEED_FORMATS),
  /** `{yyyy}`, `{mm}`, `{dd}`, `{number}` and `{id}` are filled in. */
  pathPattern: z.string().startsWith('/'),
  /** As `pathPattern`, with `{origin}` and `{path}` as well. */
  guidPattern: z.string().min(1),
  /** Body of /robots.txt; null when the host has none. */
  robots: z.string().nullable(),
  tagline: z.string(),
  sections: z.array(z.string()).min(3),
  /** Headlines in "related" boxes. They are on the topic, and none of them may reach an article's text. */
  relatedHeadlines: z.array(z.string()).min(3),
  excerptLimit: z.int().min(0).max(500),
  termsNote: z.string(),
});
export type PublisherProfile = z.infer<typeof PublisherProfile>;

/** ISO 8601 in UTC of an item's publication. */
export function publishedAt(item: Item): string {
  return new Date(item.published).toISOString();
}

/** Newest first; items of the same instant by name. */
export function byNewest(left: Item, right: Item): number {
  return publishedAt(right).localeCompare(publishedAt(left)) || left.id.localeCompare(right.id);
}

/** The article text that a reader of the page should end with: paragraphs separated by one blank line. */
export function articleText(item: Item): string {
  const body = item.blocks.flatMap((block) => {
    if (block.kind === 'bullets') return block.entries;
    return block.kind === 'paragraph' || block.kind === 'subhead' ? [block.text] : [];
  });
  const paragraphs = item.standfirst === '' ? body : [item.standfirst, ...body];
  return paragraphs.map(plainText).join('\n\n');
}

/** Printed words without the marks for bold and links; white space, no-break spaces included, becomes one space. */
export function plainText(marked: string): string {
  return marked
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A number below a million that stays the same for the same words. */
export function steadyNumber(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) % 1_000_000;
}

/** Fills the braces of a path or guid pattern for one item. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

export function patternValues(id: string, published: string): Record<string, string> {
  const [yyyy = '', mm = '', dd = ''] = published.slice(0, 10).split('-');
  return { yyyy, mm, dd, id, number: String(7_000_000 + steadyNumber(id)) };
}
