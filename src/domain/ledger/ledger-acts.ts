import type { Polarity } from '../positions/position.ts';
import { compareText } from '../text/compare-text.ts';
import { addDays, daysBetween } from '../time/calendar-day.ts';
import type { ReportedPosition } from './ledger.ts';
import { decides, isDayPrecise, lastDayOf, type Report } from './ledger-reports.ts';
import { includesWeapon, type LedgerRules } from './ledger-rules.ts';

/** One thing a country did or said about one weapon, with every report of it. */
export interface Act {
  readonly country: string;
  readonly weapon: string;
  readonly polarity: Polarity;
  /** Undefined when no report says where. */
  readonly zones: readonly string[] | undefined;
  /** First day that a report gives; empty when none does. */
  readonly day: string;
  /** In the order of listing. */
  readonly reports: readonly Report[];
  readonly contested: boolean;
}

/** How many days two datings of one act may lie apart (guideline B4). */
const MERGE_WINDOW_DAYS = 1;

/** How many days after an act a denial is taken to be about it. */
const DENIAL_WINDOW_DAYS = 2;

/** Gathers reports into acts and orders those by date, precision and listing. */
export function gatherActs(
  reports: readonly Report[],
  denials: readonly ReportedPosition[],
  rules: LedgerRules,
): Act[] {
  const byKey = Map.groupBy(reports, keyOf);
  const acts = [...byKey.values()].flatMap(gatherOfOneKind);
  return markContested(joinUnplaced(acts), denials, rules).sort(compareActs);
}

function keyOf({ position, polarity, zones }: Report): string {
  return [position.country, position.weapon, polarity, zones?.join('+') ?? ''].join('\n');
}

/** Reports of one country, weapon, polarity and extent: days first, then weeks and months, then the undated. */
function gatherOfOneKind(reports: readonly Report[]): Act[] {
  const ordered = reports.toSorted(compareReports);
  const groups: { day: string; reports: Report[] }[] = [];
  for (const report of ordered.filter(isDayPrecise)) {
    const open = groups.at(-1);
    if (open && daysBetween(open.day, report.day) <= MERGE_WINDOW_DAYS) open.reports.push(report);
    else groups.push({ day: report.day, reports: [report] });
  }
  for (const report of ordered.filter((each) => !isDayPrecise(each))) {
    const home = report.day === '' ? latestUntilListing(groups, report) : firstWithin(groups, report);
    if (home) home.reports.push(report);
    else groups.push({ day: report.day, reports: [report] });
  }
  return groups.map((group) => actOf(group.day, group.reports));
}

function firstWithin<G extends { day: string }>(groups: readonly G[], report: Report): G | undefined {
  return groups.find((group) => group.day >= report.day && group.day <= lastDayOf(report));
}

function latestUntilListing<G extends { day: string }>(groups: readonly G[], report: Report): G | undefined {
  const listed = report.position.listedAt.slice(0, 10);
  const earlier = groups.filter((group) => group.day <= listed);
  return earlier.reduce<G | undefined>(
    (best, group) => (!best || group.day > best.day ? group : best),
    undefined,
  );
}

function actOf(day: string, reports: readonly Report[]): Act {
  const [first] = reports;
  if (first === undefined) throw new RangeError('an act needs a report');
  const { position, polarity, zones } = first;
  return {
    country: position.country,
    weapon: position.weapon,
    polarity,
    zones,
    day,
    reports: reports.toSorted(compareListing),
    contested: false,
  };
}

/** A report that does not say where is one of the act that was reported with a place on those days. */
function joinUnplaced(acts: readonly Act[]): Act[] {
  const placed = acts.filter((act) => act.zones !== undefined);
  const joined = new Map<Act, Act[]>();
  const alone: Act[] = [];
  for (const act of acts) {
    if (act.zones !== undefined) continue;
    const homes = placed.filter(
      (other) => isSameMatter(act, other) && daysApart(act, other) <= MERGE_WINDOW_DAYS,
    );
    const home = homes.toSorted(
      (one, other) => familyCount(other) - familyCount(one) || compareActs(one, other),
    )[0];
    if (home === undefined) alone.push(act);
    else joined.set(home, [...(joined.get(home) ?? []), act]);
  }
  const merged = placed.map((act) => {
    const others = joined.get(act);
    if (others === undefined) return act;
    const days = [act, ...others].map(({ day }) => day).filter((day) => day !== '');
    const day = days.toSorted(compareText)[0] ?? '';
    const reports = [act, ...others].flatMap((each) => each.reports).toSorted(compareListing);
    return { ...act, day, reports };
  });
  return [...merged, ...alone];
}

