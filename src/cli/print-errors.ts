import type { Evaluation, QuoteMiss } from '../domain/evaluation/evaluate.ts';
import { whyMissed } from '../domain/evaluation/why-missed.ts';
import type { Explanation } from '../domain/explanation/explanation.ts';
import { describeRule } from '../domain/explanation/reason-words.ts';
import type { Position } from '../domain/positions/position.ts';
import { printable } from './format.ts';
import { indented, wrapMarked } from './wrap-marked.ts';

const INDENT = '      ';

/**
 * Every error with its sentence and what led to it, for a person who tunes a topic.
 *
 * @param explain - an article of the labelled set, by its id
 */
export function printErrors(
  evaluation: Evaluation,
  explain: (id: string) => Explanation,
  width: number,
): string[] {
  const fold = (text: string) => wrapMarked(printable(text), [], width - INDENT.length - 2);
  const sentence = (text: string) => indented(fold(text), `${INDENT}| `);
  const reason = (text: string) => indented(fold(text), `${INDENT}  `, `${INDENT}→ `);
  return [
    ...section(
      'Relevance judged otherwise than labelled',
      evaluation.relevanceMisses,
      ({ id, label, found }) => [`  ${id}: ${label}, found ${found}`, ...reason(explain(id).because)],
    ),
    ...section('Positions not found', evaluation.eventMisses, ({ id, event }) => [
      `  ${id}: ${event.country} ${event.action} ${event.weapon} ${event.scopeGeo}, ${event.actor}`,
      ...sentence(event.evidence),
      ...reason(whyMissed(event, explain(id))),
    ]),
    ...section('Positions found that are not labelled', evaluation.wrongPositions, ({ id, position }) => [
      `  ${id}: ${keyOf(position)}`,
      ...sentence(position.evidence.text),
      ...reason(`by ${ruleBehind(position, explain(id))}`),
    ]),
    ...section('Of these, with the polarity swapped', evaluation.swaps, ({ id, position }) => [
      `  ${id}: ${keyOf(position)}`,
      ...sentence(position.evidence.text),
    ]),
    ...section(
      'Labelled and found classes, where one stands for the other',
      evaluation.actionConfusions,
      (pair) => [`  ${String(pair.count).padStart(3)}  ${pair.labelled} found as ${pair.found}`],
    ),
    ...section(
      'Positions with fields otherwise than labelled',
      byPosition(evaluation.fieldMisses),
      (misses) => [
        ...misses.map(
          ({ id, field, labelled, found }) =>
            `  ${id}: ${field} ${labelled ?? '(not said)'}, found ${found ?? 'nothing'}`,
        ),
        ...sentence(misses[0]?.evidence ?? ''),
      ],
    ),
    ...section('Quotes', evaluation.quoteMisses, (miss) => [
      `  ${miss.id}: ${wrongInQuote(miss)}`,
      ...sentence((miss.label ?? miss.quote)?.content ?? ''),
    ]),
  ];
}

function byPosition(misses: Evaluation['fieldMisses']): Evaluation['fieldMisses'][] {
  return [...Map.groupBy(misses, ({ id, evidence }) => `${id} ${evidence}`).values()];
}

function section<Row>(
  title: string,
  rows: readonly Row[],
  linesOf: (row: Row) => readonly string[],
): string[] {
  return ['', `${title} (${rows.length})`, ...rows.flatMap((row) => [...linesOf(row)])];
}

function keyOf({ country, action, weapon, scopeGeo, actor }: Position): string {
  return `${country} ${action} ${weapon} ${scopeGeo}, ${actor}`;
}

function ruleBehind(position: Position, { positions }: Explanation): string {
  const own = positions.find(
    (each) =>
      each.position.evidence.start === position.evidence.start &&
      each.position.action === position.action &&
      each.position.country === position.country,
  );
  return own ? describeRule(own.decidedBy) : position.action;
}

function wrongInQuote({ label, quote }: QuoteMiss): string {
  if (label && quote) return `speaker ${label.speaker}, found ${quote.speaker}`;
  return label ? `not found, of ${label.speaker}` : 'not labelled';
}
