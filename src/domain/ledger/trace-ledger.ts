import { compareText } from '../text/compare-text.ts';
import { playPositions, type WeaponHistory } from './fold-ledger.ts';
import type { LedgerRow, LedgerStatus, ReportedPosition } from './ledger.ts';
import { describeState } from './ledger-rows.ts';
import type { LedgerRules } from './ledger-rules.ts';
import type { State, ZoneHistory } from './ledger-states.ts';

/** One answer for as long as it held. */
export interface LedgerAnswer {
  /** Stable while its act keeps its first day: country, weapon, zones, status and that day. */
  readonly answerId: string;
  /** `YYYY-MM-DD`: the first day that a report gives; null where none does. */
  readonly from: string | null;
  /** The day on which another answer took its place; missing while it holds. */
  readonly until?: string | undefined;
  /** The answer before it; missing where nothing is on record. */
  readonly formerStatus?: LedgerStatus | undefined;
  /** As the ledger tells it with all the zones it was ever given for, without what it replaces. */
  readonly row: Omit<LedgerRow, 'replaces'>;
}

/** The answers for one country's weapon in zones that have always had the same ones, oldest first. */
export interface LedgerLane {
  readonly country: string;
  readonly weapon: string;
  readonly zones: readonly string[];
  readonly answers: readonly LedgerAnswer[];
}

/**
 * How every row of the ledger came to be: all answers from the first on record to the one that stands, by what is known
 * today. The same fold as `foldLedger`, which keeps the last of them only.
 *
 * @returns by country and weapon, nearest zone first
 */
export function traceLedger(positions: readonly ReportedPosition[], rules: LedgerRules): LedgerLane[] {
  return playPositions(positions, rules)
    .toSorted(
      (one, other) => compareText(one.country, other.country) || compareText(one.weapon, other.weapon),
    )
    .flatMap((history) => lanesOf(history, rules));
}

/** Each answer once, however many lanes it is in. */
export function distinctAnswers(lanes: readonly LedgerLane[]): LedgerAnswer[] {
  const once = new Map(lanes.flatMap((lane) => lane.answers).map((answer) => [answer.answerId, answer]));
  return [...once.values()];
}

function lanesOf({ country, weapon, histories }: WeaponHistory, rules: LedgerRules): LedgerLane[] {
  const numbers = new Map<State, number>();
  const numberOf = (state: State) => {
    const number = numbers.get(state) ?? numbers.size;
    numbers.set(state, number);
    return number;
  };
  const alike = Map.groupBy(histories, ({ current, former }) => [current, ...former].map(numberOf).join(' '));
  return [...alike.values()].map((zones) => ({
    country,
    weapon,
    zones: zones.map(({ zone }) => zone),
    answers: answersOf(country, weapon, zones, (state) => {
      const told = histories.filter(({ current, former }) => [current, ...former].includes(state));
      return describeState(country, weapon, state, told, rules);
    }),
  }));
}

interface Start {
  readonly state: State;
  readonly day: string;
}

function answersOf(
  country: string,
  weapon: string,
  zones: readonly ZoneHistory[],
  describe: (state: State) => LedgerAnswer['row'],
): LedgerAnswer[] {
  const [first] = zones;
  if (first === undefined) return [];
  const starts = startsOf(first);
  return starts.map(({ state, day }, index) => ({
    answerId: [country, weapon, state.zones.join('+'), state.status, day].join('#'),
    from: day === '' || isUndated(state) ? null : day,
    until: starts[index + 1]?.day,
    formerStatus: starts[index - 1]?.state.status,
    row: describe(state),
  }));
}

function isUndated({ act }: State): boolean {
  return act.reports.every(({ position }) => position.statementDate === null);
}

/** When each answer began; a ban that went on after its lifting was weighed begins again where it was upheld. */
function startsOf({ current, former }: ZoneHistory): Start[] {
  const states = [...former.toReversed(), current];
  const starts = states.map((state) => ({ state, day: state.act.day }));
  const resumed = states.filter((state, index) => state.act.day < (states[index - 1]?.act.day ?? ''));
  const inOrder = starts.toSorted((one, other) => compareText(one.day, other.day));
  for (const state of resumed) {
    for (const { day } of state.restated) {
      const at = inOrder.findLastIndex((start) => start.day <= day);
      if (inOrder[at]?.state.status === 'undecided') inOrder.splice(at + 1, 0, { state, day });
    }
  }
  return inOrder;
}
