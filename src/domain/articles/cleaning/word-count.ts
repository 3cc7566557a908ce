import { descendants, isElement, type PageElement } from '../page-tree.ts';

/** How much text an element holds, and how much of it is link text. */
export interface TextSize {
  readonly words: number;
  readonly linkWords: number;
}

const NO_TEXT: TextSize = { words: 0, linkWords: 0 };

/** A word between spaces, or two characters of a script that is written without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}|[\p{L}\p{N}][^\s\p{Script=Han}]*/gu;

export function countWords(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count += 1;
  return count;
}

/** Sizes of every element below `root`, measured in one pass so that no rule has to count again. */
export function measureText(root: PageElement): ReadonlyMap<PageElement, TextSize> {
  const sizes = new Map<PageElement, TextSize>();
  measureElement(root, false, sizes);
  return sizes;
}

function measureElement(element: PageElement, isLink: boolean, sizes: Map<PageElement, TextSize>): TextSize {
  const isInLink = isLink || (element.name === 'a' && element.attributes['href'] !== undefined);
  let words = 0;
  let linkWords = 0;
  for (const child of element.children) {
    const size = isElement(child) ? measureElement(child, isInLink, sizes) : measureString(child, isInLink);
    words += size.words;
    linkWords += size.linkWords;
  }
  const size = words === 0 ? NO_TEXT : { words, linkWords };
  sizes.set(element, size);
  return size;
}

function measureString(text: string, isLink: boolean): TextSize {
  const words = countWords(text);
  return { words, linkWords: isLink ? words : 0 };
}

/** True for an element that no preparation may take away: it holds the headline or is declared to be the body. */
export function holdsArticle(element: PageElement): boolean {
  if (isArticleMark(element)) return true;
  for (const inner of descendants(element)) {
    if (isArticleMark(inner)) return true;
  }
  return false;
}

function isArticleMark(element: PageElement): boolean {
  return element.name === 'h1' || /\barticleBody\b/.test(element.attributes['itemprop'] ?? '');
}
