import type { DatePrecision, Standing } from '../positions/position.ts';
import { compareText } from '../text/compare-text.ts';
import type { LedgerEvidence, LedgerRow, LedgerStatus, ReplacedRow, ReportedPosition } from './ledger.ts';
import { byFamilies } from './ledger-acts.ts';
import { type Report, STATUS_OF_ACTION } from './ledger-reports.ts';
import type { LedgerRules } from './ledger-rules.ts';
import type { State, ZoneHistory } from './ledger-states.ts';

/** How much of a row's past is kept with it; older answers stay among the positions. */
const MAX_REPLACED_ROWS = 20;

/** Firmest first. */
const STANDINGS: readonly Standing[] = [
  'decided',
  'announced',
  'reported-by-officials',
  'called-for',
  'denied',
];

const ATTRIBUTIONS = ['direct', 'paraphrase', 'narration', 'anonymous'];

/**
 * Writes the rows of one country and weapon: one for every answer that holds, whether in one zone or in several.
 *
 * @param ended - positions that an article calls past ("until now it had refused"), as predecessors where none is dated
 */
export function rowsOf(
  country: string,
  weapon: string,
  histories: readonly ZoneHistory[],
  ended: readonly ReportedPosition[],
  rules: LedgerRules,
): LedgerRow[] {
  const byState = Map.groupBy(histories, ({ current }) => current);
  return [...byState].map(([state, zones]) => {
    const replaces = replacedRows(zones, state.status, ended);
    return { ...describeState(country, weapon, state, zones, rules), replaces };
  });
}

/** One answer as a row tells it; what it replaced is left to the caller. */
export function describeState(
  country: string,
  weapon: string,
  state: State,
  zones: readonly ZoneHistory[],
  rules: LedgerRules,
): Omit<LedgerRow, 'replaces'> {
  const reports = allReports(state);
  const head = headReport(state.act.reports);
  const since = sinceOf(state.act.reports);
  const sincePrecision = precisionOf(since, state.act.reports);
  const lastStatedOn = lastDayStated(state, since);
  return {
    rowId: [country, weapon, zones[0]?.zone ?? ''].join('#'),
    country,
    weapon,
    scopeGeo: shownScope(state, zones, rules),
    ...(state.scopeAlso.length > 0 ? { scopeAlso: state.scopeAlso } : {}),
    scopeTarget: targetOf(state.act.reports),
    scopeConditions: conditionsOf(state.act.reports),
    status: state.status,
    since,
    ...(sincePrecision === undefined ? {} : { sincePrecision }),
    datings: datingsOf(state.act.reports),
    firstReportedAt: state.act.reports[0]?.position.listedAt ?? '',
    ...(lastStatedOn === undefined ? {} : { lastStatedOn }),
    actor: head.actor,
    attribution: head.attribution,
    standing: firmest(reports),
    contested: state.act.contested,
    publisherCount: new Set(reports.map(({ position }) => position.publisherFamily)).size,
    evidence: evidenceOf(head),
    reports: reports.filter(({ position }) => position !== head).map(({ position }) => evidenceOf(position)),
  };
}

/** The reports of the act and of all that said it again, oldest first. */
function allReports(state: State): Report[] {
  const reports = [state.act, ...state.restated].flatMap((act) => act.reports);
  const once = [...new Set(reports)];
  return once.toSorted(
    (one, other) =>
      compareText(one.position.listedAt, other.position.listedAt) ||
      compareText(one.position.articleId, other.position.articleId) ||
      compareText(one.position.positionId, other.position.positionId),
  );
}

/** An answer that still holds in one zone only is shown with that zone's own name. */
function shownScope(state: State, zones: readonly ZoneHistory[], rules: LedgerRules): string {
  const spoken = state.act.zones?.length ?? rules.zones.length;
  const [only] = zones;
  if (only === undefined || zones.length > 1 || spoken === 1) return state.scopeGeo;
  if (state.act.zones === undefined) return state.scopeGeo;
  return rules.zones.find(({ zone }) => zone === only.zone)?.scope ?? state.scopeGeo;
}

