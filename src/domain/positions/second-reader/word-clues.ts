import type { ClueSink, WordSink } from '../../clues/clue-sink.ts';
import { isNegation } from './outline.ts';
import { type Countries, isActor, type SentenceWord } from './sentence-words.ts';

/** So many words behind a "not" are taken to be what it denies. */
const DENIED = 5;

/** Puts words, and pairs of them, of which none is an actor. */
export function putPlainWords<Place, Word>(
  sink: WordSink<Place, Word>,
  words: readonly SentenceWord<Word>[],
): void {
  const alone = sink.to(sink.start, 'word');
  const pair = sink.to(sink.start, 'pair');
  let before: Place | undefined;
  for (const word of words) {
    if (isActor(word)) {
      before = undefined;
      continue;
    }
    sink.put(sink.by(alone, word));
    if (before !== undefined) sink.put(sink.by(before, word));
    before = sink.by(pair, word);
  }
}

/** Two words in a row of which one is an actor, or an actor with nothing before. */
export interface NamedPair<Word> {
  readonly before: SentenceWord<Word> | undefined;
  readonly word: SentenceWord<Word>;
}

export function namedPairs<Word>(words: readonly SentenceWord<Word>[]): NamedPair<Word>[] {
  const pairs: NamedPair<Word>[] = [];
  let before: SentenceWord<Word> | undefined;
  for (const word of words) {
    if (isActor(word) || (before !== undefined && isActor(before))) pairs.push({ before, word });
    before = word;
  }
  return pairs;
}

/** Puts words and pairs of words of which one is an actor. */
export function putNamedWords<Place, Word>(
  sink: WordSink<Place, Word>,
  pairs: readonly NamedPair<Word>[],
  nameOf: (countries: Countries) => Word,
): void {
  const alone = sink.to(sink.start, 'word');
  const pair = sink.to(sink.start, 'pair');
  for (const { before, word } of pairs) {
    const name = isActor(word) ? nameOf(word) : word;
    if (isActor(word)) sink.put(sink.by(alone, name));
    if (before === undefined) continue;
    sink.put(sink.by(sink.by(pair, isActor(before) ? nameOf(before) : before), name));
  }
}

/** The words shortly behind a negation: "does not plan to prevent" is no "prevent". */
export function deniedWords(words: readonly SentenceWord<string>[]): string[] {
  const denied: string[] = [];
  let left = 0;
  for (const word of words) {
    if (isActor(word)) continue;
    if (isNegation(word)) left = DENIED;
    else if (left > 0) {
      left -= 1;
      denied.push(word);
    }
  }
  return denied;
}

/** Puts words once more, as denied. */
export function putDeniedWords<Place>(sink: ClueSink<Place>, words: readonly string[]): void {
  const denied = sink.to(sink.start, 'denied');
  for (const word of words) sink.put(sink.to(denied, word));
}

/** Puts the words once more, with what the actor is to the topic: whose "strike" it is makes another word of it. */
export function putWordsOf<Place, Word>(
  sink: WordSink<Place, Word>,
  party: Word,
  words: readonly SentenceWord<Word>[],
): void {
  const own = sink.by(sink.to(sink.start, 'of'), party);
  for (const word of words) if (!isActor(word)) sink.put(sink.by(own, word));
}
