import { type ClueSink, putSteps, type Step, stepsOf } from '../../clues/clue-sink.ts';
import type { ReadSentence } from '../../positions/read-article.ts';
import { FULLY, isNews, isOfItsOwn, type Passage } from '../passage.ts';
import type { TitleTopic } from '../title.ts';

/** What is known of an article's sentences of the topic. */
export interface Marked {
  readonly sentences: readonly ReadSentence[];
  readonly passages: readonly Passage[];
  readonly points: number;
  readonly title: TitleTopic;
}

const POINTS = stepsOf(1.5, 2.5, 4, 6, 8);
/** How many sentences of a kind. */
export const COUNTS = stepsOf(1, 2, 3, 5);
/** Shares of an article's sentences. */
export const SHARES = stepsOf(0.04, 0.08, 0.15, 0.25, 0.4);
/** Sentences before the first of those that count. */
export const BEFORE = stepsOf(1, 2, 3, 5, 8, 12);
const LENGTHS = stepsOf(5, 7, 12, 20, 33);

/** Puts where in an article the topic stands and how much of it there is, as clues of what is so. */
export function putMarks<Place>(sink: ClueSink<Place>, { sentences, passages, points, title }: Marked): void {
  const own = passages.filter(isOfItsOwn);
  const news = passages.filter(isNews);
  const length = sentences.length;
  const first = (some: readonly Passage[]) =>
    some.reduce((least, { read }) => Math.min(least, read.view.index), length);
  const put = (mark: string, isSo = true) => {
    if (isSo) sink.put(sink.to(sink.start, mark));
  };
  const atLeast = (what: string, value: number, steps: readonly Step[]) =>
    putSteps(sink, sink.to(sink.start, what), value, steps);
  put(`title ${title}`);
  put(
    'full',
    passages.some((passage) => passage.points >= FULLY),
  );
  put('opens', first(news) === 0);
  put('in a row', hasPair(own));
  put(
    'said',
    news.some(({ read }) => read.speaker !== undefined),
  );
  atLeast('points', points, POINTS);
  atLeast('own', own.length, COUNTS);
  atLeast('news', news.length, COUNTS);
  atLeast('partial', passages.length - own.length, COUNTS);
  atLeast('own share', own.length / length, SHARES);
  atLeast('news share', news.length / length, SHARES);
  atLeast('before', first(own), BEFORE);
  atLeast('before news', first(news) / length, SHARES);
  atLeast('sentences', length, LENGTHS);
}

function hasPair(passages: readonly Passage[]): boolean {
  const places = new Set(passages.map(({ read }) => read.view.index));
  return [...places].some((place) => places.has(place + 1));
}
