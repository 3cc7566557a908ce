import { describe, expect, it } from 'vitest';
import { descendants, type PageElement } from '../../../src/domain/articles/page-tree.ts';
import { PAGE_LIMITS, readPage } from '../../../src/domain/articles/read-page.ts';
import { PARAGRAPHS, paragraphs, read, writePage } from './write-page.ts';

const ARTICLE = `<main><h1>x</h1>${paragraphs()}</main>`;

/** Pages that keep a plain parser busy for minutes, each with an article in front. */
const HOSTILE: readonly { name: string; html: () => string }[] = [
  { name: '100,000 nested elements', html: () => writePage(ARTICLE + '<div>'.repeat(100_000)) },
  { name: '20,000 nested formatting elements', html: () => writePage(ARTICLE + '<b>'.repeat(20_000)) },
  { name: '20,000 nested links', html: () => writePage(`${'<a href="/x">'.repeat(20_000)}${ARTICLE}`) },
  { name: '300,000 empty paragraphs', html: () => writePage(ARTICLE + '<p>'.repeat(300_000)) },
  { name: '2,000 nested tables', html: () => writePage(ARTICLE + '<table><tr><td>'.repeat(2_000)) },
  {
    name: 'a million attributes on one tag',
    html: () => writePage(`${ARTICLE}<div ${'a="1" '.repeat(1_000_000)}>`),
  },
  {
    name: 'attributes on 100,000 tags',
    html: () => writePage(ARTICLE + '<i class="a" id="b" title="c">x</i>'.repeat(100_000)),
  },
  { name: '5 MB of small tags', html: () => writePage(ARTICLE + '<p>a b</p>'.repeat(500_000)) },
  { name: '5 MB of paragraphs', html: () => writePage(ARTICLE + `<p>${PARAGRAPHS[3]}</p>`.repeat(28_000)) },
  {
    name: '60,000 links',
    html: () => writePage(ARTICLE + '<li><a href="/a/b/c">one two three</a></li>'.repeat(60_000)),
  },
  {
    name: '50,000 style attributes',
    html: () => writePage(ARTICLE + '<p style="background:url(a.png)no-repeat">a</p>'.repeat(50_000)),
  },
  {
    name: 'a style sheet of 5 MB',
    html: () => writePage(ARTICLE, `<style>${'a{b:c}'.repeat(800_000)}</style>`),
  },
  { name: 'an entity a letter, 3 MB', html: () => writePage(`${ARTICLE}<p>${'&#97;'.repeat(600_000)}</p>`) },
  {
    name: 'JSON-LD of 3 MB',
    html: () => writePage(ARTICLE, `<script type="application/ld+json">${'['.repeat(3_000_000)}</script>`),
  },
  {
    name: '5,000 pull quotes beside a long text',
    html: () =>
      writePage(
        `${ARTICLE}<p>${'word '.repeat(150_000)}</p>${Array.from({ length: 5_000 }, (_, at) => `<div class="pullquote">quote number ${at} of many</div>`).join('')}`,
      ),
  },
  {
    name: '2,000 nested headlines',
    html: () => writePage(`${'<h1>A headline of its own '.repeat(2_000)}${ARTICLE}`),
  },
  {
    name: '15,000 sentences that may be the standfirst',
    html: () =>
      writePage(
        `<h1>x</h1>${Array.from({ length: 15_000 }, (_, at) => `<p>The ferry sailed again on day ${at} with goats on board, and nobody was late for it.</p>`).join('')}${ARTICLE}`,
      ),
  },
  {
    name: '5,000 bylines',
    html: () =>
      writePage(
        `${ARTICLE}${Array.from({ length: 5_000 }, (_, at) => `<p class="byline">5 min read ${at}</p>`).join('')}`,
      ),
  },
  { name: 'one text of 5 MB', html: () => writePage(`${ARTICLE}<p>${'word '.repeat(1_000_000)}</p>`) },
];

function depthOf(element: PageElement): number {
  let depth = 0;
  for (let parent = element.parent; parent !== undefined; parent = parent.parent) depth += 1;
  return depth;
}

describe('a hostile page', () => {
  it.each(HOSTILE)('ends with an outcome: $name', ({ html }) => {
    const extraction = read(html());
    expect(['article', 'not-readerable']).toContain(extraction.kind);
  });

  it.each(HOSTILE)('becomes a tree within bounds: $name', ({ html }) => {
    const elements = [...descendants(readPage(html()).body)];
    expect(elements.length).toBeLessThanOrEqual(PAGE_LIMITS.maxElements);
    expect(Math.max(...elements.slice(0, 5_000).map(depthOf))).toBeLessThanOrEqual(PAGE_LIMITS.maxDepth);
    for (const { attributes } of elements) {
      for (const value of Object.values(attributes))
        expect(value.length).toBeLessThanOrEqual(PAGE_LIMITS.maxAttributeChars);
    }
  });

  it('says what was cut', () => {
    const extraction = read(writePage(ARTICLE + '<p>a b</p>'.repeat(600_000)));
    expect(extraction.kind === 'article' && extraction.article.notices).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^page cut after 5000000 characters of \d+$/),
        'page cut after 20000 elements',
      ]),
    );
  });

  it.each(['', ' ', '<', '<!--', '<script>', '</p>', '\u0000', '<p', '&', '<title>', '\ud800'])(
    '%j is no article',
    (html) => {
      expect(read(html).kind).toBe('not-readerable');
    },
  );
});
