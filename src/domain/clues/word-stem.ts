/** A word in lower case without its ending, so that "allows", "allowed" and "allowing" are one clue. */
export function stemOf(word: string): string {
  return word.replace(/(?:ing|ed|es|s)$/, '');
}
