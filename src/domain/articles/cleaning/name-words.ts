import type { PageElement } from '../page-tree.ts';

/**
 * The words in an element's class and id, in order and in lower case: `relatedPosts-box2` gives related, posts, box.
 *
 * Rules match words and word pairs, never parts of words: "share" must not find "shareholder".
 */
export function nameWords(element: PageElement): readonly string[] {
  const { class: className = '', id = '' } = element.attributes;
  if (className === '' && id === '') return [];
  return splitNames(`${className} ${id}`);
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
  for (const [index, word] of words.entries()) {
    if (names.has(word)) return word;
    const pair = `${word} ${words[index + 1]}`;
    if (names.has(pair)) return pair;
  }
  return undefined;
}
