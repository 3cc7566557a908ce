import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keptPages } from '../../benchmarks/extract/pages.ts';
import { extractLazily } from '../../src/compose/extract-lazily.ts';
import { extractArticle } from '../../src/domain/articles/extract-article.ts';
import { readPreparedPage } from '../../src/domain/articles/prepared-page.ts';
import { paragraphs, writePage } from '../domain/articles/write-page.ts';

const URL_OF_PAGE = 'https://www.harbour-times.example/news/ferry';
/** A row outside a group of rows: only a parser knows what becomes of it. */
const OLD_PAGE = writePage(`<table><tr><td>${paragraphs()}</td></tr></table>`);
const NEW_PAGE = writePage(`<main><article>${paragraphs()}</article></main>`);

/** For each page, read in turn by one process, whether jsdom had been loaded behind it. */
function loadsOf(pages: readonly string[]): boolean[] {
  const source = (path: string) =>
    JSON.stringify(fileURLToPath(new URL(`../../src/${path}`, import.meta.url)));
  const script = `
    import { createRequire } from 'node:module';
    import { extractLazily } from ${source('compose/extract-lazily.ts')};
    import { readPreparedPage } from ${source('domain/articles/prepared-page.ts')};
    const { cache } = createRequire(${source('compose/extract-lazily.ts')});
    const loaded = [];
    for (const html of JSON.parse(process.argv[1])) {
      const { kind } = await extractLazily(readPreparedPage(html, '${URL_OF_PAGE}'));
      if (kind !== 'article') throw new Error('no article was found');
      loaded.push(Object.keys(cache).some((path) => path.includes('node_modules/jsdom/')));
    }
    console.log(JSON.stringify(loaded));`;
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify(pages)],
    {
      encoding: 'utf8',
    },
  );
  return JSON.parse(output);
}

describe('extraction in a function', () => {
  it('loads jsdom with the first page that needs it, and not before', () => {
    expect(loadsOf([NEW_PAGE, OLD_PAGE])).toEqual([false, true]);
  });

  it.each([...keptPages(), { name: 'a page that needs a parser', html: OLD_PAGE }])(
    'finds the same as with jsdom at hand: $name',
    async ({ html }) => {
      const found = await extractLazily(readPreparedPage(html, URL_OF_PAGE));
      expect(found).toEqual(extractArticle(html, URL_OF_PAGE));
    },
  );
});