function headReport(reports: readonly Report[]): ReportedPosition {
  const [head] = reports
    .map(({ position }) => position)
    .toSorted(
      (one, other) =>
        STANDINGS.indexOf(one.standing) - STANDINGS.indexOf(other.standing) ||
        ATTRIBUTIONS.indexOf(one.attribution) - ATTRIBUTIONS.indexOf(other.attribution) ||
        compareText(one.listedAt, other.listedAt) ||
        compareText(one.positionId, other.positionId),
    );
  if (head === undefined) throw new RangeError('a row needs a report');
  return head;
}

function firmest(reports: readonly Report[]): Standing {
  const best = Math.min(...reports.map(({ position }) => STANDINGS.indexOf(position.standing)));
  return STANDINGS[best] ?? 'announced';
}

/** The date most publishers give, the earlier where as many give another; a day before a week or month. */
function sinceOf(reports: readonly Report[]): string | null {
  return (
    byFamilies(precisest(reports), (report) => report.position.statementDate ?? '', compareText)[0] ?? null
  );
}

/** How exactly the chosen date is known; undefined for a day, which needs no saying. */
function precisionOf(since: string | null, reports: readonly Report[]): DatePrecision | undefined {
  const dating = precisest(reports).find(({ position }) => position.statementDate === since);
  const precision = dating?.position.datePrecision;
  return since === null || precision === 'day' ? undefined : precision;
}

function datingsOf(reports: readonly Report[]): string[] {
  const dates = precisest(reports).map(({ position }) => position.statementDate ?? '');
  return [...new Set(dates)].toSorted(compareText);
}

function precisest(reports: readonly Report[]): Report[] {
  const dated = reports.filter(({ position }) => position.statementDate !== null);
  const toTheDay = dated.filter(({ position }) => position.datePrecision === 'day');
  return toTheDay.length > 0 ? toTheDay : dated;
}

function lastDayStated(state: State, since: string | null): string | undefined {
  const days = state.restated.flatMap((act) =>
    act.reports.map(({ position }) => position.statementDate ?? ''),
  );
  const last = days.toSorted(compareText).at(-1) ?? '';
  return last > (since ?? '') ? last : undefined;
}

function targetOf(reports: readonly Report[]): string {
  const named = reports.filter(({ position }) => position.scopeTarget !== 'unspecified');
  const voters = named.length > 0 ? named : reports;
  return byFamilies(voters, (report) => report.position.scopeTarget, compareText)[0] ?? 'unspecified';
}

function conditionsOf(reports: readonly Report[]): string[] {
  const conditions = new Set(reports.flatMap(({ position }) => position.scopeConditions));
  return [...conditions].toSorted(compareText);
}

function replacedRows(
  zones: readonly ZoneHistory[],
  status: LedgerStatus,
  ended: readonly ReportedPosition[],
): ReplacedRow[] {
  const former = new Set(zones.flatMap((zone) => zone.former));
  const rows = [...former]
    .toSorted((one, other) => compareText(other.act.day, one.act.day))
    .map((state) => ({
      status: state.status,
      since: sinceOf(state.act.reports),
      evidence: evidenceOf(headReport(state.act.reports)),
    }));
  if (rows.length > 0) return rows.slice(0, MAX_REPLACED_ROWS);
  return endedBefore(status, ended);
}

/** "Until now it had refused": told as what came before, and never as what holds. */
function endedBefore(status: LedgerStatus, ended: readonly ReportedPosition[]): ReplacedRow[] {
  const other = ended.find((position) => STATUS_OF_ACTION[position.action] !== status);
  const formerStatus = other === undefined ? undefined : STATUS_OF_ACTION[other.action];
  if (other === undefined || formerStatus === undefined) return [];
  return [{ status: formerStatus, since: other.statementDate, evidence: evidenceOf(other) }];
}

function evidenceOf(position: ReportedPosition): LedgerEvidence {
  const { articleId, positionId, publisher, url, evidence } = position;
  return {
    articleId,
    positionId,
    publisher,
    url,
    start: evidence.start,
    end: evidence.end,
    text: evidence.text,
  };
}
