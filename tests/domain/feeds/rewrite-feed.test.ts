import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapFeed } from '../../../src/domain/feeds/map-feed.ts';
import { readXml } from '../../../src/domain/feeds/read-xml.ts';
import { rewriteFeed } from '../../../src/domain/feeds/rewrite-feed.ts';
import { atom, FEED_URL, rss } from './feed-documents.ts';

const text = fc
  .string({ unit: fc.constantFrom(...Array.from('abc XYZ 12 éж語 <>&"\' ')) })
  .map((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));

const rssFields = fc.array(
  fc.oneof(
    text.map((value) => `<title>${value}</title>`),
    text.map((value) => `<description><![CDATA[${value}]]></description>`),
    text.map((value) => `<content:encoded>${value}</content:encoded>`),
    text.map((value) => `<category domain="d">${value}</category>`),
    text.map((value) => `<dc:creator>${value}</dc:creator>`),
    fc.nat().map((n) => `<guid isPermaLink="false">${n}</guid>`),
    fc.webUrl().map((url) => `<link>${url.replaceAll('&', '&amp;')}</link>`),
    fc.constantFrom(
      '<pubDate>Mon, 06 Sep 2010 00:01:00 GMT</pubDate>',
      '<foo:bar xmlns:foo="u:foo"/>',
      '<media:group><media:title>M</media:title></media:group>',
    ),
  ),
);

const atomFields = fc.array(
  fc.oneof(
    text.map((value) => `<title type="html">${value}</title>`),
    text.map((value) => `<summary>${value}</summary>`),
    text.map((value) => `<content type="html">${value}</content>`),
    text.map((value) => `<author><name>${value}</name></author>`),
    text.map((value) => `<category term="${value.replaceAll('"', '&quot;')}"/>`),
    fc.nat().map((n) => `<id>urn:${n}</id>`),
    fc.constantFrom(
      '<link href="a/b"/>',
      '<link rel="enclosure" href="/x.mp3"/>',
      '<updated>2010-09-06T00:01:00Z</updated>',
    ),
  ),
);

const clean = fc.oneof(
  fc
    .array(rssFields, { maxLength: 4 })
    .map((items) => rss(items.map((fields) => `<item>${fields.join('')}</item>`).join(''))),
  fc
    .array(atomFields, { maxLength: 4 })
    .map((items) =>
      atom(
        items.map((fields) => `<entry>${fields.join('')}</entry>`).join(''),
        'xml:base="/news/" xml:lang="de"',
      ),
    ),
);

const read = async (xml: string) => mapFeed(await readXml(xml), { url: FEED_URL, fromUtf8: true });

describe('rewriteFeed', () => {
  it('changes nothing about a feed that needed no rewriting', async () => {
    await fc.assert(
      fc.asyncProperty(clean, async (document) => {
        expect(await read(rewriteFeed(document).xml)).toEqual(await read(document));
      }),
    );
  });

  it('writes what rss-parser can read, whatever it is given', async () => {
    const debris = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<rss>',
          '<channel>',
          '<item>',
          '</item>',
          '<title>',
          '</title>',
          '<![CDATA[',
          ']]>',
          '<!--',
          '<b',
          '&',
          '<',
          '="',
          "'",
          '<a:b c=d>',
          '</',
          '<?',
          '\0',
        ),
        fc.string(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(debris, async (pieces) => {
        const { xml, itemCount } = rewriteFeed(pieces.join(''));
        expect((await readXml(xml)).items).toHaveLength(itemCount);
      }),
    );
  });
});
