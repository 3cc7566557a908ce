import { type ClueModel, type Clues, evenly, probabilitiesOf } from '../../clues/clue-model.ts';
import type { Relevance } from '../../understanding.ts';
import { articleWords } from './article-words.ts';
import { type Marked, marksOf } from './marks.ts';

/** Weights of an article's marks and words for each label. */
export type RelevanceReaderModel = ClueModel<Relevance>;

export interface ReadRelevance {
  readonly relevance: Relevance;
  /** 0 to 1, that a reader calls the article core or mention. */
  readonly score: number;
}

/** There are few marks beside many words: each counts as much as a handful of words. */
const SCALE_OF_MARKS = 0.3;

/** What the relevance reader sees of an article. */
export function relevanceClues(article: Marked, headline: string): readonly Clues[] {
  return [
    { names: marksOf(article), scale: SCALE_OF_MARKS },
    evenly(articleWords(headline, article.sentences)),
  ];
}

/** The label of which a reader is probable to say that it is at least that. */
export function readRelevance(model: RelevanceReaderModel, article: Marked, headline: string): ReadRelevance {
  const probabilities = probabilitiesOf(model, relevanceClues(article, headline));
  const of = (label: Relevance) => probabilities[model.verdicts.indexOf(label)] ?? 0;
  const core = of('core');
  const score = core + of('mention');
  return { relevance: core >= 0.5 ? 'core' : score >= 0.5 ? 'mention' : 'none', score };
}
