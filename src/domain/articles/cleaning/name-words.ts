import { onceFor } from '../../once-for.ts';
import type { PageElement } from '../page-tree.ts';

/**
 * The words in an element's class and id, in order and in lower case: `relatedPosts-box2` gives related, posts, box.
 *
 * Rules match words and word pairs, never parts of words: "share" must not find "shareholder".
 */
export function nameWords(element: PageElement): readonly string[] {
  if (element.nameWords === undefined) {
    const { class: className = '', id = '' } = element.attributes;
    element.nameWords = className === '' && id === '' ? NO_WORDS : splitOnce(`${className} ${id}`);
  }
  return element.nameWords;
}

const NO_WORDS: readonly string[] = [];

/** A template prints one class many times. */
const wordsOfText = new Map<string, readonly string[]>();
const MAX_KEPT_NAMES = 2_000;

function splitOnce(names: string): readonly string[] {
  let words = wordsOfText.get(names);
  if (words === undefined) {
    words = splitNames(names);
    if (wordsOfText.size >= MAX_KEPT_NAMES) wordsOfText.clear();
    wordsOfText.set(names, words);
  }
  return words;
}

export function splitNames(names: string): string[] {
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** Which of `names` (single words, or pairs such as `most read`) is in `words`, if any. */
export function findName(words: readonly string[], names: ReadonlySet<string>): string | undefined {
  const firsts = firstWordsOf(names);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (names.has(word)) return word;
    if (!firsts.has(word)) continue;
    const pair = `${word} ${words[index + 1]}`;
    if (names.has(pair)) return pair;
  }
  return undefined;
}

/** The words with which pairs begin: only behind these a pair is worth a look. */
const firstWordsOf = onceFor(
  (names: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...names].filter((name) => name.includes(' ')).map((name) => name.split(' ', 1)[0] ?? '')),
);
