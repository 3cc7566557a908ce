import { describe, expect, it } from 'vitest';
import { atom, atomEntry, firstItem, parse, rss, rssItem, THREE_ITEMS } from './feed-documents.ts';

const CLEAN = rss(THREE_ITEMS);

describe('all three items survive', () => {
  it.each([
    { name: 'white space before the declaration', document: ` \n\n<?xml version="1.0"?>${CLEAN}` },
    {
      name: 'a PHP warning before the declaration',
      document: `<br />\n<b>Warning</b>: include() in <b>/x.php</b>\n<?xml version="1.0"?>${CLEAN}`,
    },
    { name: 'text before the root', document: `Notice: cache miss ${CLEAN}` },
    { name: 'a script behind the root', document: `${CLEAN}\n<script>track()</script><!-- cached -->` },
    { name: 'a web page behind the root', document: `${CLEAN}<html><body><p>404</body></html>` },
    { name: 'no closing tags at the end', document: CLEAN.replace('</channel></rss>', '') },
    { name: 'an item that was never closed', document: CLEAN.replace('</item>', '') },
    { name: 'a title that was never closed', document: CLEAN.replace('Title 2</title>', 'Title 2') },
    {
      name: 'a closing tag that nothing opened',
      document: CLEAN.replace('Title 2</title>', 'Title 2</title></foo>'),
    },
    {
      name: 'crossed tags',
      document: CLEAN.replace('Body 2</description></item>', 'Body 2</item></description>'),
    },
    { name: 'attributes without quotes', document: CLEAN.replaceAll('<guid>', '<guid isPermaLink=true>') },
    { name: 'an attribute without a value', document: CLEAN.replace('<guid>', '<guid isPermaLink>') },
    {
      name: 'an attribute twice',
      document: CLEAN.replace('<guid>', '<guid isPermaLink="true" isPermaLink="true">'),
    },
    { name: 'a bare ampersand', document: CLEAN.replace('Body 2', 'R&D at AT&T; a&b=c') },
    { name: 'an unknown entity', document: CLEAN.replace('Body 2', '&nonsense; &nbsp;') },
    { name: 'a bare <', document: CLEAN.replace('Body 2', 'if a < b, I <3 it') },
    { name: 'control characters and NUL', document: CLEAN.replace('Body 2', 'B\u0001\u0000ody') },
    {
      name: 'a prefix that was not declared',
      document: CLEAN.replace('<guid>', '<foo:bar baz:x="1"/><guid>'),
    },
    { name: 'HTML that was not escaped', document: CLEAN.replace('Body 2', '<p>Body <br> 2<li>x') },
    { name: 'a comment with --', document: CLEAN.replace('<item>', '<!-- a -- b --><item>') },
    { name: 'a processing instruction', document: CLEAN.replace('<item>', '<?php echo 1 ?><item>') },
    { name: 'an entity in the document type', document: `<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>${CLEAN}` },
    { name: 'elements nested without end', document: CLEAN.replace('Body 2', '<b>'.repeat(1_000)) },
    { name: 'a DOCTYPE in the middle', document: CLEAN.replace('<item>', '<!DOCTYPE x><!ELEMENT y><item>') },
  ])('$name', async ({ document }) => {
    const feed = await parse(document);
    expect(feed.items.map(({ link }) => link)).toEqual([1, 2, 3].map((n) => `https://site.example/${n}`));
    expect(feed.items.map(({ title }) => title)).toEqual(['Title 1', 'Title 2', 'Title 3']);
  });
});

describe('an item with nothing in it', () => {
  it.each([
    { name: 'an entry without children', document: atom('<entry></entry><entry/>') },
    { name: 'an entry of text', document: atom('<entry>text</entry><entry> </entry>') },
    { name: 'an item without children', document: rss('<item></item><item/>') },
    { name: 'an item of text', document: rss('<item>text</item><item> </item>') },
  ])('$name is an item all the same', async ({ document }) => {
    const { items } = await parse(document);
    expect(items.map(({ title, link }) => ({ title, link }))).toEqual([{}, {}]);
    expect(new Set(items.map(({ key }) => key)).size).toBe(2);
  });
});

