import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readBlockTemplates } from './publishers-template.ts';

/** One outlet of the replay: who it is, how its pages and feed look, and everything it publishes. */
export interface Publisher extends PublisherProfile {
  /** Name of its folder. */
  readonly slug: string;
  readonly template: PageTemplate;
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

const PublisherProfile = z.strictObject({
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
  feedFormat: z.enum(['atom', 'rdf', 'rss-content', 'rss-quirks', 'rss-summary']),
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

const ITEM_KEYS = new Set([
  'author',
  'copyOf',
  'feedDate',
  'feedPath',
  'feedQuery',
  'guid',
  'path',
  'published',
  'section',
  'serve',
  'standfirst',
  'summary',
  'tags',
  'title',
]);

/** A file under fixtures/publishers cannot be used; the message names it and says what to change. */
export class PublisherContentError extends Error {
  override readonly name = 'PublisherContentError';
}

/** Reads every publisher below `dir`, sorted by slug. @throws PublisherContentError */
export function readPublishers(dir: string): Publisher[] {
  const slugs = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, 'publisher.json')))
    .map((entry) => entry.name)
    .sort();
  if (slugs.length === 0) {
    throw new PublisherContentError(
      `${dir}: no folder here holds a publisher.json; give the folder of publishers`,
    );
  }
  return slugs.map((slug) => readPublisher(join(dir, slug), slug));
}

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

function readPublisher(folder: string, slug: string): Publisher {
  const file = join(folder, 'publisher.json');
  const parsed = PublisherProfile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new PublisherContentError(`${file}\n${z.prettifyError(parsed.error)}`);
  const profile = parsed.data;
  const items = readdirSync(join(folder, 'items'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readItem(join(folder, 'items', name), name.slice(0, -'.txt'.length), profile));
  const template = {
    page: readFileSync(join(folder, 'template', 'page.html'), 'utf8'),
    blocks: readBlockTemplates(readFileSync(join(folder, 'template', 'blocks.html'), 'utf8')),
  };
  return { ...profile, slug, template, items: withCopies(items, folder) };
}

function readItem(file: string, id: string, profile: PublisherProfile): Item {
  const [head = '', body = ''] = splitOnce(readFileSync(file, 'utf8'), '\n---\n');
  const fields = readFields(head, file);
  const field = (key: string): string => fields.get(key) ?? '';
  const published = field('published');
  if (field('title') === '') throw new PublisherContentError(`${file}: add a line "title: …"`);
  if (!/T.*[+-]\d\d:\d\d$/.test(published) || Number.isNaN(Date.parse(published))) {
    throw new PublisherContentError(
      `${file}: "published: ${published}" needs an instant such as 2024-05-25T09:30+03:00`,
    );
  }
  const values = patternValues(id, published);
  const path = fields.get('path') ?? fillPattern(profile.pathPattern, values);
  const origin = `https://${profile.host}`;
  return {
    id,
    title: field('title'),
    author: field('author'),
    published,
    section: field('section'),
    summary: field('summary'),
    standfirst: field('standfirst'),
    tags: field('tags')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    path,
    feedPath: fields.get('feedPath'),
    feedQuery: fields.get('feedQuery'),
    guid: fields.get('guid') ?? fillPattern(profile.guidPattern, { ...values, origin, path }),
    feedDate: oneOf(field('feedDate') || 'given', ['given', 'missing'], file),
    serve: oneOf(field('serve') || 'page', ['page', 'not-found', 'gone', 'pdf'], file),
    copyOf: fields.get('copyOf'),
    blocks: readBlocks(body),
  };
}

function readFields(head: string, file: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.split('\n').filter((each) => each.trim() !== '')) {
    const [key = '', value] = splitOnce(line, ':');
    if (value === undefined || !ITEM_KEYS.has(key)) {
      throw new PublisherContentError(`${file}: "${line}" is no field; use ${[...ITEM_KEYS].join(', ')}`);
    }
    fields.set(key, value.trim());
  }
  return fields;
}

/** Blocks are separated by blank lines; the first characters of a block say what it is. */
function readBlocks(body: string): Block[] {
  return body
    .split(/\n[ \t]*\n/)
    .map((block) => block.replace(/^\n+|\n+$/g, ''))
    .filter((block) => block !== '')
    .map(readBlock);
}

function readBlock(block: string): Block {
  if (block.startsWith('- ')) {
    return { kind: 'bullets', entries: block.split('\n').map((line) => line.replace(/^- /, '')) };
  }
  if (block.startsWith('## ')) return { kind: 'subhead', text: block.slice('## '.length) };
  const insert = /^!(figure|advert|related|credit) ?(.*)$/s.exec(block);
  if (insert?.[1] !== undefined) {
    return { kind: insert[1] as InsertKind, text: insert[2] ?? '' };
  }
  return { kind: 'paragraph', text: block };
}

/** A copy is one more feed entry for a page that exists: it takes over that page's path. */
function withCopies(items: readonly Item[], folder: string): Item[] {
  return items.map((item) => {
    if (item.copyOf === undefined) return item;
    const original = items.find((other) => other.id === item.copyOf);
    if (original === undefined) {
      throw new PublisherContentError(
        `${folder}/items/${item.id}.txt: "copyOf: ${item.copyOf}" names no item beside it`,
      );
    }
    return { ...item, path: original.path };
  });
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function oneOf<T extends string>(value: string, allowed: readonly T[], file: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new PublisherContentError(`${file}: "${value}" is none of ${allowed.join(', ')}`);
  return found;
}
