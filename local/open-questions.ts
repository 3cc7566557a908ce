import { createQuestions } from '../src/adapters/dynamodb/questions.ts';
import { Table } from '../src/adapters/dynamodb/table.ts';
import type { CliContext, StoreOptions } from '../src/cli/context.ts';
import { findTable } from './find-store.ts';

/**
 * Opens the table that the options name: of a deployed stage, by its own name or, without either, the local one.
 *
 * @throws UsageError when there is none
 */
export async function openQuestions(
  options: StoreOptions,
): Promise<Awaited<ReturnType<CliContext['openQuestions']>>> {
  const { table, close } = await findTable(options);
  return { questions: createQuestions(new Table(table)), close };
}
