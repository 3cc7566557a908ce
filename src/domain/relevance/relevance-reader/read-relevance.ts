import { type ClueGroup, type ClueModel, evenly, Judge } from '../../clues/clue-model.ts';
import type { PutClues } from '../../clues/clue-sink.ts';
import type { Relevance } from '../../understanding.ts';
import { putArticleWords } from './article-words.ts';
import { type HeldSentence, putHeldMarks } from './held-marks.ts';
import { type Marked, putMarks } from './marks.ts';

/** Weights of an article's marks and words for each label. */
export type RelevanceReaderModel = ClueModel<Relevance>;

/** What the relevance reader looks at. */
export interface ReadForRelevance extends Marked {
  readonly headline: string;
  /** All sentences, as a second reader sees them; none where the topic has no such reader. */
  readonly held: readonly HeldSentence[];
}

export interface ReadRelevance {
  readonly relevance: Relevance;
  /** 0 to 1, that a reader calls the article core or mention. */
  readonly score: number;
}

/** There are few marks beside many words: each counts as much as a handful of words. */
const SCALE_OF_MARKS = 0.3;

/** What the relevance reader sees of an article. */
export function relevanceClues(article: ReadForRelevance): readonly ClueGroup[] {
  const { headline, sentences, held } = article;
  return [
    marks((sink) => putMarks(sink, article)),
    ...(held.length > 0 ? [marks((sink) => putHeldMarks(sink, held))] : []),
    evenly((sink) => putArticleWords(sink, headline, sentences)),
  ];
}

function marks(put: PutClues): ClueGroup {
  return { put, scaleOf: () => SCALE_OF_MARKS };
}

/** More probable than not. */
const LIKELY = 0.5;

/** The label of which a reader is probable to say that it is at least that. */
export function readRelevance(model: RelevanceReaderModel, article: ReadForRelevance): ReadRelevance {
  const probabilities = new Judge(model).probabilitiesOf(relevanceClues(article));
  const of = (label: Relevance) => probabilities[model.verdicts.indexOf(label)] ?? 0;
  const core = of('core');
  const score = core + of('mention');
  return { relevance: core >= LIKELY ? 'core' : score >= LIKELY ? 'mention' : 'none', score };
}
