import type { NonArticleReason } from '../domain/articles/article.ts';
import type { WebRefusalReason } from './web.ts';

/** The one word every item ends with, counted once. */
export type ItemOutcome = 'relevant' | 'mention' | 'off-topic' | 'duplicate' | 'given-up';

export const ITEM_OUTCOMES = ['relevant', 'mention', 'off-topic', 'duplicate', 'given-up'] as const;

/**
 * Why an item was given up: what the page's server said, what the page turned out to be, that it is denied, or that
 * the item names no address of a page.
 */
export type GivenUpReason =
  | WebRefusalReason
  | NonArticleReason
  | 'denied'
  | 'no-address'
  | 'not-html'
  | 'pdf'
  | 'retries-exhausted';

/** The record of one item's end. */
export interface SettledItem {
  readonly itemId: string;
  readonly feedId: string;
  readonly url: string;
  readonly outcome: ItemOutcome;
  readonly reason?: GivenUpReason | undefined;
  /** The article it became or repeated, where there is one. */
  readonly articleId?: string | undefined;
  /** ISO 8601 UTC. */
  readonly settledAt: string;
}
