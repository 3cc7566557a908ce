import { type Command, Option } from 'commander';
import { type Evaluation, evaluateWith } from '../../domain/evaluation/evaluate.ts';
import type { Score } from '../../domain/evaluation/score.ts';
import { understandArticle } from '../../domain/understand-article.ts';
import type { CliContext } from '../context.ts';
import { type Column, FORMATS, type Format, formatRows } from '../format.ts';
import { readLabelled } from '../labelled-input.ts';
import { chooseTopic } from '../topic-option.ts';

interface Measure {
  readonly measure: string;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
  readonly share?: number;
}

const COLUMNS: readonly Column<Measure>[] = [
  { heading: 'measure', of: (row) => row.measure },
  { heading: 'precision', of: (row) => row.precision?.toFixed(3) },
  { heading: 'recall', of: (row) => row.recall?.toFixed(3) },
  { heading: 'F1', of: (row) => row.f1?.toFixed(3) },
  { heading: 'share', of: (row) => row.share?.toFixed(3) },
];

interface Options {
  readonly topic?: string;
  readonly format?: Format;
  readonly misses: boolean;
}

export function addEvalCommand(program: Command, context: CliContext): void {
  program
    .command('eval')
    .description('labelled sets → precision, recall and F1, with what was missed')
    .argument('[dir]', 'a directory of labelled .jsonl files', 'fixtures/labelled')
    .option('--topic <id>', 'the topic; the first configured one unless given')
    .option('--no-misses', 'leave out what was missed')
    .addOption(new Option('--format <format>', 'how to print; a table unless given').choices(FORMATS))
    .addHelpText('after', '\nExample:\n  caveat eval fixtures/labelled --no-misses')
    .action(async (dir: string, options: Options) => {
      const topic = chooseTopic(context, options.topic);
      const labelled = await readLabelled(dir);
      const evaluation = evaluateWith(labelled, (article) => understandArticle(article, topic));
      const format = options.format ?? 'table';
      if (format === 'json') {
        context.write(`${JSON.stringify(evaluation, null, 2)}\n`);
        return;
      }
      context.write(formatRows(measuresOf(evaluation), COLUMNS, format));
      if (options.misses && format === 'table') context.write(missLines(evaluation).join('\n'));
    });
}

function measuresOf(evaluation: Evaluation): Measure[] {
  return [
    scored(`core against the rest (${evaluation.articles} articles)`, evaluation.coreVersusRest),
    scored('core or mention against none', evaluation.relevantVersusNone),
    scored('mention', evaluation.mention),
    { measure: 'hard negatives called core', share: evaluation.hardCalledCore },
    scored('positions', evaluation.events),
    { measure: 'positions in the news found', share: evaluation.newsRecall },
    { measure: 'polarity swapped', share: evaluation.polaritySwaps },
    { measure: 'weapon right, where found', share: evaluation.weapon },
    { measure: 'scope right, where found', share: evaluation.scope },
    { measure: 'date right, where found', share: evaluation.date },
    scored('quotes', evaluation.quotes),
    { measure: 'speaker right, where found', share: evaluation.quoteSpeakers },
    { measure: 'spans that are not exact text', share: evaluation.inexactSpans },
  ];
}

function scored(measure: string, { precision, recall, f1 }: Score): Measure {
  return { measure, precision, recall, f1 };
}

function missLines(evaluation: Evaluation): string[] {
  return [
    '',
    'Relevance judged otherwise than labelled',
    ...evaluation.relevanceMisses.map(
      (miss) => `  ${miss.id}: ${miss.label}, found ${miss.found} (${miss.score.toFixed(2)})`,
    ),
    '',
    'Positions not found',
    ...evaluation.eventMisses.map(
      ({ id, event }) => `  ${id}: ${event.country} ${event.action} ${event.weapon}: ${event.evidence}`,
    ),
    '',
    'Positions found that are not labelled',
    ...evaluation.wrongPositions.map(
      ({ id, position }) =>
        `  ${id}: ${position.country} ${position.action} ${position.weapon}: ${position.evidence.text}`,
    ),
    '',
  ];
}
