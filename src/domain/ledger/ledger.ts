import type { Attribution, Position, Span, Standing } from '../positions/position.ts';

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
  readonly scopeTarget: string;
  readonly scopeConditions: readonly string[];
  readonly status: LedgerStatus;
  /** `YYYY-MM-DD`; null when no report dates the act. */
  readonly since: string | null;
  /** Every date that reports give for the act, sorted; more than one when they conflict. */
  readonly datings: readonly string[];
  /** The day before which no report of this was listed: ISO 8601 UTC of the first report. */
  readonly firstReportedAt: string;
  readonly actor: string;
  readonly attribution: Attribution;
  readonly standing: Standing;
  /** True when independent publishers report different statuses for the same act. */
  readonly contested: boolean;
  /** Independent publisher families that reported it. */
  readonly publisherCount: number;
  readonly evidence: LedgerEvidence;
  /** Further reports of the same act, oldest first. */
  readonly reports: readonly LedgerEvidence[];
  /** What this row said before, newest first. */
  readonly replaces: readonly ReplacedRow[];
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
