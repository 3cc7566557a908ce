import { compareText } from '../text/compare-text.ts';
import type { LedgerRow, LedgerStatus } from './ledger.ts';
import { polarityOf } from './ledger-reports.ts';
import { includesWeapon, type LedgerRules, weaponGenerality } from './ledger-rules.ts';

/** The one-line answer for a country, with what that line leaves out. */
export interface CurrentPosition {
  readonly country: string;
  readonly status: LedgerStatus;
  /** `YYYY-MM-DD`; null when no report dates it. */
  readonly since: string | null;
  /** The row that gives the answer. */
  readonly row: LedgerRow;
  /** Rows that answer otherwise for a weapon or a place, most recent first. */
  readonly exceptions: readonly LedgerRow[];
}

/**
 * What a country says today in one line: its answer for all weapons if it has given one. Where it allows one place
 * and refuses another, the line is what it allows and the refusal is an exception; else the latest answer wins.
 * Undefined when it has given none.
 */
export function currentPosition(
  rows: readonly LedgerRow[],
  country: string,
  rules: LedgerRules,
): CurrentPosition | undefined {
  const own = rows.filter((row) => row.country === country).toSorted(byRecency);
  const standing = own.filter((row) => row.overtakenBy === undefined);
  const general = standing.filter((row) => weaponGenerality(row.weapon, rules) === 2);
  const row = general.find(({ status }) => polarityOf(status) === 'pro') ?? general[0] ?? standing[0];
  if (row === undefined) return undefined;
  const exceptions = own.filter((other) => other.status !== row.status);
  return { country, status: row.status, since: row.since, row, exceptions };
}

/** The rows that answer for a weapon: its own, else its class's, else those for all weapons. */
export function rowsForWeapon(
  rows: readonly LedgerRow[],
  country: string,
  weapon: string,
  rules: LedgerRules,
): LedgerRow[] {
  const fitting = rows.filter((row) => row.country === country && includesWeapon(row.weapon, weapon, rules));
  const closest = Math.min(...fitting.map((row) => weaponGenerality(row.weapon, rules)));
  return fitting.filter((row) => weaponGenerality(row.weapon, rules) === closest);
}

function byRecency(one: LedgerRow, other: LedgerRow): number {
  return (
    compareText(other.since ?? '', one.since ?? '') ||
    compareText(other.firstReportedAt, one.firstReportedAt) ||
    compareText(one.rowId, other.rowId)
  );
}
