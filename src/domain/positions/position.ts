/**
 * The fifteen action classes. The action is what the actor does about the use of weapons; definitions and the
 * order in which they are decided are in docs/annotation.md.
 */
export const ACTIONS = [
  'CALLS_FOR_LIFTING',
  'REQUESTS_PERMISSION',
  'PERMITS',
  'PERMITS_WITH_LIMITS',
  'EASES',
  'DECLARES_NO_RESTRICTION',
  'ENDORSES_RIGHT',
  'MAINTAINS_RESTRICTION',
  'TIGHTENS',
  'OPPOSES_LIFTING',
  'WARNS_AGAINST',
  'CONSIDERING',
  'DEFERS_TO_NATIONAL_DECISION',
  'DENIES_REPORT',
  'REPORTS_USE',
] as const;
export type Action = (typeof ACTIONS)[number];

export type Polarity = 'pro' | 'restrictive' | 'neutral';

export const POLARITY: Readonly<Record<Action, Polarity>> = {
  CALLS_FOR_LIFTING: 'pro',
  REQUESTS_PERMISSION: 'pro',
  PERMITS: 'pro',
  PERMITS_WITH_LIMITS: 'pro',
  EASES: 'pro',
  DECLARES_NO_RESTRICTION: 'pro',
  ENDORSES_RIGHT: 'pro',
  MAINTAINS_RESTRICTION: 'restrictive',
  TIGHTENS: 'restrictive',
  OPPOSES_LIFTING: 'restrictive',
  WARNS_AGAINST: 'restrictive',
  CONSIDERING: 'neutral',
  DEFERS_TO_NATIONAL_DECISION: 'neutral',
  DENIES_REPORT: 'neutral',
  REPORTS_USE: 'neutral',
};

export const ACTOR_TYPES = [
  'person',
  'government',
  'ministry/spokesperson',
  'organisation',
  'parliament/party',
  'group',
  'armed forces',
  'anonymous official',
] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

export const CHANGES = ['new', 'reaffirm', 'reversal', 'escalation_of_scope', 'none'] as const;
export type Change = (typeof CHANGES)[number];
export type DateBasis = 'stated' | 'carried' | 'article';
export type DatePrecision = 'day' | 'week' | 'month' | 'period' | 'open';
export const STATUSES = ['news', 'background_current', 'background_past'] as const;
export type PositionStatus = (typeof STATUSES)[number];
export const ATTRIBUTIONS = ['direct', 'paraphrase', 'narration', 'anonymous'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];
export const STANDINGS = ['decided', 'announced', 'reported-by-officials', 'called-for', 'denied'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One of the topic pack's words for an area, such as `border_area`. */
export type ScopeGeo = string;

/** A stretch of the article's text in UTF-16 offsets, end exclusive; `text` is exactly what stands there. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One actor, one action, one weapon and scope, one statement date. No span, no position. */
export interface Position {
  /** Canonical name: a person, an office, a government, a body, or a described group. */
  readonly actor: string;
  readonly actorType: ActorType;
  /** Whose words carry it: a canonical name, or "article" for the journalist's own voice. */
  readonly speaker: string;
  /** ISO 3166 alpha-2, or NATO, EU, EP, UN, MULTI: the state bound by the position at the statement's date. */
  readonly country: string;
  /** Whether the actor decides about these weapons: an opposition politician or a lawmaker does not. */
  readonly decider: boolean;
  readonly action: Action;
  readonly altActions: readonly Action[];
  readonly change: Change;
  /** Canonical weapon from the topic pack, or `generic`. */
  readonly weapon: string;
  readonly weaponRaw?: string | undefined;
  /** Country code of the state whose weapons they are, where the text says or implies it. */
  readonly supplier: string | null;
  readonly scopeGeo: ScopeGeo;
  readonly scopeTarget: string;
  /** Such as `counter_fire/self_defence` or `max_range_km:100`. */
  readonly scopeConditions: readonly string[];
  /** `YYYY-MM-DD`, the first day of the period where precision is coarser; null when open. Never invented. */
  readonly statementDate: string | null;
  readonly datePrecision: DatePrecision;
  /** Where the date was found: in the sentence, carried on from one before, or the article's own for news in its lead. */
  readonly dateBasis?: DateBasis | undefined;
  readonly status: PositionStatus;
  readonly attribution: Attribution;
  readonly standing: Standing;
  /** Where the report came from, nearest first, such as ["The Economist"]. */
  readonly sourceChain: readonly string[];
  /** 0 to 1: how probable it is that a reader finds it as well, where the topic has a confidence reader. */
  readonly confidence: number;
  readonly evidence: Span;
  /** Further sentences that support the same position. */
  readonly also: readonly Span[];
}
