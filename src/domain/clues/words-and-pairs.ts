import type { ClueSink } from './clue-sink.ts';

/** Puts a clue for each word, and one for each with the word before it: "no reason", "SELF allow". */
export function putWordsAndPairs<Place>(sink: ClueSink<Place>, words: readonly string[]): void {
  const alone = sink.to(sink.start, 'word');
  const pair = sink.to(sink.start, 'pair');
  let before: Place | undefined;
  for (const word of words) {
    sink.put(sink.to(alone, word));
    if (before !== undefined) sink.put(sink.to(before, word));
    before = sink.to(pair, word);
  }
}
