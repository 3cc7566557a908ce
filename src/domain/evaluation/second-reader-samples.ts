import { type Clues, evenScale } from '../clues/clue-model.ts';
import { ClueNames } from '../clues/clue-sink.ts';
import type { ReadSentence } from '../positions/read-article.ts';
import { SentenceClues } from '../positions/second-reader/clues.ts';
import type { Verdict } from '../positions/second-reader/model.ts';
import { type Stand, standsIn } from '../positions/second-reader/stands.ts';
import { readUngated } from '../read-through.ts';
import type { Topic } from '../topics/topic.ts';
import { isSameSentence } from './action-scores.ts';
import { type ClueSample, WEIGHT_OF_OPTIONAL } from './fit-clue-model.ts';
import type { LabelledArticle } from './labelled-article.ts';

/** A sentence that says again what is labelled at another is no proof that there is no position. */
const WEIGHT_OF_REPETITION = 0.35;

/**
 * What an article teaches the second reader: each of its sentences with each of those who may hold a position in it.
 */
export function secondReaderSamples(article: LabelledArticle, topic: Topic): ClueSample<Verdict>[] {
  // by points, as it reads: not by the relevance that an earlier fit would give
  const byPoints = { ...topic, secondReader: undefined, relevanceReader: undefined };
  const { trail } = readUngated(article, byPoints);
  const { relevance } = trail.verdict;
  return trail.sentences.flatMap((read) => {
    const stands = standsIn(read, topic);
    const shared = new ClueNames();
    const wordOf = (word: string) => shared.wordOf(word);
    const clues = new SentenceClues(read, trail.sentences, relevance, topic, wordOf);
    clues.putShared(shared);
    return stands.map((stand) => {
      const own = new ClueNames();
      clues.putOwn(own, stand);
      return { clues: together([shared.names, own.names]), ...labelOf(article, read, stand) };
    });
  });
}

/** Groups that have no clue in common, of which each clue counts as it would if they were one. */
function together(groups: readonly ReadonlySet<string>[]): Clues[] {
  const scale = evenScale(groups.reduce((sum, { size }) => sum + size, 0));
  return groups.map((names) => ({ names, scale }));
}

function labelOf(
  { events }: LabelledArticle,
  { view }: ReadSentence,
  { country }: Stand,
): Pick<ClueSample<Verdict>, 'verdict' | 'weight'> {
  const own = events.filter((event) => event.country === country);
  const here = own.filter(({ evidence }) => isSameSentence(evidence, view.sentence.text));
  const [first] = here;
  if (first === undefined) return { verdict: 'none', weight: own.length > 0 ? WEIGHT_OF_REPETITION : 1 };
  return { verdict: first.action, weight: here.every(({ optional }) => optional) ? WEIGHT_OF_OPTIONAL : 1 };
}
