import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../src/domain/articles/decode-page.ts';
import { extractArticle } from '../../../src/domain/articles/extract-article.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);

interface Pair {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

function readPairs(folder: string): Pair[] {
  const root = new URL(`${folder}/`, FIXTURES);
  return readdirSync(root).map((slug) => {
    const file = (name: string): Buffer => readFileSync(new URL(`${slug}/${name}`, root));
    const provenance = new URL(`${slug}/provenance.json`, root);
    const { url } = existsSync(provenance) ? JSON.parse(readFileSync(provenance, 'utf8')) : {};
    return {
      name: slug,
      html: decodePage(file('source.html')),
      url: url ?? 'https://page.invalid/',
      expected: JSON.parse(file('expected.json').toString('utf8')),
    };
  });
}

/** What extraction finds, with the fields that the expectation names. */
function findFields({ html, url, expected }: Pair): Record<string, unknown> {
  const extraction = extractArticle(html, url);
  if (extraction.kind !== 'article') return { notReaderable: extraction.reason };
  return Object.fromEntries(
    Object.keys(expected).map((key) => [key, extraction.article[key as keyof typeof extraction.article]]),
  );
}

describe('the kept pages', () => {
  it.each(readPairs('pages'))('$name', (pair) => {
    expect(findFields(pair)).toEqual(pair.expected);
  });
});

const PUBLISHERS = readdirSync(new URL('publishers/', FIXTURES), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'feed-formats')
  .map((entry) => `publishers/${entry.name}/pages`);

describe("the replay's kept pages, the seed articles' among them", () => {
  it.each(PUBLISHERS.flatMap(readPairs))('$name', (pair) => {
    expect(findFields(pair)).toEqual(pair.expected);
  });

  it('give the text of each seed article exactly', () => {
    const texts = PUBLISHERS.flatMap(readPairs).map(({ expected }) => expected['text']);
    for (const id of ['000', '001', '002', '003', '004']) {
      const article = readFileSync(new URL(`seeds/${id}.article.txt`, FIXTURES), 'utf8').trimEnd();
      expect(texts, id).toContain(article);
    }
  });
});

describe('language', () => {
  it.each([
    ['french-regional', 'fr'],
    ['german-regional', 'de'],
    ['spanish-local', 'es'],
    ['ukrainian-news', 'uk'],
    ['wire-dateline', 'en'],
  ])('of %s is %s', (slug, language) => {
    const pair = readPairs('pages').find(({ name }) => name === slug);
    const extraction = extractArticle(pair?.html ?? '', 'https://page.invalid/');
    expect(extraction.kind === 'article' && extraction.article.language).toBe(language);
  });
});
