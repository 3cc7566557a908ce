import { isElement, isLeafBlock, type PageElement, textOf } from '../page-tree.ts';
import { wordsOnly } from './sentence-shape.ts';
import { tidyText } from './text-blocks.ts';

const LISTS: ReadonlySet<string> = new Set(['ol', 'ul']);
/** "Related stories:" is a heading, whatever its element. */
const MIN_WORDS = 6;
const MAX_WORDS = 80;

/** What an introduction to other articles speaks of; sorted, de, en, es, fr, uk together. */
const TEASER_WORDS: ReadonlySet<string> = new Set([
  'article',
  'articles',
  'artikel',
  'artículos',
  'beiträge',
  'coverage',
  'follow',
  'latest',
  'leer',
  'lesen',
  'lire',
  'mehr',
  'more',
  'más',
  'newsletter',
  'newsletters',
  'noticias',
  'plus',
  'post',
  'posts',
  'read',
  'reading',
  'related',
  'stories',
  'story',
  'subscribe',
  'themen',
  'video',
  'videos',
  'watch',
  'більше',
  'матеріали',
  'новини',
  'статті',
  'читайте',
]);

/** Whether a list is what the sentence above it announces with a colon, and not more to read. */
export function isIntroducedList(list: PageElement): boolean {
  if (!LISTS.has(list.name) || list.parent === undefined) return false;
  const siblings = list.parent.children;
  const above = siblings.slice(0, siblings.indexOf(list)).findLast((node) => textOf(node).trim() !== '');
  if (above === undefined || (isElement(above) && !isLeafBlock(above))) return false;
  const text = tidyText(textOf(above));
  if (!/[:：]$/.test(text)) return false;
  const words = wordsOnly(text).split(' ');
  const isSentence = words.length >= MIN_WORDS && words.length <= MAX_WORDS;
  return isSentence && !words.some((word) => TEASER_WORDS.has(word));
}
