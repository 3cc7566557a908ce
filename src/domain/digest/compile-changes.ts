import type { LedgerRow } from '../ledger/ledger.ts';
import { compareText } from '../text/compare-text.ts';
import type { ChangeEntry } from './digest.ts';
import type { DigestInput, LedgerChange } from './digest-input.ts';
import { articleLink, type ExcerptBudget } from './excerpt-budget.ts';
import { daysBetween, formatDay, localDate } from './format-dates.ts';
import { countNoun, labelStatus, nameDecider, type Wording } from './wording.ts';

const DEFAULT_LATE_AFTER_DAYS = 3;

export type ChangeKind = ChangeEntry['kind'];

/** A ledger change with what it is to the reader of this day. */
export interface SortedChange {
  readonly kind: ChangeKind;
  readonly before?: LedgerRow | undefined;
  readonly after?: LedgerRow | undefined;
  /** Whichever of the two exists, the later first. */
  readonly row: LedgerRow;
}

/**
 * Keeps the changes a reader would call one (another status, other conditions, a new or a withdrawn row), says of each
 * whether it is today's, and puts them in order: a status that turned, then new rows, then withdrawn ones; the more
 * publishers the earlier.
 */
export function sortChanges(input: DigestInput): SortedChange[] {
  return input.changes
    .flatMap((change) => {
      const row = change.after ?? change.before;
      return row && saysSomethingElse(change) ? [{ ...change, row, kind: changeKind(change, input) }] : [];
    })
    .sort(
      (one, other) =>
        changeRank(one) - changeRank(other) ||
        other.row.publisherCount - one.row.publisherCount ||
        compareText(one.row.rowId, other.row.rowId),
    );
}

export function describeChange(
  change: SortedChange,
  input: DigestInput,
  wording: Wording,
  budget: ExcerptBudget,
): ChangeEntry {
  const { row, before, after } = change;
  return {
    kind: change.kind,
    note: changeNote(change, input),
    country: wording.country(row.country),
    weapon: wording.weapon(row.weapon),
    scope: wording.scope(row),
    from: labelStatus((before ?? row.replaces[0])?.status),
    to: labelStatus(after?.status),
    who: nameDecider(row.actor, row.country, wording),
    when: row.since === null ? 'date not stated' : formatDay(row.since),
    reportedBy: `reported by ${countNoun(row.publisherCount, 'publisher')}`,
    evidence: budget.takeExcerpt(row.evidence, row.evidence.text),
    link: articleLink(row.evidence),
  };
}

function saysSomethingElse({ before, after }: LedgerChange): boolean {
  if (!before || !after) return true;
  return before.status !== after.status || before.scopeConditions.join() !== after.scopeConditions.join();
}

/** An act from well before this digest's days is late news, however new its report is. */
function changeKind({ before, after }: LedgerChange, input: DigestInput): ChangeKind {
  if (!after) return 'withdrawn';
  if (after.since === null) return before ? 'change' : 'undated';
  const firstDay = localDate(input.window.from, input.timeZone);
  const ageDays = daysBetween(after.since, firstDay) ?? 0;
  return ageDays > (input.settings.lateAfterDays ?? DEFAULT_LATE_AFTER_DAYS) ? 'late' : 'change';
}

function changeNote({ kind, row }: SortedChange, input: DigestInput): string {
  const firstReport = formatDay(localDate(row.firstReportedAt, input.timeZone));
  if (kind === 'withdrawn') return 'No report stands behind this any longer.';
  if (kind === 'undated') {
    return `New on record, first reported ${firstReport}; no report says when it was decided.`;
  }
  if (kind === 'late')
    return `Not today’s: an act of ${formatDay(row.since ?? '')}, first reported ${firstReport}.`;
  return row.datings.length > 1
    ? `Reports date it differently: ${row.datings.map(formatDay).join(' or ')}.`
    : '';
}

function changeRank({ kind, before, after }: SortedChange): number {
  if (kind === 'withdrawn') return 2;
  return before && after && before.status !== after.status ? 0 : 1;
}
