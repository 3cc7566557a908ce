import { compareText } from '../text/compare-text.ts';
import type { LedgerStatus } from './ledger.ts';
import { type Act, byFamilies } from './ledger-acts.ts';
import { polarityOf, type Report } from './ledger-reports.ts';
import type { LedgerRules } from './ledger-rules.ts';

/** What holds in a zone since an act, until another act replaces it. */
export interface State {
  readonly status: LedgerStatus;
  readonly act: Act;
  /** Zones it was said of, whether or not it still holds in all of them. */
  readonly zones: readonly string[];
  readonly scopeGeo: string;
  /** Earlier areas that still stand beside `scopeGeo`. */
  readonly scopeAlso: readonly string[];
  /** Acts that said the same again. */
  readonly restated: Act[];
}

/** A zone with what holds in it and what held before, newest first. */
export interface ZoneHistory {
  readonly zone: string;
  readonly current: State;
  readonly former: readonly State[];
}

/** Weaker promises first: the cautious one wins where as many publishers say the one as the other. */
const STRENGTH: readonly LedgerStatus[] = [
  'undecided',
  'restricted',
  'permitted-with-limits',
  'permitted',
  'no-restriction-stated',
];

/** Plays one country's acts on one weapon, in order, over the zones. */
export function playActs(acts: readonly Act[], rules: LedgerRules): ZoneHistory[] {
  const histories = new Map<string, ZoneHistory>();
  for (const act of acts) playAct(act, histories, rules);
  return rules.zones.flatMap(({ zone }) => histories.get(zone) ?? []);
}

function playAct(act: Act, histories: Map<string, ZoneHistory>, rules: LedgerRules): void {
  const zones = targetZones(act, histories, rules);
  let started: State | undefined;
  for (const zone of zones) {
    const history = histories.get(zone);
    const effect = history === undefined ? 'replaces' : effectOn(history.current, act, rules);
    if (effect === 'nothing') continue;
    if (effect === 'restates') {
      history?.current.restated.push(act);
      continue;
    }
    const resumed = history === undefined ? undefined : resume(history, act);
    if (resumed !== undefined) {
      histories.set(zone, resumed);
      continue;
    }
    started ??= startState(act, zones, history?.current, rules);
    const former = history === undefined ? [] : [history.current, ...history.former];
    histories.set(zone, { zone, current: started, former });
  }
}

/** A ban that is upheld after its lifting was weighed has held all the while: it goes on from its own first day. */
function resume(history: ZoneHistory, act: Act): ZoneHistory | undefined {
  const [former, ...earlier] = history.former;
  if (former === undefined || history.current.status !== 'undecided') return undefined;
  if (former.status !== 'restricted' || act.polarity !== 'restrictive') return undefined;
  former.restated.push(act);
  return { zone: history.zone, current: former, former: [history.current, ...earlier] };
}

/**
 * The zones an act speaks about. One that does not say where is read as narrowly as its kind allows: a limited
 * permission as the nearest zone, a reaffirmed ban or an open question as whatever is not permitted already.
 */
function targetZones(
  act: Act,
  histories: ReadonlyMap<string, ZoneHistory>,
  rules: LedgerRules,
): readonly string[] {
  if (act.zones !== undefined) return act.zones;
  const all = rules.zones.map(({ zone }) => zone);
  const permitted = all.filter((zone) => {
    const current = histories.get(zone)?.current;
    return current !== undefined && polarityOf(current.status) === 'pro';
  });
  if (act.polarity === 'pro') {
    if (statusOf(act) !== 'permitted-with-limits') return all;
    return permitted.length > 0 ? permitted : all.slice(0, 1);
  }
  return isTightening(act) ? all : all.filter((zone) => !permitted.includes(zone));
}

type Effect = 'replaces' | 'restates' | 'nothing';

function effectOn(current: State, act: Act, rules: LedgerRules): Effect {
  if (polarityOf(current.status) !== act.polarity) return effectOfOpposite(current, act, rules);
  if (act.polarity !== 'pro' || act.zones === undefined) return 'restates';
  const reach = reachOf(act, current, rules);
  if (reach === 'farther' || (reach === 'alike' && isAnotherArea(current, act, rules))) return 'replaces';
  if (reach !== 'alike') return 'restates';
  return isSamePromise(current.status, statusOf(act)) || isSoftDifference(current.status, act)
    ? 'restates'
    : 'replaces';
}

/**
 * A ban that is upheld, or a question that is open, takes a permission back where it is about the same places or
 * about a zone of them. About more than the permission it is the rule to which the permission is the exception.
 */
