import { isNearlyEmpty } from './choose-body.ts';
import { preparePage } from './cleaning/prepare-page.ts';
import { RemovalLog } from './cleaning/removal-log.ts';
import { readHints } from './page-hints.ts';
import { type PageElement, textOf } from './page-tree.ts';
import { readWholePage } from './read-whole-page.ts';
import { listDescriptions } from './with-standfirst.ts';

/**
 * Everything of which `extractArticle` can make this page's title and text, found without a DOM: what preparation leaves
 * of the page, and what its head states. Related stories, menus and comments are not among it.
 *
 * @returns `undefined` where extraction may read the page again without its rules, and so may take anything
 */
export function boundArticle(html: string, url: string): string | undefined {
  const { page, article, metadata } = readWholePage(html, url);
  preparePage(page.body, metadata.title, new RemovalLog());
  const hints = readHints(page.body, article, listDescriptions(page));
  if (isNearlyEmpty(hints)) return undefined;
  const stated = hints.statedBody.map(({ text }) => text);
  // A parser moves text out of a table's rows to where it may touch other text: the words are also read joined.
  return [metadata.title, ...stated, textOf(page.body), joinedText(page.body)].join('\n');
}

function joinedText({ children }: PageElement): string {
  return children.map((child) => (typeof child === 'string' ? child : joinedText(child))).join('');
}
