import { descendants, isElement, type PageElement } from '../page-tree.ts';

/** How much text an element holds, and how much of it is link text. */
export interface TextSize {
  readonly words: number;
  readonly linkWords: number;
}

const NO_TEXT: TextSize = { words: 0, linkWords: 0 };

/** A word between spaces, or two characters of a script that is written without spaces. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}|[\p{L}\p{N}][^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]*/gu;

const [LETTER, SPACE, MARK] = [1, 2, 3];
/** Latin letters, digits, spaces and punctuation; 0 for all other characters. */
const characterKinds = Uint8Array.from({ length: 0x1_0000 }, (_, code) =>
  code < 0x250 || (code >= 0x2010 && code < 0x2028) ? kindOf(String.fromCharCode(code)) : 0,
);

function kindOf(character: string): number {
  if (/\s/.test(character)) return SPACE;
  return /[\p{L}\p{N}]/u.test(character) ? LETTER : MARK;
}

export function countWords(text: string): number {
  return countLatinWords(text) ?? countAnyWords(text);
}

function countAnyWords(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count += 1;
  return count;
}

/** The same count for the commonest texts, many times faster; `undefined` at the first character that needs a closer look. */
function countLatinWords(text: string): number | undefined {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = characterKinds[text.charCodeAt(at)];
    if (kind === LETTER) {
      if (!isInWord) count += 1;
      isInWord = true;
    } else if (kind === SPACE) isInWord = false;
    else if (kind !== MARK) return undefined;
  }
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

/** True for an element with words of its own, between which its links and spans stand. */
export function holdsRunningText(element: PageElement): boolean {
  return element.children.some((child) => typeof child === 'string' && countWords(child) >= 3);
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
