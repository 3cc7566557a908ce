import { createHash } from 'node:crypto';
import type { Enclosure, FeedItem, ParsedFeed } from './feed.ts';
import { findFeedDate } from './feed-date.ts';
import { FeedError } from './feed-error.ts';
import { MAX_ITEMS } from './feed-limits.ts';
import { resolveBodyLinks } from './resolve-body-links.ts';
import { isWebUrl, resolveUrl } from './resolve-url.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads JSON Feed 1.0 and 1.1. Publishers get types wrong as often as in XML (numbers for identifiers, one
 * author for a list), so every value is looked at before it is used.
 *
 * @throws FeedError when the text is no JSON, or JSON without a list of items
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function readJsonFeed(text: string, url: string): ParsedFeed {
  const feed = parseObject(text, url);
  const items = listOf(feed['items']);
  if (!Array.isArray(feed['items']) && !isJsonFeedVersion(feed['version'])) {
    throw new FeedError('not-a-feed', `${url} is JSON, but no JSON Feed: give the address of a feed`);
  }
  const kept = items.slice(0, MAX_ITEMS);
  return {
    title: stringOf(feed['title']),
    link: webUrl(feed['home_page_url'], url),
    language: stringOf(feed['language']),
    hubUrl: listOf(feed['hubs'])
      .map((hub) => webUrl(hub['url'], url))
      .find((hub) => hub !== undefined),
    items: kept.map((item) => mapJsonItem(item, url)),
    repairs: kept.length < items.length ? [`kept the first ${MAX_ITEMS} of ${items.length} items`] : [],
  };
}

function parseObject(text: string, url: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new FeedError('malformed', `${url} is not valid JSON: ask the publisher, or use its RSS feed`, {
      cause,
    });
  }
  return isObject(value) ? value : {};
}

function mapJsonItem(item: Json, feedUrl: string): FeedItem {
  const link =
    webUrl(item['url'], feedUrl) ?? webUrl(item['external_url'], feedUrl) ?? webUrl(item['id'], undefined);
  const html = stringOf(item['content_html']);
  const content =
    html === undefined ? stringOf(item['content_text']) : resolveBodyLinks(html, link ?? feedUrl);
  const title = stringOf(item['title']);
  const updated = findFeedDate([stringOf(item['date_modified']) ?? '']);
  const published = findFeedDate([stringOf(item['date_published']) ?? '']) ?? updated;
  const hash = createHash('sha256').update([title, published, content].join('\n')).digest('hex').slice(0, 32);
  const id = stringOf(item['id']) ?? link ?? hash;
  return {
    id,
    key: id,
    title,
    link,
    published,
    updated,
    summary: stringOf(item['summary']),
    content,
    author: authorsOf(item),
    categories: [
      ...new Set(Array.isArray(item['tags']) ? item['tags'].flatMap((tag) => stringOf(tag) ?? []) : []),
    ],
    language: stringOf(item['language']),
    enclosures: listOf(item['attachments']).flatMap((attachment) => enclosureOf(attachment, feedUrl)),
  };
}

/** 1.1 has `authors`, 1.0 had `author`. */
function authorsOf(item: Json): string | undefined {
  const people = [...listOf(item['authors']), ...listOf([item['author']])];
  const names = people.flatMap((person) => stringOf(person['name']) ?? []);
  return names.length > 0 ? [...new Set(names)].join(', ') : stringOf(item['author']);
}

function enclosureOf(attachment: Json, feedUrl: string): Enclosure[] {
  const url = webUrl(attachment['url'], feedUrl);
  const size = attachment['size_in_bytes'];
  if (url === undefined) return [];
  return [
    {
      url,
      type: stringOf(attachment['mime_type']),
      lengthBytes: typeof size === 'number' ? size : undefined,
    },
  ];
}

function webUrl(value: unknown, base: string | undefined): string | undefined {
  const url = resolveUrl(stringOf(value), base);
  return url !== undefined && isWebUrl(url) ? url : undefined;
}

function isJsonFeedVersion(value: unknown): boolean {
  return typeof value === 'string' && value.includes('jsonfeed.org');
}

function stringOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
