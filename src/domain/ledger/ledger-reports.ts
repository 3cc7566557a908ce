import type { Action, DatePrecision, Polarity } from '../positions/position.ts';
import { addDays } from '../time/calendar-day.ts';
import type { LedgerStatus, ReportedPosition } from './ledger.ts';
import type { LedgerRules } from './ledger-rules.ts';

/** Actions that say what a country allows, with the status each sets; every other action sets nothing. */
export const STATUS_OF_ACTION: Readonly<Partial<Record<Action, LedgerStatus>>> = {
  PERMITS: 'permitted',
  PERMITS_WITH_LIMITS: 'permitted-with-limits',
  EASES: 'permitted-with-limits',
  DECLARES_NO_RESTRICTION: 'no-restriction-stated',
  MAINTAINS_RESTRICTION: 'restricted',
  TIGHTENS: 'restricted',
  CONSIDERING: 'undecided',
};

const POLARITY_OF_STATUS: Readonly<Record<LedgerStatus, Polarity>> = {
  permitted: 'pro',
  'permitted-with-limits': 'pro',
  'no-restriction-stated': 'pro',
  restricted: 'restrictive',
  undecided: 'neutral',
};

/** One report of an act, made ready for the fold. */
export interface Report {
  readonly position: ReportedPosition;
  readonly status: LedgerStatus;
  readonly polarity: Polarity;
  /** Day it counts from, `YYYY-MM-DD`; empty for what has always been so, as far as the report tells. */
  readonly day: string;
  /** Zones it speaks about; undefined when it does not say where. */
  readonly zones: readonly string[] | undefined;
}

const DAYS_OF_PRECISION: Readonly<Record<DatePrecision, number>> = {
  day: 0,
  period: 3,
  week: 6,
  month: 30,
  open: 0,
};

/** Whether a position decides: its own weapons or a veto over others', by one in office, and not merely called for. */
export function decides(position: ReportedPosition, rules: LedgerRules): boolean {
  if (!position.decider || rules.rowlessCountries.includes(position.country)) return false;
  if (position.standing === 'called-for' || position.standing === 'denied') return false;
  if (position.supplier === null || position.supplier === position.country) return true;
  return rules.coDeciders?.[position.weapon]?.includes(position.country) ?? false;
}

/**
 * The day a position belongs to when the ledger is asked about a date: that of the statement, or of the listing
 * where no report dates it.
 */
export function eventDay(position: ReportedPosition): string {
  return position.statementDate ?? position.listedAt.slice(0, 10);
}

/** Makes a report of a position that sets a status now; undefined for all others and for what has ended. */
export function reportOf(position: ReportedPosition, rules: LedgerRules): Report | undefined {
  const status = STATUS_OF_ACTION[position.action];
  if (status === undefined || position.status === 'background_past') return undefined;
  if (!decides(position, rules)) return undefined;
  return {
    position,
    status,
    polarity: POLARITY_OF_STATUS[status],
    day: position.statementDate ?? (position.status === 'news' ? eventDay(position) : ''),
    zones: rules.scopes[position.scopeGeo]?.zones,
  };
}

export function polarityOf(status: LedgerStatus): Polarity {
  return POLARITY_OF_STATUS[status];
}

/** Last day that a report's date can mean: the end of its week or month. */
export function lastDayOf(report: Report): string {
  return report.day === '' ? '' : addDays(report.day, DAYS_OF_PRECISION[report.position.datePrecision]);
}

/** Whether the report names a day, or is undated news and so belongs to the day it was listed. */
export function isDayPrecise(report: Report): boolean {
  if (report.day === '') return false;
  return report.position.datePrecision === 'day' || report.position.statementDate === null;
}
