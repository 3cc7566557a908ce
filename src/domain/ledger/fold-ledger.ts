import { compareText } from '../text/compare-text.ts';
import type { LedgerRow, ReportedPosition } from './ledger.ts';
import { gatherActs, isDenial } from './ledger-acts.ts';
import { decides, eventDay, reportOf, STATUS_OF_ACTION } from './ledger-reports.ts';
import { rowsOf } from './ledger-rows.ts';
import { includesWeapon, type LedgerRules, weaponGenerality } from './ledger-rules.ts';
import { playActs, type ZoneHistory } from './ledger-states.ts';

export type { LedgerRules } from './ledger-rules.ts';

/**
 * Works out what every country allows from all that was reported: the same rows whatever the order of the
 * positions, and however often one is given.
 *
 * How an answer supersedes another, and why, is written in docs/ledger.md.
 *
 * @param options.asOf - `YYYY-MM-DD`: the ledger as it stood at the end of that day, by what is known today
 */
export function foldLedger(
  positions: readonly ReportedPosition[],
  rules: LedgerRules,
  options: { readonly asOf?: string | undefined } = {},
): LedgerRow[] {
  const known = knownBy(options.asOf, positions);
  const rows = playPositions(known, rules).flatMap(({ country, weapon, histories }) => {
    const ended = endedPositions(known, country, weapon, rules);
    return rowsOf(country, weapon, histories, ended, rules);
  });
  return markOvertaken(rows, rules).toSorted((one, other) => compareText(one.rowId, other.rowId));
}

/** What holds, and has held, for one country's weapon in each zone. */
export interface WeaponHistory {
  readonly country: string;
  readonly weapon: string;
  readonly histories: readonly ZoneHistory[];
}

/** Plays all that was reported of every country and weapon, each position once. */
export function playPositions(positions: readonly ReportedPosition[], rules: LedgerRules): WeaponHistory[] {
  const known = knownBy(undefined, positions);
  const reports = known.flatMap((position) => reportOf(position, rules) ?? []);
  const denials = known.filter((position) => isDenial(position, rules));
  const acts = gatherActs(reports, denials, rules);
  const byWeapon = Map.groupBy(acts, ({ country, weapon }) => `${country}\n${weapon}`);
  return [...byWeapon.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ country: first.country, weapon: first.weapon, histories: playActs(group, rules) }];
  });
}

/** Each position once, of those that belong to a day or to one before it. */
function knownBy(asOf: string | undefined, positions: readonly ReportedPosition[]): ReportedPosition[] {
  const once = new Map(
    positions.map((position) => [`${position.articleId}\n${position.positionId}`, position]),
  );
  return [...once.values()].filter((position) => asOf === undefined || eventDay(position) <= asOf);
}

/** Positions of a country on a weapon, or on weapons that include it, that an article says have ended; latest first. */
function endedPositions(
  known: readonly ReportedPosition[],
  country: string,
  weapon: string,
  rules: LedgerRules,
): ReportedPosition[] {
  const ended = known.filter((position) => {
    if (position.status !== 'background_past' || position.country !== country) return false;
    if (STATUS_OF_ACTION[position.action] === undefined || !decides(position, rules)) return false;
    return includesWeapon(position.weapon, weapon, rules);
  });
  return ended.toSorted(
    (one, other) =>
      compareText(other.statementDate ?? '', one.statementDate ?? '') ||
      compareText(one.listedAt, other.listedAt) ||
      compareText(one.positionId, other.positionId),
  );
}

/** Points from a specific answer to a later and more general one that says otherwise for the same places. */
function markOvertaken(rows: readonly LedgerRow[], rules: LedgerRules): LedgerRow[] {
  return rows.map((row) => {
    const later = rows.find((other) => overtakes(other, row, rules));
    return later === undefined ? row : { ...row, overtakenBy: later.rowId };
  });
}

function overtakes(general: LedgerRow, row: LedgerRow, rules: LedgerRules): boolean {
  if (general.country !== row.country || general.status === row.status) return false;
  if (general.status !== 'permitted' && general.status !== 'no-restriction-stated') return false;
  if (weaponGenerality(general.weapon, rules) <= weaponGenerality(row.weapon, rules)) return false;
  if (!includesWeapon(general.weapon, row.weapon, rules)) return false;
  const lastSaid = row.lastStatedOn ?? row.since ?? '';
  return (general.since ?? '') > lastSaid && coversScope(general.scopeGeo, row.scopeGeo, rules);
}

function coversScope(general: string, particular: string, rules: LedgerRules): boolean {
  const covered = rules.scopes[general]?.zones;
  if (covered === undefined) return true;
  return (
    rules.scopes[particular]?.zones.every((zone) => covered.includes(zone)) ??
    covered.length === rules.zones.length
  );
}
