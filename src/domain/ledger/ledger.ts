import type { Attribution, DatePrecision, Position, Span, Standing } from '../positions/position.ts';

export type LedgerStatus =
  | 'permitted'
  | 'permitted-with-limits'
  | 'no-restriction-stated'
  | 'restricted'
  | 'undecided';

/** A position as the ledger sees it: with the article and publisher that reported it. */
export interface ReportedPosition extends Position {
  readonly positionId: string;
  readonly articleId: string;
  readonly publisher: string;
  /** Outlets of one owner, or all copies of one wire text, count as one. */
  readonly publisherFamily: string;
  readonly url: string;
  /** ISO 8601 UTC; the article's publication, or when first seen where that is missing. */
  readonly listedAt: string;
}

/** What one country says today about one weapon class in one scope. */
export interface LedgerRow {
  /** Stable: country, weapon and scope. */
  readonly rowId: string;
  readonly country: string;
  readonly weapon: string;
  readonly scopeGeo: string;
  /** Areas granted earlier that still stand beside `scopeGeo`, oldest first; missing when there are none. */
  readonly scopeAlso?: readonly string[] | undefined;
  readonly scopeTarget: string;
  readonly scopeConditions: readonly string[];
  readonly status: LedgerStatus;
  /** `YYYY-MM-DD`; null when no report dates the act. */
  readonly since: string | null;
  /** How exactly `since` is known; to the day where missing. */
  readonly sincePrecision?: DatePrecision | undefined;
  /** Every date that reports give for the act, sorted; more than one when they conflict. */
  readonly datings: readonly string[];
  /** The day before which no report of this was listed: ISO 8601 UTC of the first report. */
  readonly firstReportedAt: string;
  /** `YYYY-MM-DD` of the latest statement that says the same again; missing when nobody did. */
  readonly lastStatedOn?: string | undefined;
  readonly actor: string;
  readonly attribution: Attribution;
  /** The firmest among the reports: decided or announced before reported by officials. */
  readonly standing: Standing;
  /** True when independent publishers report opposite answers for the same act, or the country denies the act. */
  readonly contested: boolean;
  /** Independent publisher families that reported it. */
  readonly publisherCount: number;
  readonly evidence: LedgerEvidence;
  /** Further reports of the same act, oldest first. */
  readonly reports: readonly LedgerEvidence[];
  /** What this row said before, newest first. */
  readonly replaces: readonly ReplacedRow[];
  /**
   * Row of a more general weapon whose later statement answers the same question otherwise: the specific answer
   * stands until it is taken back by name, and readers are told that it may be out of date.
   */
  readonly overtakenBy?: string | undefined;
}

export interface LedgerEvidence extends Span {
  readonly articleId: string;
  readonly positionId: string;
  readonly publisher: string;
  readonly url: string;
}

export interface ReplacedRow {
  readonly status: LedgerStatus;
  readonly since: string | null;
  readonly evidence: LedgerEvidence;
}
