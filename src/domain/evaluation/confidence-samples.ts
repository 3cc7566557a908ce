import { namesOf } from '../clues/clue-model.ts';
import { confidenceClues } from '../positions/confidence-reader.ts';
import { readThrough } from '../read-through.ts';
import type { Topic } from '../topics/topic.ts';
import type { ClueSample } from './fit-clue-model.ts';
import type { LabelledArticle } from './labelled-article.ts';
import { isSameStance } from './match-events.ts';

/**
 * What an article teaches the confidence reader: each position that is found in it, right where a label has its state and
 * class. The topic's second reader must not have learnt from the article: of what it learnt from it is too sure.
 */
export function confidenceSamples(article: LabelledArticle, topic: Topic): ClueSample<'right' | 'wrong'>[] {
  const { understanding, trail } = readThrough(article, { ...topic, confidenceReader: undefined });
  if (trail?.reading === undefined) return [];
  const { relevance } = understanding;
  const { reading } = trail;
  return trail.found.map((found) => ({
    clues: namesOf(confidenceClues(found, { relevance, reading })),
    verdict: article.events.some((event) => isSameStance(event, found.position)) ? 'right' : 'wrong',
    weight: 1,
  }));
}
