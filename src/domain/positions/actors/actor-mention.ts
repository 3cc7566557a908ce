import type { ActorType } from '../position.ts';

/**
 * The part that an actor's mention plays in its sentence: one who may act (`free`), the "by" of a passive (`agent`),
 * an owner ("Washington's ban", "US policy": `possessive`), or somebody beside the action (`oblique`).
 */
export type Usage = 'free' | 'agent' | 'possessive' | 'oblique';

/** Somebody named, titled or pointed at in a sentence. Token numbers, end exclusive. */
export interface ActorMention {
  readonly from: number;
  readonly to: number;
  readonly usage: Usage;
  readonly actor: Actor;
}

/** Who acts, resolved as far as the article allows. */
export interface Actor {
  /** Canonical name, or the description as printed. */
  readonly name: string;
  readonly type: ActorType;
  /** Missing when the text does not tell whose official this is. */
  readonly country?: string | undefined;
  /** Whether such an actor decides for the country. */
  readonly decides: boolean;
  /** The office, by the word of the topic pack. */
  readonly role?: string | undefined;
  /** Whether he or she decided in an office held before: a former president's acts were the state's. */
  readonly hasDecided?: boolean | undefined;
  readonly isPronoun: boolean;
  /** True for an office without a name, such as "the minister", which the discourse may resolve. */
  readonly isOffice?: boolean | undefined;
}
