import type { PageElement } from '../page-tree.ts';

/**
 * The words in an element's class and id, in order and in lower case: `relatedPosts-box2` gives related, posts, box.
 *
 * Rules match words and word pairs, never parts of words: "share" must not find "shareholder".
 */
export function nameWords({ attributes }: PageElement): readonly string[] {
  let words = wordsOfNames.get(attributes);
  if (words === undefined) {
    const { class: className = '', id = '' } = attributes;
    words = className === '' && id === '' ? NO_WORDS : splitNames(`${className} ${id}`);
    wordsOfNames.set(attributes, words);
  }
  return words;
}

const NO_WORDS: readonly string[] = [];
/** A dozen rules ask for the same names. */
const wordsOfNames = new WeakMap<PageElement['attributes'], readonly string[]>();

export function splitNames(names: string): string[] {
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** Which of `names` (single words, or pairs such as `most read`) is in `words`, if any. */
export function findName(words: readonly string[], names: ReadonlySet<string>): string | undefined {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (names.has(word)) return word;
    const pair = `${word} ${words[index + 1]}`;
    if (names.has(pair)) return pair;
  }
  return undefined;
}
