import { Readable } from 'node:stream';
import fc from 'fast-check';
import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { writeAtomFeed } from '../../../src/domain/archive-site/atom-feed.ts';
import { type FeedArticle, feedArticles } from '../../../src/domain/archive-site/feed-articles.ts';
import { feedChanges } from '../../../src/domain/archive-site/feed-changes.ts';
import { writeJsonFeed } from '../../../src/domain/archive-site/json-feed.ts';
import type { SiteFeed } from '../../../src/domain/archive-site/site-feed.ts';
import { hostileText } from '../digest/hostile-text.ts';
import { aPosition } from '../ledger/a-position.ts';
import { timelinePositions } from '../ledger/timeline.ts';
import { timelineInput, twoYears } from './two-years.ts';

const PLACE = { topicId: 'weapons' };
const SERVED = { ...PLACE, siteUrl: 'https://archive.example/' };
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const CHANGES = feedChanges(timelineInput({ positions: timelinePositions(), until: '2026-03-31' }), SERVED);
const ARTICLES = feedArticles(
  [anArticle({}), anArticle({ articleId: 'b', title: 'Rutte & <Sánchez>' })],
  limits({}),
  SERVED,
);
const EMPTY = feedChanges(timelineInput(), PLACE);

function anArticle(given: Partial<FeedArticle>): FeedArticle {
  return {
    articleId: 'a',
    url: 'https://news.example/a',
    publisher: 'Northwire',
    title: 'Denmark frees its jets',
    listedAt: '2026-01-05T08:00:00Z',
    excerpt: 'Denmark will allow its jets to be used.',
    ...given,
  };
}

function limits(excerptLimits: Record<string, number>) {
  return { topicLabel: 'Conditions on supplied weapons', excerptLimits, until: '2026-01-31' };
}

/** What RFC 4287 says a document must or must not have, as far as it concerns elements that we write. */
function faultsOfAtom(xml: string): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, rule: string) => {
    if (!holds) faults.push(rule);
  };
  const document = new JSDOM(xml, { contentType: 'application/xml' }).window.document;
  const feed = document.documentElement;
  const own = (parent: Element, name: string) =>
    [...parent.children].filter(({ localName }) => localName === name);
  must(feed.namespaceURI === 'http://www.w3.org/2005/Atom' && feed.localName === 'feed', '1.2, 4.1.1');
  const entries = own(feed, 'entry');
  for (const container of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated'])
      must(own(container, name).length === 1, `4.1: one ${name}`);
    must(own(container, 'author').length > 0, '4.1.1, 4.1.2: an author');
    for (const author of own(container, 'author')) {
      must(own(author, 'name').length === 1 && author.textContent?.trim() !== '', '3.2.1: one name');
    }
    for (const date of [...own(container, 'updated'), ...own(container, 'published')]) {
      must(RFC_3339.test(date.textContent ?? ''), `3.3: ${date.textContent} is a date of RFC 3339`);
    }
    const id = own(container, 'id')[0]?.textContent ?? '';
    must(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
      '4.2.6: an absolute IRI',
    );
    const links = own(container, 'link');
    must(
      links.every((link) => link.getAttribute('href')),
      '4.2.7.1: href',
    );
    must(
      links.filter((link) => link.getAttribute('rel') === 'alternate').length <= 1,
      '4.1.1: one alternate of a kind',
    );
  }
  must(
    own(feed, 'link').some((link) => link.getAttribute('rel') === 'self'),
    '4.1.1: self (should)',
  );
  const ids = entries.map((entry) => own(entry, 'id')[0]?.textContent);
  must(new Set(ids).size === ids.length, '4.1.1: no id twice');
  for (const entry of entries)
    must(own(entry, 'content').length === 1, '4.1.2: content, or an alternate link');
  return faults;
}

/** What jsonfeed.org/version/1.1 says a feed must have. */
function faultsOfJson(json: string): string[] {
  const faults: string[] = [];
  const feed = JSON.parse(json);
  if (feed.version !== 'https://jsonfeed.org/version/1.1') faults.push('version');
  if (typeof feed.title !== 'string' || feed.title === '') faults.push('title');
  if (!Array.isArray(feed.items)) faults.push('items');
  for (const item of feed.items) {
    if (typeof item.id !== 'string' || item.id === '') faults.push('item without id');
    if (typeof item.content_text !== 'string' && typeof item.content_html !== 'string')
      faults.push('item without content');
    if (![item.date_published, item.date_modified].every((date) => RFC_3339.test(date))) faults.push('date');
    if (item.authors?.some((author: { name?: string }) => !author.name)) faults.push('author without a name');
    if (item.url !== undefined && !/^https?:/.test(item.url)) faults.push('url');
  }
  const ids = feed.items.map((item: { id: string }) => item.id);
  if (new Set(ids).size !== ids.length) faults.push('id twice');
  return faults;
}

