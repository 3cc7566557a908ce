import { type ClueSink, putSteps, type Step, stepsOf } from '../../clues/clue-sink.ts';
import { BEFORE, COUNTS, SHARES } from './marks.ts';

/** A sentence with how probable it is, 0 to 1, that somebody holds a position in it. */
export interface HeldSentence {
  readonly held: number;
  /** Told as something that happened before this article's news. */
  readonly isRecalled: boolean;
}

/** From here on a sentence is likely to state somebody's position, */
export const LIKELY_HELD = 0.5;
/** and from here it surely does. */
export const SURELY_HELD = 0.9;
const LEVELS = stepsOf(LIKELY_HELD, 0.7, SURELY_HELD);
/** How many positions are to be expected in all. */
const SUMS = stepsOf(0.3, 0.6, 1, 1.5, 2, 3, 4, 6);
/** The same for each sentence. */
const MEANS = stepsOf(0.05, 0.1, 0.2, 0.3, 0.45);
const HIGHEST = stepsOf(0.3, 0.5, 0.7, 0.9, 0.97);

/** Puts in how many sentences of an article somebody seems to hold a position, and where, as clues of what is so. */
export function putHeldMarks<Place>(sink: ClueSink<Place>, sentences: readonly HeldSentence[]): void {
  const { length } = sentences;
  const all = sentences.map(({ held }) => held);
  const news = sentences.filter(({ isRecalled }) => !isRecalled).map(({ held }) => held);
  const expected = all.reduce((sum, held) => sum + held, 0);
  const first = all.findIndex((held) => held >= LIKELY_HELD);
  const from = sink.to(sink.start, 'held');
  const put = (what: string, value: number, steps: readonly Step[]) =>
    putSteps(sink, sink.to(from, what), value, steps);
  putCounts(sink, from, all, length);
  putCounts(sink, sink.to(from, 'news'), news, length);
  put('sum', expected, SUMS);
  put('mean', expected / length, MEANS);
  put('highest', Math.max(0, ...all), HIGHEST);
  put('before', first < 0 ? length : first, BEFORE);
  if (hasPair(all)) sink.put(sink.to(sink.start, 'held in a row'));
}

function putCounts<Place>(sink: ClueSink<Place>, from: Place, some: readonly number[], length: number): void {
  for (const { least, word } of LEVELS) {
    const count = some.filter((held) => held >= least).length;
    const level = sink.to(from, word);
    putSteps(sink, level, count, COUNTS);
    putSteps(sink, sink.to(level, 'share'), count / length, SHARES);
  }
}

function hasPair(all: readonly number[]): boolean {
  return all.some((held, at) => held >= LIKELY_HELD && (all[at + 1] ?? 0) >= LIKELY_HELD);
}
