import { isIntroducedList } from './cleaning/introduced-lists.ts';
import { foreignAddresses } from './cleaning/own-addresses.ts';
import { countWords } from './cleaning/word-count.ts';
import { descendants, isElement, type PageElement, type PageNode, textOf } from './page-tree.ts';

/** A shorter link is a handle, or the name of a place where a page is shared. */
const MIN_WORDS = 4;
const POINT = /^(?:h[2-6]|li)$/;

/**
 * Makes plain text of links that are a heading or a point of a list: of those to elsewhere, since an article lists what
 * others wrote and a list of other articles links to its own site, and of all in a list that a sentence announces.
 * Changes the tree.
 *
 * @param page the page as it came
 * @param addresses where it is known to be from
 */
export function freePoints(
  content: PageElement,
  page: PageElement,
  addresses: readonly (string | undefined)[],
): void {
  const points = [...descendants(content)].filter(({ name }) => POINT.test(name));
  if (points.length === 0) return;
  const isForeign = foreignAddresses(page, addresses);
  const isLink = ({ name }: PageElement): boolean => name === 'a';
  const isForeignLink = (element: PageElement): boolean =>
    isLink(element) &&
    isForeign(element.attributes['href'] ?? '') &&
    countWords(textOf(element)) >= MIN_WORDS;
  for (const point of points) {
    const isIntroduced = point.parent !== undefined && isIntroducedList(point.parent);
    freeLinks(point, isIntroduced ? isLink : isForeignLink);
  }
}

function freeLinks(parent: PageElement, isUnwanted: (element: PageElement) => boolean): void {
  parent.children = parent.children.flatMap((child): PageNode[] => {
    if (!isElement(child)) return [child];
    if (isUnwanted(child)) return child.children;
    freeLinks(child, isUnwanted);
    return [child];
  });
}
