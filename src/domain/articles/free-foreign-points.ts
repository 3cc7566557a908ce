import { foreignAddresses } from './cleaning/own-addresses.ts';
import { countWords } from './cleaning/word-count.ts';
import { descendants, isElement, type PageElement, type PageNode, textOf } from './page-tree.ts';

/** A shorter link is a handle, or the name of a place where a page is shared. */
const MIN_WORDS = 4;
const POINT = /^(?:h[2-6]|li)$/;

/**
 * Makes plain text of links to elsewhere that are a heading or a point of a list. An article lists what others wrote;
 * a list of other articles links to its own site. Changes the tree.
 *
 * @param page the page as it came
 * @param addresses where it is known to be from
 */
export function freeForeignPoints(
  content: PageElement,
  page: PageElement,
  addresses: readonly (string | undefined)[],
): void {
  const points = [...descendants(content)].filter(({ name }) => POINT.test(name));
  if (points.length === 0) return;
  const isForeign = foreignAddresses(page, addresses);
  const isForeignLink = (element: PageElement): boolean =>
    element.name === 'a' &&
    isForeign(element.attributes['href'] ?? '') &&
    countWords(textOf(element)) >= MIN_WORDS;
  for (const point of points) freeLinks(point, isForeignLink);
}

function freeLinks(parent: PageElement, isForeignLink: (element: PageElement) => boolean): void {
  parent.children = parent.children.flatMap((child): PageNode[] => {
    if (!isElement(child)) return [child];
    if (isForeignLink(child)) return child.children;
    freeLinks(child, isForeignLink);
    return [child];
  });
}
