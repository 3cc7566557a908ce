import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { byNewest, type FeedFormat, type Item, type Publisher, publishedAt } from './publishers-model.ts';
import { renderFeedContent } from './publishers-page.ts';
import { escapeMarkup, fillTemplate } from './publishers-template.ts';

/** Feeds list this many items at most, the newest first. */
export const FEED_ITEM_LIMIT = 20;

export interface RenderedFeed {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly etag: string;
  /** IMF-fixdate of the newest item, RFC 9110 section 5.6.7. */
  readonly lastModified: string;
}

/** How each format travels. Two servers leave the charset to the document, as many do. */
const TRANSPORT: Record<FeedFormat, { readonly encoding: string; readonly contentType: string }> = {
  atom: { encoding: 'utf8', contentType: 'application/atom+xml; charset=utf-8' },
  rdf: { encoding: 'utf8', contentType: 'application/rdf+xml' },
  'rss-content': { encoding: 'utf8', contentType: 'application/rss+xml; charset=UTF-8' },
  'rss-quirks': { encoding: 'windows-1251', contentType: 'text/xml' },
  'rss-summary': { encoding: 'utf8', contentType: 'application/rss+xml; charset=utf-8' },
};

type Values = Readonly<Record<string, string>>;

/** A publisher's feed as it stood at `now`. */
export function renderFeed(publisher: Publisher, now: Date): RenderedFeed {
  const items = publisher.items
    .filter((item) => Date.parse(item.published) <= now.getTime())
    .sort(byNewest)
    .slice(0, FEED_ITEM_LIMIT);
  const { encoding, contentType } = TRANSPORT[publisher.feedFormat];
  const bytes = iconv.encode(renderDocument(publisher, items), encoding);
  return {
    bytes,
    contentType,
    etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}"`,
    lastModified: new Date(items[0]?.published ?? 0).toUTCString(),
  };
}

function renderDocument(publisher: Publisher, items: readonly Item[]): string {
  const values = feedValues(publisher, items[0]);
  const entries = items.map((item) => entryValues(publisher, item, values));
  const all = (block: string): string => entries.map((entry) => fill(publisher, block, entry)).join('');
  return fill(publisher, 'feed', { ...values, entries: all('entry'), references: all('reference') });
}

function feedValues(publisher: Publisher, newest: Item | undefined): Values {
  const origin = `https://${publisher.host}`;
  return {
    publisherName: publisher.name,
    publisherNameCdata: cdata(publisher.name),
    publisherShort: publisher.shortName,
    tagline: publisher.tagline,
    taglineCdata: cdata(publisher.tagline),
    language: publisher.language,
    host: publisher.host,
    origin,
    feedPath: publisher.feedPath,
    feedUrl: origin + publisher.feedPath,
    builtUtc: newest === undefined ? '' : publishedAt(newest),
    builtRfc822: newest === undefined ? '' : rfc822(newest),
  };
}

function entryValues(publisher: Publisher, item: Item, feed: Values): Values {
  const origin = `https://${publisher.host}`;
  const linkPath = `${item.feedPath ?? item.path}${item.feedQuery === undefined ? '' : `?${item.feedQuery}`}`;
  const creator = item.author || publisher.name;
  const values = {
    ...feed,
    itemId: item.id,
    title: item.title,
    titleCdata: cdata(item.title),
    titleMarkup: escapeMarkup(item.title),
    summary: item.summary,
    summaryCdata: cdata(item.summary),
    summaryMarkup: escapeMarkup(item.summary),
    contentCdata: cdata(renderFeedContent(item)),
    section: item.section,
    creator,
    creatorCdata: cdata(creator),
    guid: item.guid,
    linkPath,
    link: origin + linkPath,
    pageUrl: origin + item.path,
    publishedLocal: item.published,
    publishedUtc: publishedAt(item),
    rfc822: rfc822(item),
  };
  return {
    ...values,
    date: item.feedDate === 'missing' ? '' : fill(publisher, 'date', values),
    categories: item.tags.map((category) => fill(publisher, 'category', { ...values, category })).join(''),
  };
}

/** A format that has no such block has no such element. */
function fill(publisher: Publisher, block: string, values: Values): string {
  const place = `feed-formats/${publisher.feedFormat}.xml`;
  return fillTemplate(publisher.feedTemplate.get(block) ?? '', values, place);
}

/** RFC 822 with the publisher's own offset, as most RSS feeds write it. */
function rfc822(item: Item): string {
  const offset = item.published.slice(-6).replace(':', '');
  const localAsUtc = new Date(`${item.published.slice(0, 16)}:00Z`).toUTCString();
  return localAsUtc.replace('GMT', offset);
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
