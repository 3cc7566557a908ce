import { descendants, headlineOf, type PageElement } from '../page-tree.ts';
import { wordsOnly } from './sentence-shape.ts';

/**
 * Makes other articles' headlines plain headings where one `h1` repeats the page's title: a card in the middle of an
 * article is an `h1` on some pages, and what holds the headline is never taken away. Changes the tree.
 *
 * @param title the page's title without the site's name
 */
export function demoteOtherHeadlines(body: PageElement, title: string): void {
  const headlines = [...descendants(body)].filter(({ name }) => name === 'h1');
  const own = wordsOnly(title);
  if (headlines.length < 2 || own === '') return;
  const isOwn = (headline: PageElement): boolean => wordsOnly(headlineOf(headline)) === own;
  if (!headlines.some(isOwn)) return;
  for (const headline of headlines) if (!isOwn(headline)) headline.name = 'h2';
}
