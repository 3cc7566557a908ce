import type { PageElement } from '../page-tree.ts';
import { findName, nameWords, splitNames } from './name-words.ts';
import { READERS_NAMES } from './unwanted-names.ts';

/** What templates write on an article: whether there are comments on it, and whether one may be added. */
const STATES =
  /\b(?:has|hide|no|show|with|without)[-_]?comments?\b|\bcomments?[-_]?(?:closed|disabled|enabled|hidden|off|on|open)\b/gi;

/** Whether an element is named as what readers wrote, and not as something that they may write about. */
export function isNamedForReaders(element: PageElement): boolean {
  if (findName(nameWords(element), READERS_NAMES) === undefined) return false;
  const { class: className = '', id = '' } = element.attributes;
  const rest = className.replace(STATES, ' ');
  return findName(splitNames(`${rest} ${id}`), READERS_NAMES) !== undefined;
}
