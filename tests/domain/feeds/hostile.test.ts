import { describe, expect, it } from 'vitest';
import { MAX_FEED_BYTES, MAX_ITEMS } from '../../../src/domain/feeds/feed-limits.ts';
import { firstItem, parse, rss, rssItem } from './feed-documents.ts';

/**
 * Documents that have brought feed readers down: quadratic patterns, entity bombs, endless nesting. A parser
 * that takes quadratic time over one of them does not end within the time a test is given.
 */
const ONE_ITEM_EACH: Record<string, () => string> = {
  'entities that expand to gigabytes': () =>
    `<!DOCTYPE rss [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>${rssItem('<title>&a8;</title>')}`,
  'an entity of 200 characters, named 100,000 times': () =>
    `<!DOCTYPE rss [<!ENTITY x "${'y'.repeat(200)}">]>${rssItem(`<title>a &amp; b</title><description>${'&x;'.repeat(100_000)}</description>`)}`,
  '100,000 times <': () => rssItem(`<description>${'<'.repeat(100_000)}</description>`),
  '100,000 times an escaped <': () => rssItem(`<description>${'&lt;'.repeat(100_000)}</description>`),
  '33,000 tags that never end': () => rssItem(`<description>${'x<p'.repeat(33_000)}</description>`),
  'a megabyte of <a href=': () =>
    rssItem(`<description><![CDATA[${'<a href='.repeat(130_000)}]]></description>`),
  'a megabyte of ampersands': () => rssItem(`<description>${'&'.repeat(1_000_000)}</description>`),
  'an entity name of a megabyte': () => rssItem(`<description>&${'a'.repeat(1_000_000)}</description>`),
  '100,000 nested elements': () =>
    rssItem(`<description>${'<b>'.repeat(100_000)}${'</b>'.repeat(100_000)}</description>`),
  '250,000 unclosed paragraphs': () => rssItem(`<description>${'<p>x'.repeat(250_000)}</description>`),
  '200,000 attributes': () =>
    rss(`<item ${Array.from({ length: 200_000 }, (_, i) => `a${i}="x"`).join(' ')}><title>t</title></item>`),
  '200,000 namespaces': () =>
    rss(`<item ${Array.from({ length: 200_000 }, (_, i) => `xmlns:a${i}="u:${i}"`).join(' ')}/>`),
  '100,000 declarations that never end': () => rssItem(`<description>${'<!'.repeat(100_000)}</description>`),
  '50,000 comments that never end': () => rssItem(`<description>${'<!--'.repeat(50_000)}`),
  '20,000 CDATA sections that never end': () => rssItem(`<description>${'<![CDATA['.repeat(20_000)}`),
  'a megabyte of spaces in a date': () => rssItem(`<pubDate>${' '.repeat(1_000_000)}x</pubDate>`),
  'a megabyte of @ in an author': () => rssItem(`<author>${'a@'.repeat(500_000)}</author>`),
  'a megabyte of ( in an author': () => rssItem(`<author>a@x ${'('.repeat(1_000_000)}</author>`),
  'a megabyte of spaces in an author': () => rssItem(`<author>a${' '.repeat(1_000_000)}b</author>`),
  '300 nested elements with long names, and a million end tags': () =>
    rssItem(
      `<description>${Array.from({ length: 300 }, (_, i) => `<b${'x'.repeat(10_000)}${i}>`).join('')}` +
        `${'</A>'.repeat(1_000_000)}</description>`,
    ),
  '100 nested elements with 100 namespaces each, and 300,000 more inside': () => {
    const declare = (i: number) =>
      Array.from({ length: 100 }, (_, j) => `xmlns:n${i}-${j}="u:${i}"`).join(' ');
    const open = Array.from({ length: 100 }, (_, i) => `<x ${declare(i)}>`).join('');
    return rss(`<item><title>t & u</title>${open}${'<y xmlns:z="u:z"/>'.repeat(300_000)}`);
  },
  '5 MB before the document': () => `${'x'.repeat(5_000_000)}${rssItem('<title>t</title>')}`,
  'one CDATA section larger than the limit': () =>
    rssItem(`<description><![CDATA[${'x'.repeat(MAX_FEED_BYTES + 1)}]]></description>`),
};

describe('bounded in time and memory', () => {
  it.each(Object.entries(ONE_ITEM_EACH))('%s', async (_name, document) => {
    expect((await parse(document())).items).toHaveLength(1);
  });

  it.each([
    { name: '300,000 items', document: () => rss('<item><title>t</title></item>'.repeat(300_000)) },
    {
      name: '100,000 items inside each other',
      document: () => `<rss><channel>${'<item><title>t</title>'.repeat(100_000)}`,
    },
    {
      name: '100,000 items of JSON',
      document: () =>
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1',
          items: Array.from({ length: 100_000 }, (_, id) => ({ id })),
        }),
    },
  ])('$name: the first ones are kept', async ({ document }) => {
    const feed = await parse(document());
    expect(feed.items).toHaveLength(MAX_ITEMS);
    expect(feed.repairs.join()).toMatch(/kept the first 2000 of \d+00000 items/);
  });

  it('a document of nothing but bytes that are not UTF-8', async () => {
    const head = Buffer.from('<rss><channel><item><title>');
    const document = Buffer.concat([head, Buffer.alloc(MAX_FEED_BYTES - head.length, 0xcf)]);
    expect((await parse(document, 'text/xml; charset=koi8-r')).items).toHaveLength(1);
  });

  it('reads no more than the limit of bytes, and says so', async () => {
    const item = `<item><title>t</title><description>${'x'.repeat(100_000)}</description></item>`;
    const feed = await parse(rss(item.repeat(200)));
    expect(feed.items.length).toBeGreaterThan(150);
    expect(feed.repairs[0]).toMatch(/^read the first 16777216 of \d+ bytes$/);
  });

  it('resolves thousands of links under a long base', async () => {
    const entries = '<entry><link href="x"/></entry>'.repeat(MAX_ITEMS);
    const feed = await parse(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${'a/'.repeat(30_000)}">${entries}</feed>`,
    );
    expect(feed.items.every(({ link }) => link === 'https://site.example/dir/x')).toBe(true);
  });
});

describe('nothing is fetched or polluted', () => {
  it('an external entity stays a name', async () => {
    const document = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rssItem('<title>a&x;b</title>')}`;
    expect((await firstItem(document)).title).toBe('a&x;b');
  });

  it('names of Object.prototype are names like any other', async () => {
    const item =
      '<item __proto__="a"><__proto__>x</__proto__><constructor>y</constructor><title constructor="b">t & u</title></item>';
    expect((await firstItem(rss(item))).title).toBe('t & u');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
