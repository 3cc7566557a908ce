import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readability } from '@mozilla/readability';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptPages, replayPages } from '../../../benchmarks/extract/pages.ts';
import { wordsOnly } from '../../../src/domain/articles/cleaning/sentence-shape.ts';
import { documentOf, parseDocument } from '../../../src/domain/articles/document-of-tree.ts';
import { parseHtml } from '../../../src/domain/articles/jsdom-window.ts';
import { leanTree, renderHtml } from '../../../src/domain/articles/lean-tree.ts';
import type { PageElement, PageNode } from '../../../src/domain/articles/page-tree.ts';
import { readPreparedPage } from '../../../src/domain/articles/prepared-page.ts';
import { readPage } from '../../../src/domain/articles/read-page.ts';
import { readDocument, runReadability } from '../../../src/domain/articles/run-readability.ts';
import { isStandardNesting } from '../../../src/domain/articles/standard-nesting.ts';
import { PARAGRAPHS, paragraphs, readArticle, TEXT, TITLE, writePage } from './write-page.ts';

describe('what reaches jsdom', () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('globalThis.ran = true');
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  /** A page with everything in it that could run or be loaded. */
  const armed = (): string => {
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return writePage(
      `<main onload="globalThis.ran = true"><h1>${TITLE}</h1>${paragraphs()}<img src="${at}/i" onerror="globalThis.ran = true">` +
        `<iframe src="${at}/f"></iframe><object data="${at}/o"></object><video src="${at}/v" autoplay></video>` +
        `<svg><script>globalThis.ran = true</script></svg><a href="javascript:globalThis.ran = true">x</a></main>`,
      `<base href="${at}"><link rel="stylesheet" href="${at}/c"><link rel="preload" as="script" href="${at}/p">` +
        `<meta http-equiv="refresh" content="0;url=${at}/r"><style>@import url(${at}/s); p { background: url(${at}/b)no-repeat }</style>` +
        `<script src="${at}/j"></script><script>globalThis.ran = true</script>`,
    );
  };

  it('runs nothing and asks for nothing', async () => {
    expect(readArticle(armed()).text).toBe(TEXT);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked).toEqual([]);
    expect('ran' in globalThis).toBe(false);
  });

  it('holds no style sheet, style attribute, script, handler or picture', () => {
    const html = renderHtml(
      leanTree(readPage(armed().replaceAll('<p>', '<p style="color: red" onclick="x()">')).body),
    );
    expect(html).not.toMatch(/<style|<script|<link|<img|<iframe|style=|on\w+=|url\(/i);
  });

  it('holds no element without text, except where it parts texts or is a cell', () => {
    const { body } = readPage(
      '<div><p>a<span></span></p><p></p><p>b</p>c<p></p>d<table><tr><td></td><td>e</td></tr></table></div>',
    );
    expect(renderHtml(leanTree(body))).toBe(
      '<body><div><p>a</p><p>b</p>c<p></p>d<table><tr><td></td><td>e</td></tr></table></div></body>',
    );
  });

  it('finds nothing in a page without text', () => {
    expect(runReadability(TITLE, readPage('').body, parseHtml)).toBeUndefined();
  });
});

