import type { WordSink } from './clue-sink.ts';

/** Puts a clue for each word, and one for each with the word before it: "no reason", "SELF allow". */
export function putWordsAndPairs<Place, Word>(sink: WordSink<Place, Word>, words: readonly string[]): void {
  const alone = sink.to(sink.start, 'word');
  const pair = sink.to(sink.start, 'pair');
  let before: Place | undefined;
  for (const text of words) {
    const word = sink.wordOf(text);
    sink.put(sink.by(alone, word));
    if (before !== undefined) sink.put(sink.by(before, word));
    before = sink.by(pair, word);
  }
}
