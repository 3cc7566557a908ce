import type { Span } from '../../positions/position.ts';
import type { ReadSentence } from '../../positions/read-article.ts';
import type { SecondReading } from '../../positions/second-reader/second-reading.ts';
import { spanOf } from '../../positions/sentence-view.ts';
import { MAX_EVIDENCE, type RelevanceVerdict } from '../judge-relevance.ts';
import { type HeldSentence, LIKELY_HELD, SURELY_HELD } from './held-marks.ts';
import { type ReadForRelevance, type RelevanceReaderModel, readRelevance } from './read-relevance.ts';

/** So many sentences are a passage; a relevance reader learns from longer texts. */
export const MOST_OF_PASSAGE = 5;

/**
 * The verdict of a topic's relevance reader over the sum of points. Where neither rules nor the second reader see
 * anything of the topic there is nothing to prove it by; a passage is judged by its points, or by a sentence that surely
 * states a position.
 */
export function asRead(
  summed: RelevanceVerdict,
  readable: ReadForRelevance,
  model: RelevanceReaderModel,
): RelevanceVerdict {
  const told = toldIn(readable, LIKELY_HELD);
  if (readable.sentences.length <= MOST_OF_PASSAGE)
    return summed.relevance === 'none' && toldIn(readable, SURELY_HELD).length > 0
      ? { ...summed, relevance: 'mention', score: LIKELY_HELD, evidence: told }
      : summed;
  if (summed.passages.length === 0 && told.length === 0) return summed;
  const evidence = summed.evidence.length > 0 ? summed.evidence : told.slice(0, MAX_EVIDENCE);
  return { ...summed, ...readRelevance(model, readable), evidence };
}

function toldIn({ sentences, held }: ReadForRelevance, least: number): Span[] {
  return sentences.filter((_, at) => (held[at]?.held ?? 0) >= least).map(({ view }) => spanOf(view));
}

/** How probable it is for each sentence that somebody holds a position in it: the highest of those who stand there. */
export function heldIn(
  sentences: readonly ReadSentence[],
  reading: SecondReading,
  { passages }: RelevanceVerdict,
): HeldSentence[] {
  const none = reading.model.verdicts.indexOf('none');
  const recalled = new Set(passages.filter(({ isRecalled }) => isRecalled).map(({ read }) => read));
  return sentences.map((read) => ({
    held: Math.max(0, ...reading.standsIn(read).map(({ probabilities }) => 1 - (probabilities[none] ?? 0))),
    isRecalled: recalled.has(read),
  }));
}