describe('a document that stops midway', () => {
  it.each([
    { name: 'inside a tag', end: '<item><title>Title 4</title><link>https://site.exam' },
    { name: 'inside a CDATA section', end: '<item><title>Title 4</title><description><![CDATA[Bo' },
    { name: 'inside the name of a tag', end: '<item><title>Title 4</title><descr' },
  ])('$name keeps the whole items only, and says so', async ({ end }) => {
    const feed = await parse(`${CLEAN.replace('</channel></rss>', '')}${end}`);
    expect(feed.items.map(({ title }) => title)).toEqual(['Title 1', 'Title 2', 'Title 3']);
    expect(feed.repairs).toContain('dropped an item that was cut off');
  });

  it('keeps what is whole of the only item', async () => {
    const item = await firstItem(
      '<rss><channel><item><title>One</title><link>https://site.example/1</link><description>Bo',
    );
    expect(item).toMatchObject({ title: 'One', link: 'https://site.example/1', summary: undefined });
  });
});

describe('text that was damaged', () => {
  it.each([
    { name: 'HTML entities', source: 'A&nbsp;B &hellip; &eacute;', title: 'A\u00a0B … é' },
    { name: 'bare ampersands', source: 'R&D at AT&T', title: 'R&D at AT&T' },
    { name: 'a reference without its semicolon', source: 'a &copy b & c', title: 'a &copy b & c' },
    { name: 'a heart', source: 'I <3 news', title: 'I <3 news' },
    { name: 'an entity that nobody declared', source: 'a&x;b', title: 'a&x;b' },
    { name: 'tags inside', source: 'Big <b>news</b> & more', title: 'Big news & more' },
  ])('$name', async ({ source, title }) => {
    expect((await firstItem(rssItem(`<title>${source}</title>`))).title).toBe(title);
  });

  it.each([
    { name: 'text', declaration: '<!ENTITY x "News">', title: 'aNewsb' },
    { name: 'a character', declaration: "<!ENTITY x '&#233;'>", title: 'aéb' },
    { name: 'another entity', declaration: '<!ENTITY y "y"><!ENTITY x "&y;&y;">', title: 'a&x;b' },
    { name: 'markup', declaration: '<!ENTITY x "<title>z</title>">', title: 'a&x;b' },
    { name: 'a file', declaration: '<!ENTITY x SYSTEM "file:///etc/hostname">', title: 'a&x;b' },
  ])('a declared entity that stands for $name', async ({ declaration, title }) => {
    const item = await firstItem(`<!DOCTYPE rss [${declaration}]>${rssItem('<title>a&x;b</title>')}`);
    expect(item.title).toBe(title);
  });

  it('keeps query parameters that look like entities', async () => {
    const item = await firstItem(rssItem('<link>https://site.example/1?a=1&b=2&copy=3</link>'));
    expect(item.link).toBe('https://site.example/1?a=1&b=2&copy=3');
  });

  it('keeps the words of HTML that was not escaped in their order', async () => {
    const item = await firstItem(
      rssItem('<description><p>Hello <b>bold</b> and <br> more</p></description>'),
    );
    expect(item.summary).toBe('<p>Hello <b>bold</b> and <br> more</p>');
  });

  it('unescapes what stands before the first tag and keeps escapes behind it', async () => {
    const item = await firstItem(
      rssItem('<description>&lt;i&gt;a&lt;/i&gt; <b>b</b> 1 &lt; 2</description>'),
    );
    expect(item.summary).toBe('<i>a</i> <b>b</b> 1 &lt; 2');
  });
});

describe('markup in Atom', () => {
  it.each([
    {
      name: 'keeps the order of words',
      content: '<div xmlns="http://www.w3.org/1999/xhtml">a <b>b</b> c <i>d</i> e</div>',
      html: 'a <b>b</b> c <i>d</i> e',
    },
    {
      name: 'loses its prefix',
      content: '<h:div xmlns:h="http://www.w3.org/1999/xhtml">a <h:b>b</h:b></h:div>',
      html: 'a <b>b</b>',
    },
    { name: 'keeps two divs', content: '<div>a</div><div>b</div>', html: '<div>a</div><div>b</div>' },
    { name: 'keeps references as HTML', content: '<div>1 &lt; 2 &amp; 3</div>', html: '1 &lt; 2 &amp; 3' },
  ])('XHTML $name', async ({ content, html }) => {
    const item = await firstItem(atomEntry(`<content type="xhtml">${content}</content>`));
    expect(item.content).toBe(html);
  });
});
