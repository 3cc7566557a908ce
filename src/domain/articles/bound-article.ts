import { isNearlyEmpty } from './choose-body.ts';
import { type PageElement, textOf } from './page-tree.ts';
import type { PreparedPage } from './prepared-page.ts';

/**
 * Everything of which `extractArticle` can make this page's title and text, found without a DOM: what preparation left
 * of the page, and what its head states. Related stories, menus and comments are not among it.
 *
 * @returns `undefined` where extraction may read the page again without its rules, and so may take anything
 */
export function boundArticle({ source, body, hints }: PreparedPage): string | undefined {
  if (isNearlyEmpty(hints)) return undefined;
  const stated = hints.statedBody.map(({ text }) => text);
  // A parser moves text out of a table's rows to where it may touch other text: the words are also read joined.
  return [source.metadata.title, ...stated, textOf(body), joinedText(body)].join('\n');
}

function joinedText({ children }: PageElement): string {
  return children.map((child) => (typeof child === 'string' ? child : joinedText(child))).join('');
}
