import { describe, expect, it } from 'vitest';
import { atomEntry, firstItem, parse, rss, rssItem, THREE_ITEMS } from './feed-documents.ts';

const RDF =
  'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"';

const FORMATS: Record<string, string> = {
  'RSS 2.0': rssItem('<title>One</title><link>https://site.example/1</link>'),
  'RSS 0.91 with its document type': `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://netscape.example/rss.dtd">${rss('<item><title>One</title><link>https://site.example/1</link></item>', 'version="0.91"')}`,
  'RSS without a version': rss('<item><title>One</title><link>https://site.example/1</link></item>', ''),
  'RSS of a version nobody knows': rss(
    '<item><title>One</title><link>https://site.example/1</link></item>',
    'version="7"',
  ),
  'RSS 1.0': `<rdf:RDF ${RDF} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Chan</title></channel><item rdf:about="https://site.example/1"><title>One</title><link>https://site.example/1</link></item></rdf:RDF>`,
  'RSS 1.0 under another prefix': `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Chan</title></channel><item><title>One</title><link>https://site.example/1</link></item></r:RDF>`,
  'RSS 0.90': `<rdf:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Chan</title></channel><item><title>One</title><link>https://site.example/1</link></item></rdf:RDF>`,
  'RSS 1.1': `<Channel xmlns="http://purl.org/net/rss1.1#" ${RDF}><title>Chan</title><items rdf:parseType="Collection"><item rdf:about="https://site.example/1"><title>One</title><link>https://site.example/1</link></item></items></Channel>`,
  'RSS with its items beside the channel':
    '<rss version="2.0"><channel><title>Chan</title></channel><item><title>One</title><link>https://site.example/1</link></item></rss>',
  'RSS in capitals':
    '<RSS VERSION="2.0"><CHANNEL><TITLE>Chan</TITLE><ITEM><TITLE>One</TITLE><LINK>https://site.example/1</LINK></ITEM></CHANNEL></RSS>',
  'Atom 1.0': atomEntry('<title>One</title><link href="https://site.example/1"/>'),
  'Atom 1.0 with a prefix everywhere':
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Chan</a:title><a:entry><a:title>One</a:title><a:link href="https://site.example/1"/></a:entry></a:feed>',
  'Atom 0.3':
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Chan</title><entry><title>One</title><link rel="alternate" type="text/html" href="https://site.example/1"/></entry></feed>',
  CDF: '<CHANNEL HREF="https://site.example/"><TITLE>Chan</TITLE><ITEM HREF="/1" LASTMOD="2010-09-06"><TITLE>One</TITLE></ITEM></CHANNEL>',
  'one Atom entry by itself':
    '<entry xmlns="http://www.w3.org/2005/Atom"><title>One</title><link href="https://site.example/1"/></entry>',
  'JSON Feed 1.0': JSON.stringify({
    version: 'https://jsonfeed.org/version/1',
    title: 'Chan',
    items: [{ id: '1', url: 'https://site.example/1', title: 'One' }],
  }),
  'JSON Feed 1.1 without a version': JSON.stringify({
    title: 'Chan',
    items: [{ id: 1, url: '/1', title: 'One' }],
  }),
};

describe('parseFeed reads', () => {
  it.each(Object.entries(FORMATS))('%s', async (_name, document) => {
    const feed = await parse(document);
    expect(feed.items.map(({ title, link }) => ({ title, link }))).toEqual([
      { title: 'One', link: 'https://site.example/1' },
    ]);
  });
});

describe('JSON Feed', () => {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Chan',
    home_page_url: 'https://site.example/',
    language: 'en',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [
      {
        id: 7,
        url: 'https://site.example/1',
        title: 'One',
        summary: 'Short',
        content_html: '<p>Body <a href="/2">two</a></p>',
        date_published: '2024-07-01T10:00:00+02:00',
        authors: [{ name: 'Ann' }, { name: 'Bob' }],
        tags: ['x', 'y', 'x'],
        attachments: [{ url: 'https://site.example/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }],
      },
    ],
  };

  it('gives every field of the specification', async () => {
    const feed = await parse(JSON.stringify(whole), 'application/feed+json');
    expect(feed).toMatchObject({
      title: 'Chan',
      link: 'https://site.example/',
      language: 'en',
      hubUrl: 'https://hub.example/',
    });
    expect(feed.items[0]).toMatchObject({
      id: '7',
      summary: 'Short',
      content: '<p>Body <a href="https://site.example/2">two</a></p>',
      published: '2024-07-01T08:00:00.000Z',
      author: 'Ann, Bob',
      categories: ['x', 'y'],
      enclosures: [{ url: 'https://site.example/a.mp3', type: 'audio/mpeg', lengthBytes: 9 }],
    });
  });

  it('survives values of the wrong type', async () => {
    const item = {
      id: null,
      title: 5,
      url: ['x'],
      tags: 'x',
      authors: 'Ann',
      author: 'Ann',
      attachments: {},
      content_text: 'Body',
    };
    const feed = await parse(
      JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [null, 'x', item] }),
    );
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({
      title: '5',
      author: 'Ann',
      content: 'Body',
      categories: [],
      enclosures: [],
    });
  });
});

describe('parseFeed refuses', () => {
  it.each([
    { name: 'nothing', document: '', code: 'empty' },
    { name: 'white space', document: ' \n\t', code: 'empty' },
    {
      name: 'a web page',
      document: '<!doctype html><html><head><title>x</title></head><body><p>hi</p></body></html>',
      code: 'html-page',
    },
    {
      name: 'another kind of XML',
      document: '<?xml version="1.0"?><urlset><url><loc>https://x.example/</loc></url></urlset>',
      code: 'not-a-feed',
    },
    { name: 'plain text', document: 'Service unavailable', code: 'not-a-feed' },
    { name: 'other JSON', document: '{"error":"rate limited"}', code: 'not-a-feed' },
    { name: 'JSON that was cut off', document: '{"items":[{"id":', code: 'malformed' },
  ])('$name, and says so by code and by address', async ({ document, code }) => {
    await expect(parse(document)).rejects.toMatchObject({
      name: 'FeedError',
      code,
      message: expect.stringContaining('https://site.example/dir/feed.xml'),
    });
  });
});

describe('repairs', () => {
  it('are none for a clean feed', async () => {
    expect((await parse(rss(THREE_ITEMS))).repairs).toEqual([]);
  });

  it('are none for XHTML content, which is no fault', async () => {
    const entry =
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b></div></content>';
    expect((await parse(atomEntry(entry))).repairs).toEqual([]);
  });

  it('name what was mended', async () => {
    const feed = await parse(`<b>Warning</b>${rss(THREE_ITEMS.replace('Title 2', 'R&D'))}`);
    expect(feed.repairs).toEqual([
      'dropped text before the document',
      expect.stringMatching(/^mended markup: /),
    ]);
  });
});

it('gives the same items whether one item or many repeat the default namespace', async () => {
  const item = await firstItem(
    rss('<item xmlns=""><title xmlns="http://www.w3.org/2005/Atom">One</title></item>'),
  );
  expect(item.title).toBe('One');
});