/** Plain pages in many manners, on which nothing should be done differently from Readability alone. */
const PLAIN: readonly { name: string; body: string }[] = [
  { name: 'paragraphs in the body', body: paragraphs() },
  { name: 'an article element', body: `<article>${paragraphs()}</article>` },
  {
    name: 'a main element with sections',
    body: `<main>${PARAGRAPHS.map((text) => `<section><p>${text}</p></section>`).join('')}</main>`,
  },
  { name: 'a content div', body: `<div id="content"><div class="post">${paragraphs()}</div></div>` },
  { name: 'line breaks', body: `<div>${PARAGRAPHS.join('<br><br>')}</div>` },
  {
    name: 'divs for paragraphs',
    body: `<div class="text">${PARAGRAPHS.map((text) => `<div>${text}</div>`).join('')}</div>`,
  },
  {
    name: 'a sidebar of links',
    body: `<div><div class="sidebar"><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul></div><div class="content">${paragraphs()}</div></div>`,
  },
  {
    name: 'inline formatting and links',
    body: `<article>${paragraphs(PARAGRAPHS.map((text) => text.replace(/ the (\w+)/, ' <b>the</b> <a href="/x">$1</a>')))}</article>`,
  },
  {
    name: 'a quotation',
    body: `<article><p>${PARAGRAPHS[0]}</p><blockquote><p>${PARAGRAPHS[1]}</p></blockquote>${paragraphs(PARAGRAPHS.slice(2))}</article>`,
  },
  {
    name: 'a list',
    body: `<article>${paragraphs(PARAGRAPHS.slice(0, 3))}<ul>${PARAGRAPHS.slice(3)
      .map((text) => `<li>${text}</li>`)
      .join('')}</ul></article>`,
  },
  {
    name: 'subheadings',
    body: `<article>${paragraphs(PARAGRAPHS.slice(0, 3))}<h2>What comes next</h2>${paragraphs(PARAGRAPHS.slice(3))}</article>`,
  },
  { name: 'an old table', body: `<table><tr><td>${paragraphs()}</td></tr></table>` },
];

function readabilityAlone(html: string): string {
  const { window } = new JSDOM(html, { url: 'https://www.harbour-times.example/news/ferry' });
  return new Readability(window.document).parse()?.textContent ?? '';
}

describe('of the two documents', () => {
  const SHORT = {
    name: 'a text so short that Readability begins again',
    body: paragraphs(PARAGRAPHS.slice(0, 2)),
  };
  const pages = [
    ...[...PLAIN, SHORT].map(({ name, body }) => ({ name, html: writePage(body) })),
    ...keptPages(),
    ...replayPages(),
  ];

  const treeOfPage = (html: string): PageElement =>
    leanTree(readPreparedPage(html, 'https://page.example/').body);

  /** linkedom tidies the list of an element's classes. */
  const tidied = (node: PageNode): unknown => {
    if (typeof node === 'string') return node;
    const { class: classes, ...others } = node.attributes;
    const own = [...new Set((classes ?? '').split(/\s+/))].filter((name) => name !== '');
    return [node.name, own, others, ...node.children.map(tidied)];
  };

  const readFrom = (document: Document): unknown => tidied(readDocument(document) ?? '');

  it.each(pages)('Readability makes the same article: $name', ({ html }) => {
    const tree = treeOfPage(html);
    expect(readFrom(documentOf(TITLE, tree, parseHtml))).toEqual(
      readFrom(parseDocument(TITLE, tree, parseHtml)),
    );
  });

  it('Readability makes the same article of pages that lack some of their tags and the beginning', () => {
    let built = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.constantFrom(0.02, 0.1, 0.3),
        fc.constantFrom(0, 0, 0.4),
        ({ html }, chances, missing, start) => {
          const parts = html.slice(html.length * start).split(/(<[^>]*>)/);
          const tree = treeOfPage(
            parts.filter((part) => !part.startsWith('<') || (chances.next().value ?? 0) > missing).join(''),
          );
          if (!isStandardNesting(tree)) return;
          built += 1;
          expect(readFrom(documentOf(TITLE, tree, parseHtml))).toEqual(
            readFrom(parseDocument(TITLE, tree, parseHtml)),
          );
        },
      ),
      { numRuns: 200 },
    );
    expect(built).toBeGreaterThan(100);
  });

  it('nearly every page is built and not parsed', () => {
    const built = pages.filter(({ html }) => isStandardNesting(treeOfPage(html)));
    expect(built.length).toBeGreaterThan(0.9 * pages.length);
  });
});

describe('on a plain page', () => {
  it.each(PLAIN)('the outcome is that of Readability alone: $name', ({ body }) => {
    const html = `<!doctype html><html><head><title>${TITLE}</title></head><body>${body}</body></html>`;
    // Readability glues neighbouring blocks together; only the words in their order are compared.
    const letters = (text: string): string => wordsOnly(text).replaceAll(' ', '');
    expect(letters(readArticle(html).text)).toBe(letters(readabilityAlone(html)));
  });
});
