import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boundArticle } from '../../../src/domain/articles/bound-article.ts';
import { wordsOnly } from '../../../src/domain/articles/cleaning/sentence-shape.ts';
import { decodePage } from '../../../src/domain/articles/decode-page.ts';
import { extractArticle } from '../../../src/domain/articles/extract-article.ts';
import { extractPrepared } from '../../../src/domain/articles/extract-prepared.ts';
import { parseHtml } from '../../../src/domain/articles/jsdom-window.ts';
import { readPreparedPage } from '../../../src/domain/articles/prepared-page.ts';
import { paragraphs, TITLE, writePage } from './write-page.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);
const URL_OF_PAGE = 'https://www.harbour-times.example/news/ferry';

function listPages(folder: string): { name: string; html: string }[] {
  const root = new URL(`${folder}/`, FIXTURES);
  if (!existsSync(root)) return [];
  return readdirSync(root).map((slug) => ({
    name: slug,
    html: decodePage(readFileSync(new URL(`${slug}/source.html`, root))),
  }));
}

const PUBLISHERS = readdirSync(new URL('publishers/', FIXTURES));
const PAGES = ['pages', ...PUBLISHERS.map((slug) => `publishers/${slug}/pages`)].flatMap(listPages);

const boundOf = (html: string): string | undefined => boundArticle(readPreparedPage(html, URL_OF_PAGE));
const letters = (text: string): string => wordsOnly(text).replaceAll(' ', '');

describe('what an article can be made of, found without a DOM', () => {
  it.each(PAGES)('holds all that extraction finds: $name', ({ html }) => {
    const bound = boundOf(html);
    const extraction = extractArticle(html, URL_OF_PAGE);
    if (bound === undefined || extraction.kind !== 'article') return;
    const all = letters(bound);
    for (const part of [extraction.article.title, ...extraction.article.text.split('\n\n')]) {
      expect(all).toContain(letters(part));
    }
  });

  it.each(PAGES)('leaves the prepared page as it was for extraction: $name', ({ html }) => {
    const prepared = readPreparedPage(html, URL_OF_PAGE);
    boundArticle(prepared);
    const first = extractPrepared(prepared, parseHtml);
    expect(extractPrepared(prepared, parseHtml)).toEqual(first);
    expect(first).toEqual(extractArticle(html, URL_OF_PAGE));
  });

  it('is known for nearly every page with an article', () => {
    const articles = PAGES.filter(({ html }) => extractArticle(html, URL_OF_PAGE).kind === 'article');
    const known = articles.filter(({ html }) => boundOf(html) !== undefined);
    expect(known.length).toBeGreaterThan(0.8 * articles.length);
  });

  it('holds no related stories, and what JSON-LD states', () => {
    const related = [1, 2, 3]
      .map((at) => `<li><a href="/${at}">Bakers strike on day ${at}</a></li>`)
      .join('');
    const stated = JSON.stringify({ '@type': 'NewsArticle', articleBody: 'A stated body.' });
    const bound = boundOf(
      writePage(
        `<main><h1>${TITLE}</h1>${paragraphs()}<div class="related"><ul>${related}</ul></div></main>`,
        `<script type="application/ld+json">${stated}</script>`,
      ),
    );
    expect(bound).toContain('A stated body.');
    expect(bound).not.toContain('Bakers');
  });

  it('is unknown where preparation leaves next to nothing', () => {
    expect(boundOf(writePage('<main><p>Few words.</p></main>'))).toBeUndefined();
  });
});
