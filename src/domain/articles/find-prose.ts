import { isNamedForReaders } from './cleaning/readers-names.ts';
import { measureText, type TextSize } from './cleaning/word-count.ts';
import { BLOCK_ELEMENTS, isElement, type PageElement } from './page-tree.ts';

/** A paragraph has more words than a headline in a list, and they are not mostly links. */
const MIN_PARAGRAPH_WORDS = 12;
/** A child that holds this share of its parent's paragraphs holds the article too. */
const MAJORITY = 0.75;

/**
 * The way from `body` down to its paragraphs, as long as one child holds three quarters of what its parent holds.
 * Readers' comments do not count. The last element of the way holds the paragraphs; it is no paragraph itself. A
 * second opinion beside Readability, which may settle on a table or a sidebar.
 */
export function findProsePath(body: PageElement): readonly PageElement[] {
  const sizes = measureText(body);
  const proseWords = measureProse(body, sizes);
  const path: PageElement[] = [];
  for (let next: PageElement | undefined = body; next !== undefined; ) {
    path.push(next);
    const enough: number = MAJORITY * (proseWords.get(next) ?? 0);
    next = next.children
      .filter(isElement)
      .find((child) => (proseWords.get(child) ?? 0) > enough && !isParagraph(child, sizes));
  }
  return path;
}

/** Words in paragraphs below each element, without readers' comments. A paragraph is a leaf among blocks. */
export function measureProse(
  body: PageElement,
  sizes: ReadonlyMap<PageElement, TextSize>,
): ReadonlyMap<PageElement, number> {
  const proseWords = new Map<PageElement, number>();
  countProse(body, sizes, proseWords);
  return proseWords;
}

function countProse(
  element: PageElement,
  sizes: ReadonlyMap<PageElement, TextSize>,
  proseWords: Map<PageElement, number>,
): number {
  let words = 0;
  if (!isNamedForReaders(element) || element.parent === undefined) {
    if (isParagraph(element, sizes)) words = sizes.get(element)?.words ?? 0;
    else
      for (const child of element.children)
        if (isElement(child)) words += countProse(child, sizes, proseWords);
  }
  proseWords.set(element, words);
  return words;
}

/** A block with text of its own and no block inside, long enough and not made of links. */
function isParagraph(element: PageElement, sizes: ReadonlyMap<PageElement, TextSize>): boolean {
  const { words, linkWords } = sizes.get(element) ?? { words: 0, linkWords: 0 };
  if (words < MIN_PARAGRAPH_WORDS || linkWords > words / 2 || !BLOCK_ELEMENTS.has(element.name)) return false;
  return !holdsBlocks(element);
}

function holdsBlocks(element: PageElement): boolean {
  return element.children.some(
    (child) => isElement(child) && (BLOCK_ELEMENTS.has(child.name) || holdsBlocks(child)),
  );
}
