import { namesOf } from '../clues/clue-model.ts';
import { readThrough } from '../read-through.ts';
import { relevanceClues } from '../relevance/relevance-reader/read-relevance.ts';
import type { Topic } from '../topics/topic.ts';
import type { Relevance } from '../understanding.ts';
import type { ClueSample } from './fit-clue-model.ts';
import type { LabelledArticle } from './labelled-article.ts';

/** What an article teaches the relevance reader: nothing where it states nothing of the topic. */
export function relevanceSamples(article: LabelledArticle, topic: Topic): ClueSample<Relevance>[] {
  const { trail } = readThrough(article, topic);
  if (trail === undefined || trail.verdict.passages.length === 0) return [];
  const { sentences, title } = trail;
  const clues = namesOf(relevanceClues({ ...trail.verdict, sentences, title }, article.title));
  return [{ clues, verdict: article.label, weight: 1 }];
}
