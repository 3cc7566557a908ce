import { splitNames } from './cleaning/name-words.ts';
import { HEADING, headlineOf, type PageElement } from './page-tree.ts';

/** "Related posts" may be named so by its template; an id of more of a heading's words was made from them. */
const MIN_WORDS = 3;

/**
 * Forgets the id that a program made of a heading's own words, for links to it: "share-of-the-vote" is no share bar,
 * whatever rules about names say. Changes the element.
 */
export function forgetAnchor(element: PageElement): void {
  const id = element.attributes['id'];
  if (id === undefined || !HEADING.test(element.name)) return;
  const own = splitNames(headlineOf(element)).slice(0, MIN_WORDS);
  const words = splitNames(id);
  if (own.length === MIN_WORDS && own.every((word, at) => word === words[at]))
    delete element.attributes['id'];
}