/** By a parser of another family than the rest: a SAX one, as many readers use. */
async function readByFeedParser(xml: string): Promise<{ title: string; guids: string[] }> {
  const parser = new FeedParser({ normalize: true });
  const guids: string[] = [];
  const items = (async () => {
    for await (const item of Readable.from([xml]).pipe(parser)) guids.push(item.guid);
  })();
  await items;
  return { title: parser.meta?.title ?? '', guids };
}

describe.each([
  { name: 'of two years of changes', feed: CHANGES, count: 38 },
  { name: 'of articles', feed: ARTICLES, count: 2 },
  { name: 'of nothing yet', feed: EMPTY, count: 0 },
])('a feed $name', ({ feed, count }) => {
  it('has every change or article once', () => {
    expect(feed.entries).toHaveLength(count);
  });

  it('is Atom as RFC 4287 asks for, and two independent parsers read what was written', async () => {
    const xml = writeAtomFeed(feed);
    expect(faultsOfAtom(xml)).toEqual([]);
    const ids = feed.entries.map(({ id }) => id);
    const parsed = parseAtomFeed(xml);
    expect(parsed.title?.value).toBe(feed.title);
    expect((parsed.entries ?? []).map(({ id }) => id)).toEqual(ids);
    expect(parsed.entries?.map(({ title }) => title?.value) ?? []).toEqual(
      feed.entries.map(({ title }) => title),
    );
    expect(await readByFeedParser(xml)).toEqual({ title: feed.title, guids: ids });
  });

  it('is JSON Feed 1.1, and an independent parser reads what was written', () => {
    const json = writeJsonFeed(feed);
    expect(faultsOfJson(json)).toEqual([]);
    const parsed = parseJsonFeed(JSON.parse(json));
    expect(parsed.items?.map(({ id, url }) => ({ id, url })) ?? []).toEqual(
      feed.entries.map(({ id, url }) => ({ id, url })),
    );
  });
});

describe('the feed of changes', () => {
  const input = timelineInput({ positions: twoYears(80) });

  it('tells what became known last, at most fifty', () => {
    const { entries, updated } = feedChanges(input, PLACE);
    expect(entries).toHaveLength(50);
    const published = entries.map((entry) => entry.published);
    expect(published.toSorted().toReversed()).toEqual(published);
    expect(updated).toBe(
      entries
        .map((entry) => entry.updated)
        .toSorted()
        .at(-1),
    );
  });

  it('keeps an entry’s id when further publishers report it, and brings its date up to theirs', () => {
    const first = aPosition({ articleId: 'first', listedAt: '2024-05-31T08:00:00Z' });
    const second = aPosition({ articleId: 'second', publisher: 'Other', listedAt: '2024-06-02T08:00:00Z' });
    const [before] = feedChanges(timelineInput({ positions: [first] }), PLACE).entries;
    const [after] = feedChanges(timelineInput({ positions: [second, first] }), PLACE).entries;
    expect(after?.id).toBe(before?.id);
    expect(after?.published).toBe(before?.published);
    expect(before?.updated).toBe('2024-05-31T08:00:00.000Z');
    expect(after?.updated).toBe('2024-06-02T08:00:00.000Z');
  });

  it('has other ids for another topic', () => {
    const ids = (topicId: string) => feedChanges(input, { topicId }).entries.map(({ id }) => id);
    expect(ids('one').filter((id) => ids('other').includes(id))).toEqual([]);
  });

  it('names no address of the site where none is known', () => {
    const feed = feedChanges(input, PLACE);
    expect(JSON.parse(writeJsonFeed(feed))).not.toHaveProperty('feed_url');
    expect(writeAtomFeed(feed)).toContain('rel="self" type="application/atom+xml" href="changes.atom"');
    expect(JSON.parse(writeJsonFeed(CHANGES))).toMatchObject({
      home_page_url: 'https://archive.example/timeline.html',
      feed_url: 'https://archive.example/changes.json',
    });
  });
});

describe('the feed of articles', () => {
  it('prints no more of an article than its publisher allows, headline included', () => {
    const long = anArticle({
      title: 'A headline of some words',
      excerpt: 'One sentence of the article, whole. '.repeat(12),
    });
    const printed = ({ entries }: SiteFeed) =>
      entries.map(({ title, quotation = '' }) => title.length + quotation.length)[0];
    expect(printed(feedArticles([long], limits({}), PLACE))).toBeLessThanOrEqual(500);
    expect(feedArticles([long], limits({ Northwire: 100 }), PLACE).entries[0]?.quotation).toBeUndefined();
    expect(feedArticles([long], limits({ Northwire: 0 }), PLACE).entries[0]).toMatchObject({
      title: 'Northwire',
    });
  });

  it('stays valid whatever strangers write', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(12), (text, instant) => {
        const article = anArticle({
          title: text,
          publisher: text,
          excerpt: `${text}\ufffe`,
          url: `https://news.example/${text}`,
          listedAt: instant,
        });
        const feed = feedArticles([article], limits({}), PLACE);
        expect(faultsOfAtom(writeAtomFeed(feed))).toEqual([]);
        expect(faultsOfJson(writeJsonFeed(feed))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
