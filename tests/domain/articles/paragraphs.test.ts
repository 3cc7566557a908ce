import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/domain/articles/cleaning/text-blocks.ts';
import { readPage } from '../../../src/domain/articles/read-page.ts';
import { PARAGRAPHS, paragraphs, readArticle, TEXT, writePage } from './write-page.ts';

const blocksOf = (html: string): string[] => readBlocks(readPage(html).body).map(({ text }) => text);

describe('a block element parts paragraphs, an inline one does not', () => {
  it.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    [
      'divs around inline elements',
      '<div>One <b>and</b> <i>a</i> half.</div><div>Two.</div>',
      ['One and a half.', 'Two.'],
    ],
    ['no space between tags', '<p>end.</p><p>Next</p>', ['end.', 'Next']],
    ['two line breaks', 'One<br><br>Two', ['One', 'Two']],
    ['a line break after a sentence', 'One.<br>Two.', ['One.', 'Two.']],
    ['a line break inside a sentence', 'One<br>and two.', ['One and two.']],
    ['a list', '<ul><li>One</li><li>Two</li></ul>', ['One', 'Two']],
    ['typed bullets', '<p>• One</p><p>· Two</p>', ['One', 'Two']],
    ['a row of figures', '<table><tr><td>Norland</td><td>300 km</td></tr></table>', ['Norland 300 km']],
    [
      'a table for layout',
      '<table><tr><td><p>One.</p></td><td><p>Two.</p></td></tr></table>',
      ['One.', 'Two.'],
    ],
    ['a program', '<pre>if (a) {\n  b\n}</pre>', ['if (a) {\n  b\n}']],
    ['soft hyphens, no-break and double spaces', '<p>a\u00adb\u00a0c  d\u200be</p>', ['ab c de']],
    ['an empty element between texts', 'One<p></p>two', ['One', 'two']],
    [
      'a declared shadow root, and no other template',
      '<x-a><template shadowrootmode="open"><p>One.</p></template></x-a><template><p>No.</p></template><p>Two.</p>',
      ['One.', 'Two.'],
    ],
    ['entities', '<p>Caf&eacute; &amp; bar &#8212; open</p>', ['Café & bar — open']],
    ['an ornate quotation', '<blockquote><p>One.</p></blockquote>', ['One.']],
  ])('%s', (_name, html, expected) => {
    expect(blocksOf(html)).toEqual(expected);
  });
});

describe('text of an article', () => {
  it('keeps the space that stands in an inline element of its own', () => {
    const [first = '', ...rest] = PARAGRAPHS;
    const spaced = first
      .replace(' outer ', '<i> outer</i><b><i> </i></b>')
      .replace(' Monday ', '<a href="/m"> </a>Monday<span> </span>');
    expect(readArticle(writePage(`<main><p>${spaced}</p>${paragraphs(rest)}</main>`)).text).toBe(TEXT);
  });

  it.each([
    ['paragraphs in one element', `<article><h1>x</h1>${paragraphs()}</article>`],
    [
      'divs instead of paragraphs',
      `<div class="copy">${PARAGRAPHS.map((text) => `<div>${text}</div>`).join('')}</div>`,
    ],
    ['line breaks', `<div class="copy">${PARAGRAPHS.join('<br><br>')}</div>`],
    [
      'spans and line breaks',
      `<div>${PARAGRAPHS.map((text) => `<span>${text}</span><br><br>`).join('')}</div>`,
    ],
    ['one box a paragraph', PARAGRAPHS.map((text) => `<div><div><p>${text}</p></div></div>`).join('')],
    [
      'three columns',
      `<div>${paragraphs(PARAGRAPHS.slice(0, 2))}</div><div>${paragraphs(PARAGRAPHS.slice(2, 4))}</div><div>${paragraphs(PARAGRAPHS.slice(4))}</div>`,
    ],
    ['custom elements', `<x-story><x-body>${paragraphs()}</x-body></x-story>`],
    ['a form around the page', `<form action="/"><main>${paragraphs()}</main></form>`],
    ['a table for layout', `<table><tr><td><a href="/a">News</a></td><td>${paragraphs()}</td></tr></table>`],
    ['a body that only a script would show', `<div style="display:none">${paragraphs()}</div>`],
    ['unclosed paragraphs', `<div>${PARAGRAPHS.map((text) => `<p>${text}`).join('')}</div>`],
  ])('in %s is found whole', (_name, body) => {
    expect(readArticle(writePage(`<main>${body}</main>`)).text).toBe(TEXT);
  });

  it('keeps headings, lists, quotations, tables and programs in their place', () => {
    const [first = '', second = '', third = '', fourth = '', ...rest] = PARAGRAPHS;
    const html = writePage(
      `<article><h1>t</h1><p>${first}</p><h2>How it began</h2><p>${second}</p><blockquote>${third}</blockquote>` +
        `<ul><li>the first of the new stops</li><li>the second of the new stops</li></ul><p>${fourth}</p>` +
        `<table><tr><th>Island</th><th>People</th></tr><tr><td>Northholm</td><td>112</td></tr></table>` +
        `<pre><code>sail --north</code></pre>${paragraphs(rest)}</article>`,
    );
    expect(readArticle(html).text.split('\n\n')).toEqual([
      first,
      'How it began',
      second,
      third,
      'the first of the new stops',
      'the second of the new stops',
      fourth,
      'Island People',
      'Northholm 112',
      'sail --north',
      ...rest,
    ]);
  });

  it('is what JSON-LD states where the page shows none', () => {
    const stated = JSON.stringify({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.join('\n') });
    const html = writePage('<div id="app"></div>', `<script type="application/ld+json">${stated}</script>`);
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('is not the summary that JSON-LD calls the body', () => {
    const stated = JSON.stringify({ '@type': 'NewsArticle', articleBody: PARAGRAPHS[0] });
    const html = writePage(
      `<main>${paragraphs()}</main>`,
      `<script type="application/ld+json">${stated}</script>`,
    );
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('is the marked body where it agrees in size with what is found', () => {
    const html = writePage(
      `<main><div itemprop="articleBody">${paragraphs()}</div><div><p>A few words more by the publisher of this page.</p></div></main>`,
    );
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('is not the teaser that is marked as the body', () => {
    const html = writePage(
      `<main><div itemprop="articleBody"><p>${PARAGRAPHS[0]}</p></div><div>${paragraphs(PARAGRAPHS.slice(1))}</div></main>`,
    );
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('has an excerpt cut at a word', () => {
    const { excerpt } = readArticle(writePage(`<main>${paragraphs()}</main>`));
    expect(excerpt.length).toBeLessThanOrEqual(301);
    expect(TEXT.replaceAll('\n\n', ' ').startsWith(excerpt.slice(0, -1))).toBe(true);
    expect(excerpt).toMatch(/\w…$/);
  });

  it('is the same whatever was read before', () => {
    const page = writePage(`<main>${paragraphs()}</main>`);
    const first = readArticle(page);
    readArticle(writePage(`<div>${PARAGRAPHS.join('<br><br>')}</div>`));
    expect(readArticle(page)).toEqual(first);
  });
});
