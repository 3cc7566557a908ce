import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../src/domain/feeds/feed.ts';
import { parseFeed } from '../../../src/domain/feeds/parse-feed.ts';
import { atom, atomEntry, firstItem, parse, rss, rssItem } from './feed-documents.ts';

interface FieldCase {
  readonly name: string;
  readonly document: string;
  readonly expected: unknown;
}

function describeField(field: keyof FeedItem, cases: readonly FieldCase[]): void {
  describe(`the ${field} of an item`, () => {
    it.each(cases)('$name', async ({ document, expected }) => {
      expect((await firstItem(document))[field]).toEqual(expected);
    });
  });
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

describeField('title', [
  { name: 'RSS, plain', document: rssItem('<title> One </title>'), expected: 'One' },
  { name: 'RSS, escaped twice', document: rssItem('<title>AT&amp;amp;T</title>'), expected: 'AT&T' },
  {
    name: 'RSS, HTML in CDATA',
    document: rssItem('<title><![CDATA[A <b>b</b> &amp; c]]></title>'),
    expected: 'A b & c',
  },
  {
    name: 'RSS, a comparison is no tag',
    document: rssItem('<title>5 &lt; 6 &gt; 4</title>'),
    expected: '5 < 6 > 4',
  },
  {
    name: 'RSS, tags that HTML does not know',
    document: rssItem('<title>Use &lt;foo&gt;x&lt;/foo&gt;</title>'),
    expected: 'Use <foo>x</foo>',
  },
  { name: 'RSS, the first of two', document: rssItem('<title>A</title><title>B</title>'), expected: 'A' },
  { name: 'RSS, dc:title stands in', document: rssItem('<dc:title>D</dc:title>'), expected: 'D' },
  {
    name: 'RSS, media:title stands in',
    document: rssItem('<media:group><media:title>M</media:title></media:group>'),
    expected: 'M',
  },
  {
    name: 'RSS, the title of an image is another',
    document: rssItem('<image><title>I</title></image><title>A</title>'),
    expected: 'A',
  },
  { name: 'RSS, none', document: rssItem('<description>D</description>'), expected: undefined },
  {
    name: 'Atom, text keeps its angle brackets',
    document: atomEntry('<title>Use &lt;b&gt;</title>'),
    expected: 'Use <b>',
  },
  {
    name: 'Atom, html',
    document: atomEntry('<title type="html">A &amp;amp; B &lt;b&gt;c&lt;/b&gt;</title>'),
    expected: 'A & B c',
  },
  {
    name: 'Atom, xhtml',
    document: atomEntry('<title type="xhtml"><div>A <b>b</b> &lt; c</div></title>'),
    expected: 'A b < c',
  },
  {
    name: 'Atom 0.3, base 64',
    document: atomEntry(`<title mode="base64" type="text/html">${base64('A <b>b</b>')}</title>`),
    expected: 'A b',
  },
  {
    name: 'Atom, the title of a source is another',
    document: atomEntry('<source><title>S</title></source><title>A</title>'),
    expected: 'A',
  },
  {
    name: 'scripts in it are not read',
    document: atomEntry('<title type="html">&lt;script&gt;x()&lt;/script&gt;ok</title>'),
    expected: 'ok',
  },
]);

describeField('link', [
  {
    name: 'RSS',
    document: rssItem('<link>https://x.example/1?a=1&amp;b=2</link>'),
    expected: 'https://x.example/1?a=1&b=2',
  },
  {
    name: 'RSS, with white space and CDATA',
    document: rssItem('<link>\n <![CDATA[ https://x.example/1 ]]>\n</link>'),
    expected: 'https://x.example/1',
  },
  {
    name: 'RSS, relative to the feed',
    document: rssItem('<link>/2024/a</link>'),
    expected: 'https://site.example/2024/a',
  },
  {
    name: 'RSS, without a scheme',
    document: rssItem('<link>//x.example/a</link>'),
    expected: 'https://x.example/a',
  },
  {
    name: 'RSS, an atom:link to itself does not shadow it',
    document: rssItem(
      '<atom:link rel="self" href="https://x.example/self"/><link>https://x.example/1</link>',
    ),
    expected: 'https://x.example/1',
  },
  {
    name: 'RSS, from the guid',
    document: rssItem('<guid>https://x.example/g</guid>'),
    expected: 'https://x.example/g',
  },
  {
    name: 'RSS, from the guid when the link is empty',
    document: rssItem('<link/><guid>https://x.example/g</guid>'),
    expected: 'https://x.example/g',
  },
  {
    name: 'RSS, from a relative permalink',
    document: rssItem('<guid isPermaLink="true">/g</guid>'),
    expected: 'https://site.example/g',
  },
  {
    name: 'RSS, a guid that says it is none',
    document: rssItem('<guid isPermaLink="false">https://x.example/g</guid>'),
    expected: undefined,
  },
  { name: 'RSS, a guid that is a number', document: rssItem('<guid>12345</guid>'), expected: undefined },
  {
    name: 'RSS, a link that is no web address',
    document: rssItem('<link>mailto:a@x.example</link>'),
    expected: undefined,
  },
  {
    name: 'RSS, an enclosure is not the page',
    document: rssItem('<enclosure url="https://x.example/a.mp3"/>'),
    expected: undefined,
  },
  {
    name: 'Atom, alternate is not the first',
    document: atomEntry(
      '<link rel="edit" href="https://x.example/e"/><link rel="enclosure" href="https://x.example/a.mp3"/><link href="https://x.example/1"/>',
    ),
    expected: 'https://x.example/1',
  },
  {
    name: 'Atom, HTML before other types',
    document: atomEntry(
      '<link rel="alternate" type="text/html" href="https://x.example/1"/><link rel="alternate" type="application/json" href="https://x.example/1.json"/>',
    ),
    expected: 'https://x.example/1',
  },
  {
    name: 'Atom, another type where there is no HTML',
    document: atomEntry('<link rel="alternate" type="application/pdf" href="https://x.example/1.pdf"/>'),
    expected: 'https://x.example/1.pdf',
  },
  {
    name: 'Atom, no data for programs in place of a page',
    document: atomEntry(
      '<id>https://x.example/1</id><link rel="alternate" type="application/json" href="https://x.example/1.json"/>',
    ),
    expected: 'https://x.example/1',
  },
  {
    name: 'Atom, a link without attributes',
    document: atomEntry('<link>https://x.example/1</link>'),
    expected: 'https://x.example/1',
  },
  {
    name: 'Atom, from an id that is an address',
    document: atomEntry('<id>https://x.example/i</id>'),
    expected: 'https://x.example/i',
  },
  {
    name: 'Atom, xml:base of the entry inside that of the feed',
    document: atom(
      '<entry xml:base="news/"><link href="a.html"/></entry>',
      'xml:base="https://base.example/x/"',
    ),
    expected: 'https://base.example/x/news/a.html',
  },
  {
    name: 'Atom, xml:base of the link',
    document: atomEntry('<link xml:base="https://b.example/" href="a"/>'),
    expected: 'https://b.example/a',
  },
  {
    name: 'RSS, xml:base of the root',
    document: rss('<item><link>a</link></item>', 'version="2.0" xml:base="https://b.example/x/"'),
    expected: 'https://b.example/x/a',
  },
]);

describeField('id', [
  {
    name: 'guid',
    document: rssItem('<guid isPermaLink="false">x-1</guid><link>https://x.example/1</link>'),
    expected: 'x-1',
  },
  { name: 'Atom id', document: atomEntry('<id>urn:1</id>'), expected: 'urn:1' },
  {
    name: 'a guid that may be an address, from the folder of the feed on',
    document: rssItem('<guid>12345</guid>'),
    expected: 'https://site.example/dir/12345',
  },
  {
    name: 'such a guid to the letter',
    document: rssItem('<guid isPermaLink="true">Größe ^ [1]</guid>'),
    expected: 'https://site.example/dir/Größe ^ [1]',
  },
  {
    name: 'a guid that is a query',
    document: rssItem('<guid>?p=7</guid>'),
    expected: 'https://site.example/dir/feed.xml?p=7',
  },
  {
    name: 'a guid that is a fragment',
    document: rssItem('<guid>#seven</guid>'),
    expected: 'https://site.example/dir/feed.xml#seven',
  },
  {
    name: 'a guid from the root of the host on',
    document: rssItem('<guid>/a/1</guid>'),
    expected: 'https://site.example/a/1',
  },
  {
    name: 'a guid of another host',
    document: rssItem('<guid>//x.example/a</guid>'),
    expected: 'https://x.example/a',
  },
  {
    name: 'a guid from a folder above on',
    document: rssItem('<guid>../a</guid>'),
    expected: 'https://site.example/a',
  },
  {
    name: 'Atom, from xml:base on',
    document: atomEntry('<id>a</id>', 'xml:base="https://b.example/x/"'),
    expected: 'https://b.example/x/a',
  },
  {
    name: 'rdf:about',
    document:
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://x.example/1"><title>One</title></item></rdf:RDF>',
    expected: 'https://x.example/1',
  },
  {
    name: 'the link where there is no guid',
    document: rssItem('<link>https://x.example/1</link>'),
    expected: 'https://x.example/1',
  },
  {
    name: 'a hash where there is neither',
    document: rssItem('<title>One</title>'),
    expected: expect.stringMatching(/^[\da-f]{32}$/),
  },
]);

const DATE = { pub: 'Mon, 01 Jul 2024 08:30:00 GMT', iso: '2024-07-01T08:30:00.000Z' };

describeField('published', [
  { name: 'pubDate', document: rssItem(`<pubDate>${DATE.pub}</pubDate>`), expected: DATE.iso },
  {
    name: 'pubDate before dc:date',
    document: rssItem(`<dc:date>2001-01-01</dc:date><pubDate>${DATE.pub}</pubDate>`),
    expected: DATE.iso,
  },
  {
    name: 'dc:date where pubDate cannot be read',
    document: rssItem('<pubDate>soon</pubDate><dc:date>2024-07-01T10:30:00+02:00</dc:date>'),
    expected: DATE.iso,
  },
  {
    name: 'dcterms:issued',
    document: rssItem('<dcterms:issued>2024-07-01T08:30:00Z</dcterms:issued>'),
    expected: DATE.iso,
  },
  {
    name: 'Atom published before updated',
    document: atomEntry('<updated>2025-01-01T00:00:00Z</updated><published>2024-07-01T08:30:00Z</published>'),
    expected: DATE.iso,
  },
  {
    name: 'Atom updated where there is nothing else',
    document: atomEntry('<updated>2024-07-01T08:30:00Z</updated>'),
    expected: DATE.iso,
  },
  {
    name: 'Atom 0.3 issued',
    document: atomEntry('<modified>2025-01-01T00:00:00Z</modified><issued>2024-07-01T08:30:00Z</issued>'),
    expected: DATE.iso,
  },
  {
    name: 'a bad date stays missing',
    document: atomEntry('<updated>yesterday</updated>'),
    expected: undefined,
  },
  { name: 'a missing date stays missing', document: atomEntry('<title>One</title>'), expected: undefined },
]);

describeField('content', [
  {
    name: 'content:encoded',
    document: rssItem(
      '<description>S</description><content:encoded><![CDATA[<p>Full</p>]]></content:encoded>',
    ),
    expected: '<p>Full</p>',
  },
  {
    name: 'none, where there is a description alone',
    document: rssItem('<description>S</description>'),
    expected: undefined,
  },
  {
    name: 'the longer of two summaries',
    document: rssItem('<description>S</description><itunes:summary>A longer text</itunes:summary>'),
    expected: 'A longer text',
  },
  {
    name: 'a caption is no body',
    document: rssItem(
      '<description>S</description><media:content url="https://x.example/1.jpg"><media:description>A caption that is longer</media:description></media:content>',
    ),
    expected: undefined,
  },
  {
    name: 'an XHTML body',
    document: rssItem('<body xmlns="http://www.w3.org/1999/xhtml"><p>a <b>b</b></p></body>'),
    expected: '<p>a <b>b</b></p>',
  },
  {
    name: 'Atom, html',
    document: atomEntry('<content type="html">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>'),
    expected: '<p>a &amp; b</p>',
  },
  {
    name: 'Atom, base 64',
    document: atomEntry(`<content type="application/octet-stream">${base64('plain')}</content>`),
    expected: 'plain',
  },
  {
    name: 'relative links are made absolute',
    document: rssItem(
      `<content:encoded><![CDATA[<a href='/x?a=1&amp;b=2'>y</a> <img src=pic.png> <a href="#n">n</a> <a href="https://o.example/">o</a>]]></content:encoded>`,
    ),
    expected: `<a href='https://site.example/x?a=1&amp;b=2'>y</a> <img src="https://site.example/dir/pic.png"> <a href="#n">n</a> <a href="https://o.example/">o</a>`,
  },
]);

describeField('summary', [
  {
    name: 'description',
    document: rssItem('<description><![CDATA[<p>Hi</p>]]></description>'),
    expected: '<p>Hi</p>',
  },
  {
    name: 'media:description of a video',
    document: atomEntry('<media:group><media:description>Clip</media:description></media:group>'),
    expected: 'Clip',
  },
  {
    name: 'under an unusual prefix',
    document: rss('<item xmlns:d="http://purl.org/dc/elements/1.1/"><d:description>D</d:description></item>'),
    expected: 'D',
  },
]);

describeField('author', [
  { name: 'mail and name', document: rssItem('<author>a@x.example (Ann Lee)</author>'), expected: 'Ann Lee' },
  {
    name: 'name and mail',
    document: rssItem('<author>Ann Lee &lt;a@x.example&gt;</author>'),
    expected: 'Ann Lee',
  },
  {
    name: 'name and mail in brackets',
    document: rssItem('<author>Ann Lee (a@x.example)</author>'),
    expected: 'Ann Lee',
  },
  { name: 'mail alone', document: rssItem('<author>a@x.example</author>'), expected: 'a@x.example' },
  {
    name: 'of two elements the last, in whatever order they are',
    document: rssItem('<author>desk@x.example</author><dc:creator>Ann</dc:creator>'),
    expected: 'Ann',
  },
  {
    name: 'itunes:author after dc:creator',
    document: rss(
      '<itunes:author>Show</itunes:author><item><dc:creator>Ann</dc:creator><itunes:author>Bob</itunes:author></item>',
    ),
    expected: 'Bob',
  },
  {
    name: 'dc:creator where itunes:author is that of the channel',
    document: rss('<itunes:author>Show</itunes:author><item><dc:creator>Ann</dc:creator></item>'),
    expected: 'Ann',
  },
  {
    name: 'the one before where the last is empty',
    document: rssItem('<dc:creator>Ann</dc:creator><itunes:author> </itunes:author>'),
    expected: 'Ann',
  },
  {
    name: 'several',
    document: rssItem('<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator><dc:creator>Ann</dc:creator>'),
    expected: 'Ann, Bob',
  },
  { name: 'itunes:author', document: rssItem('<itunes:author>Ann</itunes:author>'), expected: 'Ann' },
  {
    name: 'managingEditor',
    document: rssItem('<managingEditor>m@x.example (Max)</managingEditor>'),
    expected: 'Max',
  },
  {
    name: 'Atom person',
    document: atomEntry('<author><name>Ann</name><email>a@x.example</email></author>'),
    expected: 'Ann',
  },
  {
    name: 'Atom people',
    document: atomEntry('<author><name>Ann</name></author><author><name>Bob</name></author>'),
    expected: 'Ann, Bob',
  },
  { name: 'none', document: rssItem('<author> </author>'), expected: undefined },
]);

describeField('categories', [
  {
    name: 'RSS, each once',
    document: rssItem(
      '<category domain="d">a</category><category><![CDATA[b & c]]></category><category>a</category>',
    ),
    expected: ['a', 'b & c'],
  },
  { name: 'dc:subject', document: rssItem('<dc:subject>s</dc:subject>'), expected: ['s'] },
  {
    name: 'Atom terms',
    document: atomEntry('<category term="t1"/><category term="t2" label="x"/>'),
    expected: ['t1', 't2'],
  },
  {
    name: 'iTunes categories and keywords',
    document: rssItem(
      '<itunes:category text="T"><itunes:category text="S"/></itunes:category><itunes:keywords>a, b,</itunes:keywords>',
    ),
    expected: ['T', 'S', 'a', 'b'],
  },
  {
    name: 'Media RSS',
    document: rssItem(
      '<media:group><media:category>m</media:category><media:keywords>k, l</media:keywords></media:group>',
    ),
    expected: ['m', 'k', 'l'],
  },
  { name: 'none', document: rssItem('<category/>'), expected: [] },
]);

describeField('enclosures', [
  {
    name: 'RSS',
    document: rssItem('<enclosure url="/a.mp3" type="audio/mpeg" length="12"/>'),
    expected: [{ url: 'https://site.example/a.mp3', type: 'audio/mpeg', lengthBytes: 12 }],
  },
  {
    name: 'Atom',
    document: atomEntry('<link rel="enclosure" href="https://x.example/a.mp3"/>'),
    expected: [{ url: 'https://x.example/a.mp3', type: undefined, lengthBytes: undefined }],
  },
]);

describe('a feed', () => {
  it.each([
    { name: 'language of RSS', document: rss('<language>de-AT</language>'), expected: { language: 'de-AT' } },
    { name: 'language of Atom', document: atom('', 'xml:lang="fr"'), expected: { language: 'fr' } },
    { name: 'ttl', document: rss('<ttl>30</ttl>'), expected: { ttlMinutes: 30 } },
    {
      name: 'a ttl that is no number',
      document: rss('<ttl>often</ttl>'),
      expected: { ttlMinutes: undefined },
    },
    {
      name: 'syndication module',
      document: rss('<sy:updatePeriod> Hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>'),
      expected: { updateEveryMinutes: 30 },
    },
    {
      name: 'hub',
      document: rss('<atom:link rel="hub" href="https://hub.example/"/>'),
      expected: { hubUrl: 'https://hub.example/' },
    },
    {
      name: 'site, though atom:link comes first',
      document: rss('<atom:link rel="self" href="https://site.example/feed"/>'),
      expected: { link: 'https://site.example/' },
    },
    { name: 'title', document: atom(''), expected: { title: 'Chan' } },
  ])('has its $name', async ({ document, expected }) => {
    expect(await parse(document)).toMatchObject(expected);
  });

  it('keeps items that share an identifier apart by their keys', async () => {
    const document = rss(
      '<item><guid>n:1</guid><link>https://x.example/a</link></item><item><guid>n:1</guid><link>https://x.example/b</link></item>',
    );
    const { items } = await parse(document);
    expect(items.map(({ id }) => id)).toEqual(['n:1', 'n:1']);
    expect(items.map(({ key }) => key)).toEqual(['n:1', 'n:1|https://x.example/b']);
  });

  it('gives an item the same key wherever it was fetched from', async () => {
    const bytes = Buffer.from(rssItem('<guid>1</guid>'), 'utf8');
    const feeds = await Promise.all(
      ['https://a.example/feed', 'http://b.example/x/feed'].map((url) => parseFeed(bytes, 'text/xml', url)),
    );
    expect(feeds.map(({ items }) => items[0]?.key)).toEqual(['1', '1']);
    expect(feeds.map(({ items }) => items[0]?.id)).toEqual(['https://a.example/1', 'http://b.example/x/1']);
  });

  it('keeps items without any identifier apart, the same way at each poll', async () => {
    const document = rss(
      '<item><description>first</description></item><item><description>second</description></item>',
    );
    const [once, again] = [await parse(document), await parse(document)];
    expect(new Set(once.items.map(({ id }) => id)).size).toBe(2);
    expect(new Set(once.items.map(({ key }) => key)).size).toBe(2);
    expect(again.items.map(({ id }) => id)).toEqual(once.items.map(({ id }) => id));
  });
});