function effectOfOpposite(current: State, act: Act, rules: LedgerRules): Effect {
  if (polarityOf(current.status) !== 'pro' || isTightening(act)) return 'replaces';
  const reach = reachOf(act, current, rules);
  return reach === 'alike' || reach === 'a zone of it' ? 'replaces' : 'nothing';
}

/** How far an act reaches beside what holds: whole zones first, then the breadth within the same zones. */
function reachOf(
  act: Act,
  current: State,
  rules: LedgerRules,
): 'farther' | 'alike' | 'less far' | 'a zone of it' {
  const zones = act.zones ?? current.zones;
  if (!zones.every((zone) => current.zones.includes(zone))) return 'farther';
  if (zones.length < current.zones.length) return 'a zone of it';
  const breadth = breadthOf(scopeOf(act, rules), rules);
  const held = breadthOf(current.scopeGeo, rules);
  if (breadth === undefined || held === undefined || breadth === held) return 'alike';
  return breadth > held ? 'farther' : 'less far';
}

/** Another front beside those already opened; places that are not named are no other front. */
function isAnotherArea(current: State, act: Act, rules: LedgerRules): boolean {
  const scope = scopeOf(act, rules);
  if (scope === current.scopeGeo || current.scopeAlso.includes(scope)) return false;
  const isNamed = breadthOf(current.scopeGeo, rules) !== undefined && breadthOf(scope, rules) !== undefined;
  return isNamed && statusOf(act) === 'permitted-with-limits' && current.status === 'permitted-with-limits';
}

/** "May be used" and "there is no restriction" are the same leave in other words. */
function isSamePromise(one: LedgerStatus, other: LedgerStatus): boolean {
  const isUnlimited = (status: LedgerStatus) => status === 'permitted' || status === 'no-restriction-stated';
  return one === other || (isUnlimited(one) && isUnlimited(other));
}

/** Whether an act has no terms of its own, or its reader allowed that it says what already holds. */
function isSoftDifference(status: LedgerStatus, act: Act): boolean {
  if (act.reports.every(({ position }) => position.action === 'EASES')) return true;
  const accepted = {
    permitted: 'PERMITS',
    'permitted-with-limits': 'PERMITS_WITH_LIMITS',
    'no-restriction-stated': 'DECLARES_NO_RESTRICTION',
    restricted: 'MAINTAINS_RESTRICTION',
    undecided: 'CONSIDERING',
  } as const;
  return act.reports.every(({ position }) => position.altActions.includes(accepted[status]));
}

function isTightening(act: Act): boolean {
  return act.reports.some(({ position }) => position.action === 'TIGHTENS' || position.change === 'reversal');
}

function startState(
  act: Act,
  zones: readonly string[],
  before: State | undefined,
  rules: LedgerRules,
): State {
  const scopeGeo = scopeOf(act, rules);
  const joins =
    before !== undefined && reachOf(act, before, rules) === 'alike' && isAnotherArea(before, act, rules);
  const scopeAlso = joins ? [...before.scopeAlso, before.scopeGeo] : [];
  return { status: statusOf(act), act, zones, scopeGeo, scopeAlso, restated: [] };
}

/** What most publishers say of the act; a mere "eased" counts only where nobody gives terms. */
export function statusOf(act: Act): LedgerStatus {
  const withTerms = act.reports.filter(({ position }) => position.action !== 'EASES');
  const voters = withTerms.length > 0 ? withTerms : act.reports;
  const byStrength = (one: LedgerStatus, other: LedgerStatus) =>
    STRENGTH.indexOf(one) - STRENGTH.indexOf(other);
  return byFamilies(voters, (report: Report) => report.status, byStrength)[0] ?? 'undecided';
}

/** The scope most publishers give; those that give none do not vote. */
export function scopeOf(act: Act, rules: LedgerRules): string {
  const placed = act.reports.filter((report) => report.zones !== undefined);
  const voters = placed.length > 0 ? placed : act.reports;
  const narrowFirst = (one: string, other: string) =>
    (breadthOf(one, rules) ?? 0) - (breadthOf(other, rules) ?? 0) || compareText(one, other);
  return byFamilies(voters, (report: Report) => report.position.scopeGeo, narrowFirst)[0] ?? '';
}

/** Undefined for a scope that names no place. */
function breadthOf(scope: string, rules: LedgerRules): number | undefined {
  return rules.scopes[scope]?.breadth;
}
