import type { Position } from '../positions/position.ts';
import type { Quote } from '../quotes/quote.ts';

/** What clustering reads of an article. */
export interface StoryArticle {
  readonly id: string;
  readonly url: string;
  readonly publisher: string;
  readonly publisherFamily: string;
  readonly title: string;
  readonly text: string;
  /** ISO 8601 UTC. */
  readonly listedAt: string;
  readonly positions: readonly Position[];
  readonly quotes: readonly Quote[];
}

/** A group of articles on the same event. */
export interface Story {
  /** Derived from the lead article of the day it was first told, so that the same articles in any order give the same id. */
  readonly storyId: string;
  /** `YYYY-MM-DD` of the first digest that told it; missing for a story that is new. */
  readonly toldSince?: string | undefined;
  readonly title: string;
  readonly leadArticleId: string;
  /** Lead first, then by time. */
  readonly articleIds: readonly string[];
  /** Articles whose text is a copy of another one in the story, by the article they copy. */
  readonly copies: Readonly<Record<string, string>>;
  /** Independent publisher families. */
  readonly publisherCount: number;
}
