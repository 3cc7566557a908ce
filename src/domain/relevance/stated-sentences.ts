import type { ReadSentence } from '../positions/read-article.ts';
import type { SecondReading } from '../positions/second-reader/second-reading.ts';
import { spanOf } from '../positions/sentence-view.ts';
import type { Relevance } from '../understanding.ts';
import { MAX_EVIDENCE, type RelevanceVerdict } from './judge-relevance.ts';

/** From here on a sentence is likely to state somebody's position, */
const LIKELY = 0.5;
/** from here it is taken to, */
const STATED = 0.7;
/** and from here one such sentence is enough for a mention. */
const SURELY_STATED = 0.9;
/** A few sentences that state positions make core of what is not improbable core. */
const SOME_CORE = 0.2;
/** What the rules find nothing in must state positions in more than this share of its sentences to be core. */
const SHARE_OF_CORE = 0.1;

/**
 * The verdict on an article once the second reader has counted the sentences in which somebody seems to hold a position:
 * it knows wordings that the rules for the topic's ingredients do not. Many that are not recalled make core of a mention
 * or of none; where none is even likely there is no core.
 */
export function withStated(
  verdict: RelevanceVerdict,
  sentences: readonly ReadSentence[],
  reading: SecondReading,
): RelevanceVerdict {
  const { core } = verdict;
  if (core === undefined) return verdict;
  const recalled = new Set(verdict.passages.filter(({ isRecalled }) => isRecalled).map(({ read }) => read));
  const weighed = sentences.map((read) => ({ read, held: heldIn(read, reading) }));
  const from = (least: number) => weighed.filter(({ held }) => held >= least);
  const newsFrom = (least: number) => from(least).filter(({ read }) => !recalled.has(read)).length;
  const byNews = relevanceBy(verdict.relevance, core, sentences.length, newsFrom);
  // what is recalled makes a mention as well
  const relevance = byNews === 'none' && from(SURELY_STATED).length > 0 ? 'mention' : byNews;
  if (relevance === verdict.relevance) return verdict;
  const told = from(LIKELY)
    .slice(0, MAX_EVIDENCE)
    .map(({ read }) => spanOf(read.view));
  const score = relevance === 'none' ? verdict.score : Math.max(verdict.score, LIKELY);
  return { ...verdict, relevance, score, evidence: verdict.evidence.length > 0 ? verdict.evidence : told };
}

function relevanceBy(
  relevance: Relevance,
  core: number,
  sentences: number,
  countFrom: (least: number) => number,
): Relevance {
  if (relevance === 'core') return countFrom(LIKELY) > 0 ? 'core' : 'mention';
  const stated = countFrom(STATED);
  const isSomeCore = core >= SOME_CORE;
  if (relevance === 'mention') return stated > 2 || (stated > 1 && isSomeCore) ? 'core' : 'mention';
  const isAbout = stated > SHARE_OF_CORE * sentences;
  if (isAbout && (stated > 1 || (countFrom(LIKELY) > 1 && isSomeCore))) return 'core';
  return 'none';
}

/** How probable it is that somebody holds a position in a sentence: the highest of those who stand in it. */
function heldIn(read: ReadSentence, reading: SecondReading): number {
  const none = reading.model.verdicts.indexOf('none');
  return Math.max(0, ...reading.standsIn(read).map(({ probabilities }) => 1 - (probabilities[none] ?? 0)));
}
