/** A clue for each word, and one for each with the word before it: "no reason", "SELF allow". */
export function wordsAndPairs(words: readonly string[]): string[] {
  return words.flatMap((word, at) =>
    at === 0 ? [`word ${word}`] : [`word ${word}`, `pair ${words[at - 1]} ${word}`],
  );
}
