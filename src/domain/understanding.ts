import type { Position, Span } from './positions/position.ts';
import type { Proposal } from './proposals/proposal.ts';
import type { Quote } from './quotes/quote.ts';

/** From the most relevant to the least. */
export const RELEVANCES = ['core', 'mention', 'none'] as const;
export type Relevance = (typeof RELEVANCES)[number];

/** What one article says about one topic, each label held up by a stretch of its text. */
export interface Understanding {
  readonly relevance: Relevance;
  /**
   * 0 to 1: how probable it is that a reader calls the article core or mention, as measured on the topic's labelled
   * articles. 0 is an article that the gate dismissed unread.
   */
  readonly score: number;
  /** The sentences that decided the relevance, strongest first. */
  readonly evidence: readonly Span[];
  readonly positions: readonly Position[];
  readonly quotes: readonly Quote[];
  /** What a language model proposed, where one is switched on; see docs/proposals.md. */
  readonly proposals?: readonly Proposal[] | undefined;
}
