import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Block,
  fillPattern,
  type InsertKind,
  type Item,
  type Publisher,
  PublisherProfile,
  patternValues,
} from './publishers-model.ts';
import { readBlockTemplates } from './publishers-template.ts';

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
  const feedFile = join(folder, '..', 'feed-formats', `${profile.feedFormat}.xml`);
  const feedTemplate = readBlockTemplates(readFileSync(feedFile, 'utf8'));
  return { ...profile, slug, template, feedTemplate, items: withCopies(items, folder) };
}

function readItem(file: string, id: string, profile: PublisherProfile): Item {
  const [head, body = ''] = splitOnce(readFileSync(file, 'utf8'), '\n---\n');
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
    const [key, value] = splitOnce(line, ':');
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
