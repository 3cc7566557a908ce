import type { ClueSink } from '../../clues/clue-sink.ts';
import { NEGATIONS } from './outline.ts';
import type { SentenceWord } from './sentence-words.ts';

/** So many words behind a "not" are taken to be what it denies. */
const DENIED = 5;

/** Puts words, and pairs of them, of which none is an actor. */
export function putPlainWords<Place>(sink: ClueSink<Place>, words: readonly SentenceWord[]): void {
  const alone = sink.to(sink.start, 'word');
  const pair = sink.to(sink.start, 'pair');
  let before: Place | undefined;
  for (const word of words) {
    if (typeof word !== 'string') {
      before = undefined;
      continue;
    }
    sink.put(sink.to(alone, word));
    if (before !== undefined) sink.put(sink.to(before, word));
    before = sink.to(pair, word);
  }
}

/** Puts words and pairs of words of which one is an actor. */
export function putNamedWords<Place>(
  sink: ClueSink<Place>,
  words: readonly SentenceWord[],
  nameOf: (countries: readonly (string | undefined)[]) => string,
): void {
  const alone = sink.to(sink.start, 'word');
  const pair = sink.to(sink.start, 'pair');
  let before: SentenceWord | undefined;
  for (const word of words) {
    const isPlain = typeof word === 'string';
    const name = isPlain ? word : nameOf(word);
    if (!isPlain) sink.put(sink.to(alone, name));
    if (before !== undefined && !(isPlain && typeof before === 'string'))
      sink.put(sink.to(sink.to(pair, typeof before === 'string' ? before : nameOf(before)), name));
    before = word;
  }
}

/** Puts the words shortly behind a negation once more, as denied: "does not plan to prevent" is no "prevent". */
export function putDeniedWords<Place>(sink: ClueSink<Place>, words: readonly SentenceWord[]): void {
  const denied = sink.to(sink.start, 'denied');
  let left = 0;
  for (const word of words) {
    if (typeof word !== 'string') continue;
    if (NEGATIONS.has(word)) left = DENIED;
    else if (left > 0) {
      left -= 1;
      sink.put(sink.to(denied, word));
    }
  }
}

/** Puts the words once more, with what the actor is to the topic: whose "strike" it is makes another word of it. */
export function putWordsOf<Place>(
  sink: ClueSink<Place>,
  party: string,
  words: readonly SentenceWord[],
): void {
  const own = sink.to(sink.to(sink.start, 'of'), party);
  for (const word of words) if (typeof word === 'string') sink.put(sink.to(own, word));
}
