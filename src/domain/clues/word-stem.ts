const ENDINGS = ['ing', 'ed', 'es', 's'];

/** A word in lower case without its ending, so that "allows", "allowed" and "allowing" are one clue. */
export function stemOf(word: string): string {
  const ending = ENDINGS.find((each) => word.endsWith(each));
  return ending === undefined ? word : word.slice(0, -ending.length);
}