function isSameMatter(one: Act, other: Act): boolean {
  return one.country === other.country && one.weapon === other.weapon && one.polarity === other.polarity;
}

function daysApart(one: Act, other: Act): number {
  if (one.day === '' || other.day === '') return one.day === other.day ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(daysBetween(one.day, other.day));
}

/**
 * An act is contested when other publishers report the opposite of the same matter on the same days, or when the
 * country itself denies it.
 */
function markContested(
  acts: readonly Act[],
  denials: readonly ReportedPosition[],
  rules: LedgerRules,
): Act[] {
  const byMatter = Map.groupBy(acts, ({ country, weapon, zones }) =>
    [country, weapon, zones?.join('+') ?? ''].join('\n'),
  );
  return acts.map((act) => {
    const matter = byMatter.get([act.country, act.weapon, act.zones?.join('+') ?? ''].join('\n')) ?? [];
    const isOpposed = matter.some((other) => opposes(act, other));
    const isDenied = denials.some((denial) => isDenialOf(denial, act, rules));
    return isOpposed || isDenied ? { ...act, contested: true } : act;
  });
}

function opposes(one: Act, other: Act): boolean {
  if (one.polarity === other.polarity || one.day === '' || daysApart(one, other) > MERGE_WINDOW_DAYS)
    return false;
  const ones = families(one);
  const others = families(other);
  return [...others].some((family) => !ones.has(family)) && [...ones].some((family) => !others.has(family));
}

function isDenialOf(denial: ReportedPosition, act: Act, rules: LedgerRules): boolean {
  if (denial.country !== act.country || denial.statementDate === null || act.day === '') return false;
  const lastDay = addDays(act.day, DENIAL_WINDOW_DAYS);
  if (denial.statementDate < act.day || denial.statementDate > lastDay) return false;
  return includesWeapon(denial.weapon, act.weapon, rules) || includesWeapon(act.weapon, denial.weapon, rules);
}

/** Denials by those who decide: they contest an act and set nothing. */
export function isDenial(position: ReportedPosition, rules: LedgerRules): boolean {
  const denies = position.action === 'DENIES_REPORT' || position.standing === 'denied';
  return denies && position.status === 'news' && decides({ ...position, standing: 'announced' }, rules);
}

export function families(act: Act): Set<string> {
  return new Set(act.reports.map(({ position }) => position.publisherFamily));
}

function familyCount(act: Act): number {
  return families(act).size;
}

/** How many publisher families give each value, most first; ties by `preferred`. */
export function byFamilies<V extends string>(
  reports: readonly Report[],
  readValue: (report: Report) => V,
  preferred: (one: V, other: V) => number,
): V[] {
  const groups = Map.groupBy(reports, readValue);
  const counted = [...groups].map(([value, group]) => {
    return { value, count: new Set(group.map(({ position }) => position.publisherFamily)).size };
  });
  counted.sort((one, other) => other.count - one.count || preferred(one.value, other.value));
  return counted.map(({ value }) => value);
}

/** By date; on one day what is dated to the day comes after what is only near it; then by listing. */
function compareActs(one: Act, other: Act): number {
  return (
    compareText(one.day, other.day) ||
    Number(one.reports.some(isDayPrecise)) - Number(other.reports.some(isDayPrecise)) ||
    compareListing(firstReport(one), firstReport(other))
  );
}

function firstReport(act: Act): Report {
  const first = act.reports[0];
  if (first === undefined) throw new RangeError('an act needs a report');
  return first;
}

function compareReports(one: Report, other: Report): number {
  return compareText(one.day, other.day) || compareListing(one, other);
}

function compareListing(one: Report, other: Report): number {
  return (
    compareText(one.position.listedAt, other.position.listedAt) ||
    compareText(one.position.articleId, other.position.articleId) ||
    compareText(one.position.positionId, other.position.positionId)
  );
}
