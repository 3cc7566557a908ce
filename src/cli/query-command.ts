import { type Command, Option } from 'commander';
import type { Questions } from '../pipeline/questions.ts';
import type { CliContext, QueryOptions } from './context.ts';
import { type Column, FORMATS, type Format, formatRows } from './format.ts';

/** Options that every question to the table takes. */
export function withQueryOptions(command: Command): Command {
  return withTableOptions(withFormatOption(command)).option(
    '--topic <id>',
    'the topic asked about; the first configured one unless given',
  );
}

/** Options that say which table is meant. */
export function withTableOptions(command: Command): Command {
  return withStageOptions(command).option(
    '--table <name>',
    'a table in AWS by its own name, instead of --stage',
  );
}

export function withFormatOption(command: Command): Command {
  return command.addOption(
    new Option('--format <format>', 'how to print; a table on a terminal, jsonl in a pipe').choices(FORMATS),
  );
}

/** Options that say which house is meant. */
export function withStageOptions(command: Command): Command {
  return command
    .option('--stage <name>', 'a deployed stage, such as prod; the local store unless given')
    .option('--region <region>', 'AWS region of the stage')
    .option('--profile <name>', 'AWS profile to use');
}

/** Opens the store, asks, prints, and closes the store whatever happened. */
export async function answer<R>(
  context: CliContext,
  options: QueryOptions,
  ask: (questions: Questions, topic: string) => Promise<readonly R[]>,
  columns: readonly Column<R>[],
): Promise<void> {
  const topic = options.topic ?? context.loadTopics()[0]?.topic.id ?? '';
  const store = await context.openQuestions(options);
  try {
    const rows = await ask(store.questions, topic);
    print(context, options, rows, columns);
  } finally {
    await store.close();
  }
}

/** A table for a terminal, JSON lines for a pipe, unless a format was asked for. */
export function print<R>(
  context: CliContext,
  options: Pick<QueryOptions, 'format'>,
  rows: readonly R[],
  columns: readonly Column<R>[],
): void {
  context.write(formatRows(rows, columns, outputFormat(options, context)));
}

/** What was asked for, else a table for a terminal and JSON lines for a pipe. */
export function outputFormat(
  { format }: Pick<QueryOptions, 'format'>,
  context: Pick<CliContext, 'isTerminal'>,
): Format {
  return format ?? (context.isTerminal ? 'table' : 'jsonl');
}
