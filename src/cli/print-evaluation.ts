import type { ActionScore } from '../domain/evaluation/action-scores.ts';
import type { Calibration, CalibrationBin } from '../domain/evaluation/calibration.ts';
import type { Evaluation } from '../domain/evaluation/evaluate.ts';
import type { FieldScore } from '../domain/evaluation/field-scores.ts';
import { ratio, type Score } from '../domain/evaluation/score.ts';
import { RELEVANCES, type Relevance } from '../domain/understanding.ts';
import { type Column, formatRows } from './format.ts';

/** One line of the overview. */
export interface Measure {
  readonly measure: string;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
  readonly share?: number;
  /** Over how many. */
  readonly of?: number;
}

const figure = (value: number | undefined) => value?.toFixed(3);

export const MEASURE_COLUMNS: readonly Column<Measure>[] = [
  { heading: 'measure', of: (row) => row.measure },
  { heading: 'precision', of: (row) => figure(row.precision) },
  { heading: 'recall', of: (row) => figure(row.recall) },
  { heading: 'F1', of: (row) => figure(row.f1) },
  { heading: 'share', of: (row) => figure(row.share) },
  { heading: 'of', of: (row) => row.of },
];

export function measuresOf(evaluation: Evaluation): Measure[] {
  const hard = sumOf(evaluation.hardNegatives);
  const { truePositives, falsePositives } = evaluation.events;
  const found = truePositives + falsePositives;
  return [
    scored(`core against the rest (${evaluation.articles} articles)`, evaluation.coreVersusRest),
    scored('core or mention against none', evaluation.relevantVersusNone),
    scored('mention', evaluation.mention),
    { measure: 'hard negatives called core', share: evaluation.hardCalledCore, of: hard },
    scored('positions', evaluation.events),
    { measure: 'positions in the news found', share: evaluation.newsRecall },
    { measure: 'their state and class found', share: evaluation.newsTold },
    { measure: 'polarity swapped', share: evaluation.polaritySwaps, of: found },
    { measure: 'weapon right, where found', share: evaluation.weapon, of: truePositives },
    { measure: 'weapon right or left open', ...rightOrOpen(evaluation, 'weapon') },
    { measure: 'scope right, where found', share: evaluation.scope, of: truePositives },
    { measure: 'scope right or left open', ...rightOrOpen(evaluation, 'scopeGeo') },
    { measure: 'date right, where found', share: evaluation.date },
    scored('quotes', evaluation.quotes),
    {
      measure: 'speaker right, where found',
      share: evaluation.quoteSpeakers,
      of: evaluation.quotes.truePositives,
    },
    { measure: 'spans that are not exact text', share: evaluation.inexactSpans },
  ];
}

/** How often a field claims nothing false: a position without a weapon of its own fits every weapon (guideline B6). */
function rightOrOpen({ fields }: Evaluation, name: string): Pick<Measure, 'share' | 'of'> {
  const found = fields.find(({ field }) => field === name);
  if (!found) throw new RangeError(`no field "${name}" is scored`);
  return { share: ratio(found.right + found.leftOut, found.of), of: found.of };
}

/** All figures, a table each. */
export function printEvaluation(evaluation: Evaluation): string {
  return [
    table('', measuresOf(evaluation), MEASURE_COLUMNS),
    table('Relevance: labelled, and judged as', confusionRows(evaluation), CONFUSION_COLUMNS),
    table('Positions by class', evaluation.actions, ACTION_COLUMNS),
    table('Fields of the positions found', evaluation.fields, FIELD_COLUMNS),
    calibrationTable(
      'The score as a probability that the article is core or mention',
      evaluation.calibration,
      binColumns({ counted: 'articles', true: 'relevant' }),
    ),
    calibrationTable(
      'The confidence as a probability that a position is labelled',
      evaluation.confidence,
      binColumns({ counted: 'positions', true: 'labelled' }),
    ),
  ].join('\n');
}

function calibrationTable(
  title: string,
  { bins, brier, brierOfShare, expectedError }: Calibration,
  columns: readonly Column<CalibrationBin>[],
): string {
  return `${table(title, bins, columns)}Brier score ${figure(brier)} (always the share: ${figure(brierOfShare)}), expected calibration error ${figure(expectedError)}\n`;
}

function table<Row>(title: string, rows: readonly Row[], columns: readonly Column<Row>[]): string {
  return `${title === '' ? '' : `${title}\n`}${formatRows(rows, columns, 'table')}`;
}

interface ConfusionRow extends Readonly<Record<Relevance, number>> {
  readonly label: string;
}

const CONFUSION_COLUMNS: readonly Column<ConfusionRow>[] = [
  { heading: 'labelled', of: (row) => row.label },
  { heading: 'core', of: (row) => row.core },
  { heading: 'mention', of: (row) => row.mention },
  { heading: 'none', of: (row) => row.none },
];

function confusionRows({ confusion, hardNegatives }: Evaluation): ConfusionRow[] {
  return [
    ...RELEVANCES.map((label) => ({ label, ...confusion[label] })),
    { label: 'of none: hard', ...hardNegatives },
  ];
}

const ACTION_COLUMNS: readonly Column<ActionScore>[] = [
  { heading: 'class', of: (row) => row.action },
  { heading: 'labelled', of: (row) => row.support },
  { heading: 'found', of: (row) => row.truePositives },
  { heading: 'false', of: (row) => row.falsePositives },
  { heading: 'precision', of: (row) => figure(row.precision) },
  { heading: 'recall', of: (row) => figure(row.recall) },
  { heading: 'F1', of: (row) => figure(row.f1) },
];

const FIELD_COLUMNS: readonly Column<FieldScore>[] = [
  { heading: 'field', of: (row) => row.field },
  { heading: 'right', of: (row) => (row.of === 0 ? 'not labelled' : figure(ratio(row.right, row.of))) },
  { heading: 'of', of: (row) => row.of },
  { heading: 'left out', of: (row) => row.leftOut },
  { heading: 'added', of: (row) => row.added },
  { heading: 'otherwise', of: (row) => row.otherwise },
];

/** @param of - what is counted, and what is the share of it that came true */
function binColumns(of: { readonly counted: string; readonly true: string }): Column<CalibrationBin>[] {
  return [
    {
      heading: 'from, to',
      of: ({ from, to }) => (to === 0 ? '0, not read' : `${from.toFixed(1)} to ${to.toFixed(1)}`),
    },
    { heading: of.counted, of: ({ count }) => count },
    { heading: 'mean', of: ({ meanScore }) => figure(meanScore) },
    { heading: `share ${of.true}`, of: ({ shareTrue }) => figure(shareTrue) },
  ];
}

function scored(measure: string, score: Score): Measure {
  const { precision, recall, f1, truePositives, falseNegatives } = score;
  return { measure, precision, recall, f1, of: truePositives + falseNegatives };
}

function sumOf(counts: Readonly<Record<Relevance, number>>): number {
  return counts.core + counts.mention + counts.none;
}
