import {
  BLOCK_ELEMENTS,
  descendants,
  HEADING,
  hasAncestor,
  isElement,
  isLeafBlock,
  type PageElement,
  textOf,
} from '../page-tree.ts';
import { findName, nameWords } from './name-words.ts';
import { endsSentence } from './sentence-shape.ts';
import { tidyText } from './text-blocks.ts';
import { CAPTION_NAMES } from './unwanted-names.ts';
import { countWords } from './word-count.ts';

const MIN_SENTENCE_WORDS = 6;
/** What holds text of its own even where a picture stands in it. */
const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['blockquote', 'dd', 'li', 'p', 'pre', 'td']);

/** What the page marks as a caption, by element or by name. */
export function isCaption(element: PageElement): boolean {
  return element.name === 'figcaption' || findName(nameWords(element), CAPTION_NAMES) !== undefined;
}

/** Text beside a picture and nothing else; a heading would make it a card, and a paragraph may begin with a picture. */
export function isPictureBox(element: PageElement): boolean {
  if (!BLOCK_ELEMENTS.has(element.name) || TEXT_ELEMENTS.has(element.name)) return false;
  if (!holdsPicture(element) || [...descendants(element)].some(({ name }) => HEADING.test(name)))
    return false;
  return element.name === 'figure' || !saysMoreThanCaption(element);
}

/** Where a caption is marked, a sentence beside it is none: a step of a recipe, with its picture. */
function saysMoreThanCaption(box: PageElement): boolean {
  const inside = [...descendants(box)];
  const captions = new Set(inside.filter((element) => isCaption(element) && textOf(element).trim() !== ''));
  if (captions.size === 0) return false;
  const isOfCaption = (element: PageElement): boolean =>
    captions.has(element) ||
    hasAncestor(element, (ancestor) => captions.has(ancestor)) ||
    [...descendants(element)].some((inner) => captions.has(inner));
  return inside.some(
    (element) => isLeafBlock(element) && isWholeSentence(tidyText(textOf(element))) && !isOfCaption(element),
  );
}

function isWholeSentence(text: string): boolean {
  return countWords(text) >= MIN_SENTENCE_WORDS && endsSentence(text);
}

/** A picture may be wrapped in a link or in boxes of its own. */
function holdsPicture(element: PageElement): boolean {
  return element.hasPicture || element.children.some((child) => isElement(child) && holdsPicture(child));
}
