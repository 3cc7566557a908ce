import type { LedgerChange } from '../ledger/diff-ledger.ts';
import type { LedgerRow, LedgerStatus } from '../ledger/ledger.ts';
import type { Story, StoryArticle } from '../stories/story.ts';

/**
 * Stands where each reader's own address goes; delivery replaces it in both parts. A reserved name (RFC 2606), so that a
 * copy sent by mistake leads nowhere.
 */
export const UNSUBSCRIBE_PLACEHOLDER = 'https://unsubscribe.invalid/';

/** Everything a digest is compiled from. No clock: the window and the date come with it. */
export interface DigestInput {
  /** The local calendar day the digest is for, `YYYY-MM-DD`. */
  readonly date: string;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** A label for readers, not the choice of articles: ISO 8601 UTC, `to` exclusive. */
  readonly window: { readonly from: string; readonly to: string };
  readonly topic: { readonly id: string; readonly label: string };
  readonly words: DigestWords;
  /** Every relevant article that no digest has told yet. */
  readonly articles: readonly StoryArticle[];
  /** Articles that the digests of the last days told, so that what is said again is marked. */
  readonly toldBefore?: readonly StoryArticle[] | undefined;
  /** The same articles as stories (`clusterArticles`). */
  readonly stories: readonly Story[];
  /** The ledger now. */
  readonly ledger: readonly LedgerRow[];
  /** The ledger now against the ledger last told (`diffLedger`). */
  readonly changes: readonly LedgerChange[];
  readonly coverage: CoverageInput;
  /** Relevant articles by local day, oldest first, a zero for a day with none; normally 30 days. */
  readonly perDay: readonly DayCount[];
  readonly corrections: readonly Correction[];
  readonly settings: DigestSettings;
}

/** The topic pack's words, by the canonical values that positions and ledger rows carry. */
export interface DigestWords {
  readonly countries: Readonly<Record<string, CountryWords>>;
  readonly weapons: Readonly<Record<string, string>>;
  readonly scopes: Readonly<Record<string, ScopeWords>>;
  readonly targets: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, string>>;
  /** What a country does in a subject line, such as "allows strikes". General words stand in for missing ones. */
  readonly statusVerbs?: Readonly<Partial<Record<LedgerStatus, string>>> | undefined;
}

export interface CountryWords {
  /** The full name, as in a heading. */
  readonly name: string;
  /** The shortest name that is understood: for subject lines. */
  readonly short: string;
}

export interface ScopeWords {
  /** As it reads in a table: `border area near the city`. */
  readonly label: string;
  /** As it reads after the verb of a subject line: `near the city`. */
  readonly short?: string | undefined;
}

export type FeedReadState = 'read' | 'not-modified' | 'silent' | 'failed' | 'blocked';

export interface CoverageInput {
  readonly feeds: readonly FeedCoverage[];
  /** Items by the one outcome each of them ended with. */
  readonly outcomes: OutcomeCounts;
  /** Why items were given up, with how many. */
  readonly givenUpReasons: Readonly<Record<string, number>>;
}

export interface FeedCoverage {
  readonly id: string;
  readonly publisher: string;
  /** `silent`: answers, but has had nothing new for longer than is usual for it. */
  readonly state: FeedReadState;
  /** ISO 8601 UTC of the newest item ever seen. */
  readonly lastItemAt?: string | undefined;
  /** Why it failed, is blocked or counts as silent. */
  readonly reason?: string | undefined;
}

export interface OutcomeCounts {
  readonly relevant: number;
  readonly mention: number;
  readonly offTopic: number;
  readonly duplicate: number;
  readonly givenUp: number;
}

export interface DayCount {
  /** `YYYY-MM-DD`, local. */
  readonly date: string;
  readonly articleCount: number;
}

/** Something an earlier digest said that was wrong. */
export interface Correction {
  /** The digest that said it, `YYYY-MM-DD`. */
  readonly digestDate: string;
  readonly was: string;
  readonly now: string;
  readonly url?: string | undefined;
}

export interface DigestSettings {
  /** Characters of one article's own text that one digest may print, by publisher; 500 for the others. */
  readonly excerptLimits?: Readonly<Record<string, number>> | undefined;
  /** An http(s) address; `UNSUBSCRIBE_PLACEHOLDER` where delivery fills in each reader's own. */
  readonly unsubscribeUrl: string;
  /** Commands that list what a trimmed section leaves out, without the date. */
  readonly queryHints: QueryHints;
  /** Who sends this, and from which postal address. */
  readonly senderNote: string;
  /** Where a wrong label or a correction can be reported: an http(s) address. */
  readonly feedbackUrl?: string | undefined;
  /** Days between an act and its first report beyond which it is late news. 3 unless set. */
  readonly lateAfterDays?: number | undefined;
  /** The HTML part, encoded as it travels, is shortened until it is below this. 100,000 unless set: mail services cut longer messages off. */
  readonly maxHtmlBytes?: number | undefined;
}

export interface QueryHints {
  readonly articles: string;
  readonly ledger: string;
  readonly positions: string;
  readonly stories: string;
  readonly feeds: string;
}
