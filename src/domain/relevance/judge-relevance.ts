import type { Candidate } from '../positions/find-candidates.ts';
import type { Span } from '../positions/position.ts';
import type { ReadSentence } from '../positions/read-article.ts';
import type { Relevance } from '../understanding.ts';

export interface RelevanceVerdict {
  readonly relevance: Relevance;
  /** 0 to 1; 0.5 is the boundary of `mention`, 0.75 that of `core`. */
  readonly score: number;
  readonly evidence: readonly Span[];
}

/** What each kind of support adds; see docs/annotation.md, "Relevance". */
const WEIGHTS = { full: 2, strong: 1.25, partial: 0.4, none: 0 } as const;
/** A sentence among the first three carries the news. */
const LEAD_SENTENCES = 3;
const LEAD_FACTOR = 2;
const MENTION_AT = 1.25;
const CORE_AT = 3.5;
const MAX_EVIDENCE = 5;

/**
 * Judges an article by its topical sentences: how much of the topic each states, whether the lead does, and whether
 * several stand together. The title alone never makes an article relevant.
 */
export function judgeRelevance(
  sentences: readonly ReadSentence[],
  candidates: readonly Candidate[],
  isTitleTopical: boolean,
): RelevanceVerdict {
  const weighed = sentences.map((read, position) => ({ read, weight: weightOf(read, position, candidates) }));
  const topical = weighed.filter(({ weight }) => weight > 0);
  const body = topical.reduce((sum, { weight }) => sum + weight, 0);
  const total = body >= MENTION_AT && isTitleTopical ? body + 2 : body;
  const relevance: Relevance = total >= CORE_AT ? 'core' : total >= MENTION_AT ? 'mention' : 'none';
  const strongest = [...topical].sort((one, other) => other.weight - one.weight);
  return {
    relevance,
    score: scoreOf(total),
    evidence: strongest.slice(0, MAX_EVIDENCE).map(({ read }) => spanOf(read)),
  };
}

function weightOf(read: ReadSentence, position: number, candidates: readonly Candidate[]): number {
  const own = candidates.filter((candidate) => candidate.read === read);
  const best = Math.max(0, ...own.map(({ topicality }) => WEIGHTS[topicality]));
  return position < LEAD_SENTENCES ? best * LEAD_FACTOR : best;
}

/** Piecewise linear: 0.5 where `mention` begins, 0.75 where `core` does. */
function scoreOf(total: number): number {
  if (total < MENTION_AT) return (total / MENTION_AT) * 0.5;
  if (total < CORE_AT) return 0.5 + ((total - MENTION_AT) / (CORE_AT - MENTION_AT)) * 0.25;
  return Math.min(1, 0.75 + (total - CORE_AT) / 20);
}

function spanOf({ view }: ReadSentence): Span {
  const { start, end, text } = view.sentence;
  return { start, end, text };
}
