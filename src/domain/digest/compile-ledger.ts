import type { LedgerRow } from '../ledger/ledger.ts';
import { compareText } from '../text/compare-text.ts';
import type { LedgerLine } from './digest.ts';
import { articleLink } from './excerpt-budget.ts';
import {
  capitalise,
  formatSince,
  labelStatus,
  nameDecider,
  THE_GOVERNMENT,
  type Wording,
} from './wording.ts';

/** The ledger by country in alphabetical order; within one, by row id, so that it reads the same every day. */
export function compileLedger(
  ledger: readonly LedgerRow[],
  changedToday: ReadonlySet<string>,
  wording: Wording,
): LedgerLine[] {
  return ledger
    .toSorted(
      (one, other) =>
        wording.country(one.country).localeCompare(wording.country(other.country), 'en') ||
        compareText(one.rowId, other.rowId),
    )
    .map((row) => describeRow(row, changedToday.has(row.rowId), wording));
}

function describeRow(row: LedgerRow, isChangedToday: boolean, wording: Wording): LedgerLine {
  return {
    country: wording.country(row.country),
    weapon: capitalise(wording.weapon(row.weapon)),
    scope: wording.scope(row) || 'no area stated',
    status: labelStatus(row.status),
    since: row.since === null ? formatSince(row) : `since ${formatSince(row)}`,
    who: nameActorOfRow(row, wording),
    furtherPublisherCount: Math.max(0, row.publisherCount - 1),
    marks: [
      ...(isChangedToday ? ['changed today'] : []),
      ...(row.contested ? ['contested'] : []),
      ...(row.overtakenBy === undefined ? [] : ['may be out of date']),
    ],
    link: articleLink(row.evidence),
  };
}

/** A row stands under its country's name: that its government decides needs no saying. */
function nameActorOfRow(row: LedgerRow, wording: Wording): string {
  const who = nameDecider(row.actor, row.country, wording);
  return who === THE_GOVERNMENT ? '' : capitalise(who);
}
