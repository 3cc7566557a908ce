import type { LedgerChange, LedgerChangeKind } from '../ledger/diff-ledger.ts';
import type { LedgerRow } from '../ledger/ledger.ts';
import type { StoryArticle } from '../stories/story.ts';
import { compareText } from '../text/compare-text.ts';
import type { ChangeEntry } from './digest.ts';
import type { DigestInput } from './digest-input.ts';
import { articleLink, type ExcerptBudget } from './excerpt-budget.ts';
import { daysBetween, formatDay, localDate } from './format-dates.ts';
import { countNoun, formatSince, labelStatus, nameDecider, type Wording } from './wording.ts';

const DEFAULT_LATE_AFTER_DAYS = 3;

type ChangeKind = ChangeEntry['kind'];

/** A dispute about a row, its end, or further evidence for it is told elsewhere or not at all. */
const TOLD_AS_CHANGE: ReadonlySet<LedgerChangeKind> = new Set([
  'new',
  'scope-changed',
  'status-changed',
  'withdrawn',
]);

/** A ledger change with what it is to the reader of this day. */
export interface SortedChange {
  readonly kind: ChangeKind;
  readonly change: LedgerChange;
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
    .filter((change) => TOLD_AS_CHANGE.has(change.kind))
    .flatMap((change) => {
      const row = change.after ?? change.before;
      return row ? [{ kind: kindForReader(change, input), change, row }] : [];
    })
    .sort(
      (one, other) =>
        changeRank(one) - changeRank(other) ||
        other.row.publisherCount - one.row.publisherCount ||
        compareText(one.row.rowId, other.row.rowId),
    );
}

export function describeChange(
  sorted: SortedChange,
  input: Pick<DigestInput, 'timeZone'>,
  wording: Wording,
  budget: ExcerptBudget,
): ChangeEntry {
  const { row, change } = sorted;
  return {
    kind: sorted.kind,
    note: changeNote(sorted, input),
    country: wording.country(row.country),
    weapon: wording.weapon(row.weapon),
    scope: wording.scope(row),
    from: labelStatus((change.before ?? row.replaces[0])?.status),
    to: labelStatus(change.after?.status),
    who: nameDecider(row.actor, row.country, wording),
    when: formatWhen(row),
    reportedBy: `reported by ${countNoun(row.publisherCount, 'publisher')}`,
    evidence: budget.takeExcerpt(row.evidence, row.evidence.text),
    link: articleLink(row.evidence),
  };
}

/** An act from well before this digest's days is late news, however new its report is. */
function kindForReader({ before, after, lateNews }: LedgerChange, input: DigestInput): ChangeKind {
  if (!after) return 'withdrawn';
  if (!before && (after.since === null || isReaffirmed(after, input.articles))) return 'on-record';
  if (after.since === null) return 'change';
  const firstDay = localDate(input.window.from, input.timeZone);
  const ageDays = daysBetween(after.since, firstDay) ?? 0;
  return lateNews || ageDays > (input.settings.lateAfterDays ?? DEFAULT_LATE_AFTER_DAYS) ? 'late' : 'change';
}

function changeNote({ kind, row }: SortedChange, input: Pick<DigestInput, 'timeZone'>): string {
  const firstReport = formatDay(localDate(row.firstReportedAt, input.timeZone));
  if (kind === 'withdrawn') return 'No report stands behind this any longer.';
  if (kind === 'on-record') {
    const why =
      row.since === null ? 'no report says when it was decided' : 'the report says that nothing has changed';
    return `New to this ledger, first reported here ${firstReport}; ${why}.`;
  }
  if (kind === 'late') return `An act of ${formatSince(row)}, first reported here ${firstReport}.`;
  return '';
}

/** Whether the position behind a row is told as going on: recorded for the first time, it is still no change. */
function isReaffirmed(row: LedgerRow, articles: readonly StoryArticle[]): boolean {
  return articles
    .filter((article) => article.id === row.evidence.articleId)
    .flatMap((article) => article.positions)
    .filter(({ country, evidence }) => country === row.country && evidence.start === row.evidence.start)
    .some(({ change, status }) => change === 'reaffirm' || status === 'background_current');
}

/** Every day that reports give: where they differ none is left out. */
function formatWhen(row: LedgerRow): string {
  if (row.datings.length < 2) return formatSince(row);
  return `${row.datings.slice(0, 4).map(formatDay).join(' or ')} (reports differ)`;
}

function changeRank({ change }: SortedChange): number {
  if (change.kind === 'withdrawn') return 2;
  return change.kind === 'status-changed' ? 0 : 1;
}
