import type { RemovalLog } from './cleaning/removal-log.ts';
import { measureText } from './cleaning/word-count.ts';
import { findProsePath } from './find-prose.ts';
import { BLOCK_ELEMENTS, isElement, type PageElement, removeElements, textOf } from './page-tree.ts';

const MAX_LINK_SHARE = 0.4;

/**
 * Trims lists of links that stand beside the element with the paragraphs, at every level on the way down to it.
 * Readability keeps them where it settled on a wrapper of the whole page. Changes the tree.
 */
export function trimLinkLists(content: PageElement, log: RemovalLog): void {
  const sizes = measureText(content);
  const path = new Set(findProsePath(content));
  const unwanted = new Set<PageElement>();
  for (const parent of path) {
    for (const child of parent.children) {
      if (!isElement(child) || path.has(child)) continue;
      const { words, linkWords } = sizes.get(child) ?? { words: 0, linkWords: 0 };
      if (!holdsBlocks(child) || words === 0 || linkWords <= MAX_LINK_SHARE * words) continue;
      unwanted.add(child);
      log.add('link-list', 'a list of links beside the article', textOf(child));
    }
  }
  removeElements(content, unwanted);
}

/** A paragraph with long links in it is a paragraph. */
function holdsBlocks(element: PageElement): boolean {
  return element.children.some((child) => isElement(child) && BLOCK_ELEMENTS.has(child.name));
}
