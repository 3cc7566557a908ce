import type { Statement } from '../positions/find-statements.ts';
import type { Span } from '../positions/position.ts';
import type { ReadSentence } from '../positions/read-article.ts';
import type { Relevance } from '../understanding.ts';

export interface RelevanceVerdict {
  readonly relevance: Relevance;
  /** 0 to 1; 0.5 is the boundary of `mention`, 0.75 that of `core`. */
  readonly score: number;
  readonly evidence: readonly Span[];
}

/** What a sentence adds by how much of the topic it states; see docs/annotation.md, "Relevance". */
const WEIGHTS = { full: 2, strong: 1.3, partial: 0.4, none: 0, foreign: 0 } as const;
/** One of the first sentences carries the news. */
const LEAD_SENTENCES = 2;
const LEAD_FACTOR = 2;
/** What stands in the background is told about another story. */
const BACKGROUND_FACTOR = 0.65;
const TITLE_WEIGHT = 2;
/** Two topical sentences in a row are a block of their own; more than two such pairs add nothing. */
const BLOCK_WEIGHT = 0.7;
const MAX_BLOCKS = 2;
const MENTION_AT = 1.25;
const CORE_AT = 2.6;
const MAX_EVIDENCE = 5;

interface Weighed {
  readonly read: ReadSentence;
  readonly weight: number;
}

/**
 * Judges an article by its topical sentences: how much of the topic each states, whether the lead does, and whether
 * several do. The title alone never makes an article relevant.
 */
export function judgeRelevance(
  sentences: readonly ReadSentence[],
  statements: readonly Statement[],
  isTitleTopical: boolean,
): RelevanceVerdict {
  const topical = sentences
    .map((read, position) => ({ read, weight: weightOf(read, position, statements) }))
    .filter(({ weight }) => weight > 0);
  const body = topical.reduce((sum, { weight }) => sum + weight, 0) + blockBonus(topical);
  const hasOneOfItsOwn = topical.some(({ weight }) => weight >= WEIGHTS.strong * BACKGROUND_FACTOR);
  const total = hasOneOfItsOwn ? body + (isTitleTopical ? TITLE_WEIGHT : 0) : 0;
  return {
    relevance: total >= CORE_AT ? 'core' : total >= MENTION_AT ? 'mention' : 'none',
    score: scoreOf(total),
    evidence: strongestFirst(topical).slice(0, MAX_EVIDENCE),
  };
}

function weightOf(read: ReadSentence, position: number, statements: readonly Statement[]): number {
  const own = statements.filter((statement) => statement.read === read && !isBareUse(statement));
  const best = Math.max(0, ...own.map(({ topicality }) => WEIGHTS[topicality]));
  if (position < LEAD_SENTENCES) return best * LEAD_FACTOR;
  return read.isBackground ? best * BACKGROUND_FACTOR : best;
}

/** That something was fired is another story until somebody's leave comes into it. */
function isBareUse({ norm, attitude }: Statement): boolean {
  return norm.kind === 'used' && attitude === undefined;
}

function blockBonus(topical: readonly Weighed[]): number {
  const news = topical.filter(({ read }) => !read.isBackground);
  const pairs = news.filter(({ read }, at) => {
    const before = news[at - 1];
    return before !== undefined && read.view.index - before.read.view.index === 1;
  });
  return Math.min(pairs.length, MAX_BLOCKS) * BLOCK_WEIGHT;
}

/** Piecewise linear: 0.5 where `mention` begins, 0.75 where `core` does. */
function scoreOf(total: number): number {
  if (total < MENTION_AT) return (total / MENTION_AT) * 0.5;
  if (total < CORE_AT) return 0.5 + ((total - MENTION_AT) / (CORE_AT - MENTION_AT)) * 0.25;
  return Math.min(1, 0.75 + (total - CORE_AT) / 20);
}

function strongestFirst(topical: readonly Weighed[]): Span[] {
  return [...topical]
    .sort((one, other) => other.weight - one.weight)
    .map(({ read }) => {
      const { start, end, text } = read.view.sentence;
      return { start, end, text };
    });
}
