import type { FoundBy } from '../positions/candidate.ts';
import type { Modality, NormKind } from '../positions/norms/norm.ts';
import type { Position, Span } from '../positions/position.ts';
import type { SetAsideReason } from '../positions/set-aside.ts';
import type { Party } from '../positions/stances/standing-in-topic.ts';
import type { Topicality } from '../positions/topicality.ts';
import type { Quote } from '../quotes/quote.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Relevance } from '../understanding.ts';

/** The ingredients of the topic, and the attitude to the norm where somebody has one. */
export const INGREDIENTS = ['attitude', 'norm', 'object', 'place', 'use'] as const;
export type Ingredient = (typeof INGREDIENTS)[number];

/** Words of a sentence that a rule saw, by the part they play. */
export interface Mark extends Span {
  readonly ingredient: Ingredient;
  /** What the topic pack calls them: a kind of cue, the name of an object, an area. */
  readonly as: string;
}

/** A sentence of the article that states some of the topic, with what it added to the relevance. */
export interface ExplainedPassage extends Span {
  readonly points: number;
  readonly topicality: Topicality;
  readonly isLead: boolean;
  readonly isRecalled: boolean;
  readonly marks: readonly Mark[];
}

/** What decided the action of a position: the rule of `decide-action.ts`, and what it was given. */
export interface DecidedBy {
  /** `report-of-use` and `second-reader` where the sentence was read as a whole. */
  readonly rule: FoundBy;
  /** What the second reader called it, 0 to 1. */
  readonly probability?: number | undefined;
  readonly attitude?: CueKind | undefined;
  readonly norm: NormKind;
  readonly modality: Modality;
  readonly party: Party;
  readonly isLimited: boolean;
}

export interface ExplainedPosition {
  readonly position: Position;
  /** In words, part by part: who, what, where, by whose words, when. */
  readonly said: readonly string[];
  readonly decidedBy: DecidedBy;
  /** The deciding words of its evidence. */
  readonly marks: readonly Mark[];
  /** What was found to be the same event. */
  readonly merged: readonly (Span & { readonly decidedBy: DecidedBy })[];
}

/** Something that looked like a position and is none. */
export interface ExplainedSetAside extends Span {
  readonly reason: SetAsideReason;
  readonly why: string;
  /** Who was found, where somebody was. */
  readonly actor?: string | undefined;
  readonly topicality: Topicality;
  readonly marks: readonly Mark[];
}

/** How one article came to be understood as it was. Offsets are UTF-16 units of the article's text. */
export interface Explanation {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly publishedAt?: string | undefined;
  readonly relevance: Relevance;
  readonly score: number;
  /** One line: what decided the relevance. */
  readonly because: string;
  readonly points: number;
  readonly mentionAt: number;
  readonly coreAt: number;
  readonly passages: readonly ExplainedPassage[];
  readonly positions: readonly ExplainedPosition[];
  readonly setAside: readonly ExplainedSetAside[];
  readonly quotes: readonly Quote[];
}
