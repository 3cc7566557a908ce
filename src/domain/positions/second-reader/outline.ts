import type { WordSink } from '../../clues/clue-sink.ts';
import type { ReadSentence } from '../read-article.ts';
import { type Countries, isActor, type SentenceWord } from './sentence-words.ts';

const NEGATIONS = [
  'not',
  'no',
  'never',
  "n't",
  'without',
  'nor',
  'neither',
  'nobody',
  'none',
  'cannot',
] as const;
const CONTRASTS = ['but', 'while', 'whereas', 'although', 'though', 'however'] as const;

/** What an outline has for a word of language. */
const MARKS: ReadonlyMap<string, 'not' | 'but'> = new Map([
  ...NEGATIONS.map((word) => [word, 'not'] as const),
  ...CONTRASTS.map((word) => [word, 'but'] as const),
]);

export function isNegation(word: string): boolean {
  return MARKS.get(word) === 'not';
}

/** Who and what comes behind what in a sentence, to its end. */
export function outlineOf(read: ReadSentence): SentenceWord<string>[] {
  const outline: SentenceWord<string>[] = [];
  const marks = marksIn(read);
  for (const [at, { word }] of read.view.tokens.entries()) {
    const mark = marks[at] ?? MARKS.get(word);
    if (mark !== undefined) outline.push(mark);
  }
  outline.push('END');
  return outline;
}

/**
 * Puts an outline as clues of two and of three: "SELF refuse", "RECIPIENT use OBJECT".
 *
 * @param opening - what stands before the first
 */
export function putOutline<Place, Word>(
  sink: WordSink<Place, Word>,
  outline: readonly SentenceWord<Word>[],
  opening: string,
  nameOf: (countries: Countries) => Word,
): void {
  const start = sink.to(sink.start, 'outline');
  let two: Place | undefined;
  let one = sink.to(start, opening);
  for (const mark of outline) {
    const word = isActor(mark) ? nameOf(mark) : mark;
    const pair = sink.by(one, word);
    sink.put(pair);
    if (two !== undefined) sink.put(sink.by(two, word));
    two = pair;
    one = sink.by(start, word);
  }
}

/** What begins at each token; of what begins at one, an object before a cue, a cue before an actor. */
function marksIn({ view, mentions }: ReadSentence): readonly (SentenceWord<string> | undefined)[] {
  const marks = view.tokens.map((): SentenceWord<string> | undefined => undefined);
  for (const { from } of view.geos) marks[from] = 'PLACE';
  for (const { from, actor } of mentions) marks[from] = [actor.country];
  // those of these kinds stand with many others and tell little by their place
  for (const { from, kind } of view.cues) if (kind !== 'anonymous' && kind !== 'limit') marks[from] = kind;
  for (const { from } of view.objects) marks[from] = 'OBJECT';
  return marks;
}
