import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPublishers } from '../../local/publishers.ts';
import { articleText } from '../../local/publishers-model.ts';
import { pageUrl, renderPage } from '../../local/publishers-page.ts';
import { decodePage } from '../../src/domain/articles/decode-page.ts';

export const DAY_PAGES = 330;

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');

export interface BenchPage {
  readonly name: string;
  readonly url: string;
  readonly html: string;
  /** What a reader would call the article; absent for pages that have none. */
  readonly expected: string | undefined;
}

/** The kept pages: one of each of many manners, none of them on the topic. */
export function keptPages(): BenchPage[] {
  const root = join(FIXTURES, 'pages');
  return readdirSync(root).map((name) => {
    const file = (part: string): string => join(root, name, part);
    const provenance = existsSync(file('provenance.json'))
      ? readFileSync(file('provenance.json'), 'utf8')
      : '{}';
    return {
      name,
      url: JSON.parse(provenance).url ?? 'https://page.example/',
      html: decodePage(readFileSync(file('source.html'))),
      expected: JSON.parse(readFileSync(file('expected.json'), 'utf8')).text,
    };
  });
}

/** Every page of the replay: a few on the topic, the others near it, and headlines on the topic beside all of them. */
export function replayPages(): BenchPage[] {
  return loadPublishers(join(FIXTURES, 'publishers')).flatMap((publisher) =>
    publisher.items
      .filter((item) => item.serve === 'page' && item.copyOf === undefined)
      .map((item) => ({
        name: `${publisher.slug}/${item.id}`,
        url: pageUrl(publisher, item),
        html: renderPage(publisher, item),
        expected: articleText(item),
      })),
  );
}

/** The pages of the seed articles, which are what the topic is about. */
export function relevantPages(): BenchPage[] {
  const seeds = ['000', '001', '002', '003', '004'].map((id) =>
    readFileSync(join(FIXTURES, 'seeds', `${id}.article.txt`), 'utf8').trim(),
  );
  return replayPages().filter(({ expected }) => expected !== undefined && seeds.includes(expected.trim()));
}

/** A day of `count` pages: ordinary ones in turn, and every thirty-third a relevant one. */
export function dayStream(count: number, ordinary: readonly BenchPage[] = keptArticles()): BenchPage[] {
  const relevant = relevantPages();
  return Array.from({ length: count }, (_, at) => {
    const page =
      at % 33 === 32 ? relevant[Math.floor(at / 33) % relevant.length] : ordinary[at % ordinary.length];
    if (!page) throw new Error('there are no pages to measure with');
    return page;
  });
}

function keptArticles(): BenchPage[] {
  return keptPages().filter(({ expected }) => expected !== undefined);
}
