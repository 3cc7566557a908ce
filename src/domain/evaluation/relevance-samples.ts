import { namesOf } from '../clues/clue-model.ts';
import { readThrough } from '../read-through.ts';
import { MOST_OF_PASSAGE } from '../relevance/relevance-reader/as-read.ts';
import { relevanceClues } from '../relevance/relevance-reader/read-relevance.ts';
import type { Topic } from '../topics/topic.ts';
import type { Relevance } from '../understanding.ts';
import type { ClueSample } from './fit-clue-model.ts';
import type { LabelledArticle } from './labelled-article.ts';

/**
 * What an article teaches the relevance reader; a passage teaches nothing, nor does what the gate dismisses. The topic's
 * second reader must not have learnt from the article: of what it learnt from it is too sure.
 */
export function relevanceSamples(article: LabelledArticle, topic: Topic): ClueSample<Relevance>[] {
  const { trail } = readThrough(article, topic);
  if (trail === undefined || trail.sentences.length <= MOST_OF_PASSAGE) return [];
  return [{ clues: namesOf(relevanceClues(trail.readable)), verdict: article.label, weight: 1 }];
}
