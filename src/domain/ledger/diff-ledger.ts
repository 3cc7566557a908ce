import { compareText } from '../text/compare-text.ts';
import { daysBetween } from '../time/calendar-day.ts';
import type { LedgerRow } from './ledger.ts';

/**
 * What kind of difference it is: a row that was not there, another answer, the same answer for other places or on
 * other terms, a row that reports now dispute or no longer dispute, one with other evidence for the same answer, or
 * one behind which no report stands any longer.
 */
export type LedgerChangeKind =
  | 'new'
  | 'status-changed'
  | 'scope-changed'
  | 'contested'
  | 'settled'
  | 'evidence-only'
  | 'withdrawn';

/** A difference between two ledgers, from one row to another. */
export interface LedgerChange {
  readonly kind: LedgerChangeKind;
  /** Missing when the row is new. */
  readonly before?: LedgerRow | undefined;
  /** Missing when the row is withdrawn. */
  readonly after?: LedgerRow | undefined;
  /** True when the act is more than 14 days older than its first report: learnt late, and no news of today. */
  readonly lateNews: boolean;
}

/** An act is old news when it was first reported more than this many days after it. */
const LATE_AFTER_DAYS = 14;

/**
 * Compares the ledger last told with the ledger now; rows that are alike are left out. Two rows that have become one,
 * or one that has become two, are told as the same rows going on and not as new or withdrawn ones.
 */
export function diffLedger(before: readonly LedgerRow[], after: readonly LedgerRow[]): LedgerChange[] {
  const older = new Map(before.map((row) => [row.rowId, row]));
  const newer = new Map(after.map((row) => [row.rowId, row]));
  const changes: LedgerChange[] = [];
  for (const row of after) {
    const former = older.get(row.rowId) ?? findSplitRow(row, before);
    const kind = former === undefined ? 'new' : kindOfChange(former, row);
    if (kind !== undefined) changes.push(changeOf(kind, former, row));
  }
  for (const row of before) {
    if (newer.has(row.rowId)) continue;
    const heir = findMergedRow(row, after, older);
    if (heir === undefined) changes.push(changeOf('withdrawn', row, undefined));
    else if (heir.status !== row.status) changes.push(changeOf('status-changed', row, heir));
  }
  return changes.toSorted(
    (one, other) => compareText(idOf(one), idOf(other)) || compareText(one.kind, other.kind),
  );
}

function changeOf(
  kind: LedgerChangeKind,
  before: LedgerRow | undefined,
  after: LedgerRow | undefined,
): LedgerChange {
  return {
    kind,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    lateNews: after !== undefined && isLate(after),
  };
}

function isLate(row: LedgerRow): boolean {
  if (row.since === null) return false;
  return daysBetween(row.since, row.firstReportedAt.slice(0, 10)) > LATE_AFTER_DAYS;
}

/** The row that this one was part of: another answer has taken the rest of its places. */
function findSplitRow(row: LedgerRow, before: readonly LedgerRow[]): LedgerRow | undefined {
  return before.find((other) => {
    return isSameMatter(row, other) && other.status === row.status && isSameReport(row, other);
  });
}

/** The row that has taken this one in: the only other one of its country and weapon that is left. */
function findMergedRow(
  row: LedgerRow,
  after: readonly LedgerRow[],
  older: ReadonlyMap<string, LedgerRow>,
): LedgerRow | undefined {
  const heirs = after.filter((other) => isSameMatter(row, other) && older.has(other.rowId));
  return heirs.length === 1 ? heirs[0] : undefined;
}

function isSameMatter(one: LedgerRow, other: LedgerRow): boolean {
  return one.country === other.country && one.weapon === other.weapon;
}

function isSameReport(one: LedgerRow, other: LedgerRow): boolean {
  return (
    one.evidence.articleId === other.evidence.articleId &&
    one.evidence.positionId === other.evidence.positionId
  );
}

function kindOfChange(before: LedgerRow, after: LedgerRow): LedgerChangeKind | undefined {
  if (before.status !== after.status) return 'status-changed';
  if (scopeText(before) !== scopeText(after) && before.rowId === after.rowId) return 'scope-changed';
  if (before.contested !== after.contested) return after.contested ? 'contested' : 'settled';
  return before.rowId !== after.rowId || evidenceText(before) !== evidenceText(after)
    ? 'evidence-only'
    : undefined;
}

function scopeText(row: LedgerRow): string {
  return JSON.stringify([row.scopeGeo, row.scopeAlso ?? [], row.scopeTarget, row.scopeConditions]);
}

function evidenceText(row: LedgerRow): string {
  const cited = [row.evidence, ...row.reports].map(
    ({ articleId, positionId }) => `${articleId}#${positionId}`,
  );
  return JSON.stringify([row.since, row.datings, row.standing, row.actor, row.publisherCount, cited]);
}

function idOf(change: LedgerChange): string {
  return (change.after ?? change.before)?.rowId ?? '';
}
