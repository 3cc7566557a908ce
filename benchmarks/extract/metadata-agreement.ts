import type { ExtractedArticle } from '../../src/domain/articles/article.ts';
import { wordsOnly } from '../../src/domain/articles/cleaning/sentence-shape.ts';
import { extractArticle } from '../../src/domain/articles/extract-article.ts';
import type { PublicPage } from './public-pages.ts';

/** A time may be a zone away from the day the page prints. */
const DAY_MS = 86_400_000;

interface Field {
  readonly name: string;
  readonly of: (page: PublicPage) => string | undefined;
  readonly agrees: (expected: string, article: ExtractedArticle) => boolean;
}

const FIELDS: readonly Field[] = [
  {
    name: 'title',
    of: ({ title }) => title,
    agrees: (title, article) => wordsOnly(title) === wordsOnly(article.title),
  },
  {
    name: 'byline',
    of: ({ author }) => author,
    agrees: (author, { byline }) => {
      const first = wordsOnly(byline[0] ?? '');
      return first !== '' && wordsOnly(author).includes(first);
    },
  },
  {
    name: 'time of publication, within a day',
    of: ({ published }) => published,
    agrees: (published, { publishedAt }) =>
      Math.abs(Date.parse(published) - Date.parse(publishedAt ?? '')) <= DAY_MS,
  },
];

/** How often what we read in a page's head and beside its headline is what its testers expect. */
export function describeAgreement(pages: readonly PublicPage[]): string {
  const lines = FIELDS.flatMap(({ name, of, agrees }) => {
    const asked = pages.filter((page) => of(page) !== undefined);
    const right = asked.filter((page) => {
      const extraction = extractArticle(page.html, page.url);
      return extraction.kind === 'article' && agrees(of(page) ?? '', extraction.article);
    });
    return asked.length === 0 ? [] : [`  ${name}: ${right.length} of ${asked.length}`];
  });
  return lines.length === 0 ? '' : ['caveat agrees with what is expected:', ...lines].join('\n');
}
