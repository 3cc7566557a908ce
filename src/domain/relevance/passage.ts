import type { ReadSentence } from '../positions/read-article.ts';

/** A sentence that states some of the topic. */
export interface Passage {
  readonly read: ReadSentence;
  readonly points: number;
  /** Told as something that happened before this article's news. */
  readonly isRecalled: boolean;
  readonly isLead: boolean;
}

/** Points of a sentence that states the topic wholly. */
export const FULLY = 2;
/** Points of one that states the topic by itself. */
export const OF_ITS_OWN = 1.3;

export function isOfItsOwn({ points }: Passage): boolean {
  return points >= OF_ITS_OWN;
}

/** One that states the topic by itself, as something new. */
export function isNews(passage: Passage): boolean {
  return !passage.isRecalled && isOfItsOwn(passage);
}
