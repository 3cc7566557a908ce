import type { DigestWords } from '../digest/digest-input.ts';
import { openExcerptBudget } from '../digest/excerpt-budget.ts';
import { formatDay } from '../digest/format-dates.ts';
import { cleanLine } from '../digest/plain-text.ts';
import { capitalise, countNoun, createWording, labelStatus, type Wording } from '../digest/wording.ts';
import type { ReportedPosition } from '../ledger/ledger.ts';
import { eventDay } from '../ledger/ledger-reports.ts';
import { type LedgerRules, weaponGenerality } from '../ledger/ledger-rules.ts';
import { distinctAnswers, type LedgerAnswer, type LedgerLane, traceLedger } from '../ledger/trace-ledger.ts';
import { compareText } from '../text/compare-text.ts';
import { describeAnswer } from './describe-answer.ts';
import { layTime, type TimeScale } from './time-scale.ts';
import type { Timeline, TimelineChange, TimelineCountry, TimelineLane } from './timeline.ts';

const MAX_LABEL_CHARACTERS = 300;

/** Everything a timeline is made of. No clock: the last day comes with it. */
export interface TimelineInput {
  readonly topicLabel: string;
  readonly words: DigestWords;
  readonly rules: LedgerRules;
  /** Everything that was ever reported; what was stated after `until` is left out. */
  readonly positions: readonly ReportedPosition[];
  /** `YYYY-MM-DD`: the last day that is shown. */
  readonly until: string;
  /** Characters of one article's own text that the page may print, by publisher; 500 for the others. */
  readonly excerptLimits: Readonly<Record<string, number>>;
  /** The command that shows what is older than the page has room for. */
  readonly olderQuery: string;
}

/**
 * Decides everything a timeline shows. The same input gives the same timeline, whatever the order of the positions.
 *
 * @param maxChanges older changes are counted, not shown; their stretches are cut at the left edge
 */
export function compileTimeline(input: TimelineInput, maxChanges: number): Timeline {
  const lanes = traceLedger(
    input.positions.filter((position) => eventDay(position) <= input.until),
    input.rules,
  );
  const wording = createWording(input.words);
  const answers = answersOf(lanes);
  const shown = answers.slice(0, maxChanges);
  const since = shown.map(({ from }) => from ?? '').findLast((day) => day !== '') ?? input.until;
  const changes = describeAll(shown, wording, input.excerptLimits);
  const scale = layTime(
    lanes.map((lane) => daysOf(lane, changes)),
    input.until,
  );
  return {
    topicLabel: cleanLine(input.topicLabel, MAX_LABEL_CHARACTERS),
    until: formatDay(input.until),
    summary: summaryOf(lanes, answers, input.until),
    countries: countriesOf(lanes, { input, wording, changes, scale, since }),
    changes: [...changes.values()],
    olderCount: answers.length - shown.length,
    olderQuery: input.olderQuery,
    ticks: scale.ticks,
    minWidth: scale.minWidth,
  };
}

/** Newest first, those without a day last. */
function answersOf(lanes: readonly LedgerLane[]): LedgerAnswer[] {
  return distinctAnswers(lanes).toSorted(
    (one, other) =>
      compareText(other.from ?? '', one.from ?? '') ||
      compareText(other.row.firstReportedAt, one.row.firstReportedAt) ||
      compareText(one.answerId, other.answerId),
  );
}

function describeAll(
  answers: readonly LedgerAnswer[],
  wording: Wording,
  limits: TimelineInput['excerptLimits'],
): Map<string, TimelineChange> {
  const budget = openExcerptBudget(limits);
  return new Map(
    answers.map((answer, index) => [answer.answerId, describeAnswer(answer, index + 1, wording, budget)]),
  );
}

function daysOf({ answers }: LedgerLane, changes: ReadonlyMap<string, TimelineChange>): string[] {
  return answers.flatMap(({ from, answerId }) => (changes.has(answerId) ? [from ?? ''] : []));
}

function summaryOf(lanes: readonly LedgerLane[], answers: readonly LedgerAnswer[], until: string): string {
  const countries = countNoun(new Set(lanes.map(({ country }) => country)).size, 'country', 'countries');
  return `${countNoun(answers.length, 'answer')} of ${countries} on record until ${formatDay(until)}.`;
}

interface Drawing {
  readonly input: TimelineInput;
  readonly wording: Wording;
  readonly changes: ReadonlyMap<string, TimelineChange>;
  readonly scale: TimeScale;
  readonly since: string;
}

function countriesOf(lanes: readonly LedgerLane[], drawing: Drawing): TimelineCountry[] {
  const byCountry = Map.groupBy(lanes, ({ country }) => country);
  return [...byCountry]
    .map(([country, own]) => ({ name: drawing.wording.country(country), lanes: drawLanes(own, drawing) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** All weapons first, then classes, then single systems. */
function drawLanes(lanes: readonly LedgerLane[], drawing: Drawing): TimelineLane[] {
  const { rules } = drawing.input;
  const general = (lane: LedgerLane) => weaponGenerality(lane.weapon, rules);
  return lanes
    .toSorted((one, other) => general(other) - general(one) || compareText(one.weapon, other.weapon))
    .map((lane) => {
      const isDivided = lanes.some((other) => other !== lane && other.weapon === lane.weapon);
      return drawLane(lane, isDivided, drawing);
    });
}

function drawLane(lane: LedgerLane, isDivided: boolean, drawing: Drawing): TimelineLane {
  const { wording, input } = drawing;
  return {
    weapon: capitalise(wording.weapon(lane.weapon)),
    area: isDivided ? nameZones(lane.zones, input.rules, wording) : '',
    stretches: stretchesOf(lane, drawing),
    marks: marksOf(lane, drawing),
  };
}

function nameZones(zones: readonly string[], rules: LedgerRules, wording: Wording): string {
  return rules.zones
    .filter(({ zone }) => zones.includes(zone))
    .map(({ scope }) => wording.scope({ scopeGeo: scope, scopeTarget: 'unspecified', scopeConditions: [] }))
    .join(', ');
}

/** A stretch without a first day, or with one before the days shown, begins at the left edge. */
function stretchesOf({ answers }: LedgerLane, { scale, since }: Drawing): TimelineLane['stretches'] {
  return answers
    .filter(({ until }) => until === undefined || until > since)
    .map(({ from, until, row }) => {
      const isOpen = from === null || from < since;
      return {
        from: isOpen ? 0 : scale.place(from),
        to: until === undefined ? 1 : scale.place(until),
        status: labelStatus(row.status).status,
        isOpen,
      };
    });
}

/** Marks of one day stand in a row, in the order of the answers. */
function marksOf({ answers }: LedgerLane, { changes, scale }: Drawing): TimelineLane['marks'] {
  return answers.flatMap((answer, index) => {
    const change = changes.get(answer.answerId);
    if (change === undefined) return [];
    if (answer.from === null) return [{ at: 0, change }];
    const sameDay = answers.slice(0, index).filter(({ from }) => from === answer.from).length;
    return [{ at: scale.place(answer.from) + sameDay * scale.markStep, change }];
  });
}
