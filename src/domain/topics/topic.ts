import type { ConfidenceReaderModel } from '../positions/confidence-reader.ts';
import type { ScopeReaderModel } from '../positions/detail-readers/scope-reader.ts';
import type { StatusReaderModel } from '../positions/detail-readers/status-reader.ts';
import type { WeaponReaderModel } from '../positions/detail-readers/weapon-reader.ts';
import type { ActorType } from '../positions/position.ts';
import type { SecondReaderModel } from '../positions/second-reader/model.ts';
import type { RelevanceReaderModel } from '../relevance/relevance-reader/read-relevance.ts';
import type { PersonPronoun } from '../text/person-pronoun.ts';
import type { PhraseTable } from '../text/phrase-table.ts';
import type { CueKind } from './cue-kinds.ts';
import type { Gate } from './gate.ts';

/** One phrase of the pack, as a sentence's tokens are labelled with it. */
export type Label =
  | { readonly kind: 'cue'; readonly cue: CueKind }
  | {
      readonly kind: 'country';
      readonly code: string;
      readonly name: string;
      readonly form: 'name' | 'demonym' | 'capital';
    }
  | { readonly kind: 'organisation'; readonly organisation: Organisation }
  | { readonly kind: 'person'; readonly people: readonly Person[] }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'group'; readonly name: string; readonly code: string }
  | { readonly kind: 'object'; readonly object: TopicObject }
  | { readonly kind: 'supplied' }
  | { readonly kind: 'theatre' }
  | { readonly kind: 'geo'; readonly geo: string; readonly rank: number; readonly isPartial: boolean }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'target'; readonly target: string }
  | { readonly kind: 'condition'; readonly condition: string }
  | { readonly kind: 'veto'; readonly why: string };

export interface Organisation {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly type: ActorType;
  readonly decides: boolean;
}

export interface Role {
  readonly role: string;
  readonly type: ActorType;
  readonly decides: boolean;
  /** The state whose title it is, where only one has it. */
  readonly country?: string | undefined;
}

/** Somebody with the offices he or she held. Two entries of one name are one person in two services. */
export interface Person {
  readonly name: string;
  readonly pronoun: PersonPronoun;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly terms: readonly Term[];
}

/** `YYYY-MM-DD`; `to` is missing while the office is held. */
export interface Term {
  readonly role: Role;
  readonly from: string;
  readonly to?: string | undefined;
}

/** What the topic is about the use of: a named weapon, a class of weapons, or "weapons". */
export interface TopicObject {
  readonly name: string;
  readonly class: string;
  readonly isNamed: boolean;
  /** Looks like the object and is none of the topic's: it only keeps shorter phrases from matching. */
  readonly isOther: boolean;
  readonly suppliers: readonly string[];
}

/** A topic pack made ready for reading articles. Build it once, use it for every article. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly recipient: string;
  readonly adversary: string;
  readonly ownersAreSuppliers: boolean;
  readonly notDeciders: ReadonlySet<string>;
  /** Bodies of states that have none of the topic's objects themselves, besides those with a long code. */
  readonly bodies: ReadonlySet<string>;
  readonly genericObject: string;
  /** Canonical names of the objects: named ones and classes. */
  readonly objectNames: ReadonlySet<string>;
  readonly defaultScopeGeo: string;
  readonly defaultScopeTarget: string;
  /** The most particular scope has the lowest number. */
  readonly geoRanks: ReadonlyMap<string, number>;
  readonly labels: PhraseTable<Label>;
  /** Those who gave the object, where nothing tells whose it is. */
  readonly givers?: { readonly name: string; readonly country: string } | undefined;
  readonly people: readonly Person[];
  /** What each of them is called by, by name. */
  readonly pronouns: ReadonlyMap<string, PersonPronoun>;
  /** Of those who share a name, the first. */
  readonly personByName: ReadonlyMap<string, Person>;
  readonly peopleByCountry: ReadonlyMap<string, readonly Person[]>;
  readonly organisations: readonly Organisation[];
  readonly countryNames: ReadonlyMap<string, string>;
  /** The states whose leader is the president. */
  readonly ledByPresident: ReadonlySet<string>;
  /** Names and adjectives of each country, by its code, as patterns of phrases. */
  readonly countryWords: ReadonlyMap<string, readonly string[]>;
  /** Seats of government that stand for their countries, as patterns of phrases. */
  readonly capitals: readonly string[];
  readonly roles: ReadonlyMap<string, Role>;
  /** Reads what the rules made nothing of; a topic may have none. */
  readonly secondReader?: SecondReaderModel | undefined;
  /** Judges an article as a whole; where a topic has none, its points decide. */
  readonly relevanceReader?: RelevanceReaderModel | undefined;
  /** Reads places and weapons off more than a position's own clause; a topic may have neither. */
  readonly scopeReader?: ScopeReaderModel | undefined;
  readonly weaponReader?: WeaponReaderModel | undefined;
  /** Tells news from what an article recalls; where a topic has none, the rules do. */
  readonly statusReader?: StatusReaderModel | undefined;
  /** Says how probable a position is that was found; a topic without a second reader needs none. */
  readonly confidenceReader?: ConfidenceReaderModel | undefined;
  readonly gate: Gate;
  /** The words of which one of every group must occur. */
  readonly gateWords: readonly (readonly string[])[];
}
