import { existsSync } from 'node:fs';
import { createQuestions } from '../src/adapters/dynamodb/questions.ts';
import { Table } from '../src/adapters/dynamodb/table.ts';
import type { CliContext, StoreOptions } from '../src/cli/context.ts';
import { UsageError } from '../src/cli/input.ts';
import { startLocalCloud } from './aws/local-cloud.ts';
import { runningCloudEnv } from './aws/state-directory.ts';
import { LOCAL_TABLE } from './house.ts';
import { statePaths } from './replay.ts';
import { systemClock } from './simulated-clock.ts';

type Opened = Awaited<ReturnType<CliContext['openQuestions']>>;

/**
 * Opens the table that the options name or, without one, the local store: that of a replay that runs now, or its files.
 *
 * @throws UsageError when there is no local store yet
 */
export async function openQuestions(options: StoreOptions): Promise<Opened> {
  const { table, close } = await openTable(options);
  return { questions: createQuestions(table), close };
}

/** The table itself, and where its local state lies; `dir` is missing for a table in AWS. */
export async function openTable(
  options: StoreOptions,
): Promise<{ table: Table; dir?: string; close(): Promise<void> }> {
  if (options.region !== undefined) process.env['AWS_REGION'] = options.region;
  if (options.profile !== undefined) process.env['AWS_PROFILE'] = options.profile;
  if (options.table !== undefined) {
    return { table: new Table(options.table), close: async () => {} };
  }
  const stateDir = process.env['CAVEAT_DIR'] ?? '.caveat';
  const dir = statePaths(stateDir).cloud;
  if (!existsSync(dir)) {
    throw new UsageError(
      `there is no local store in ${dir} yet: run "npm start" first, or name a table in AWS with --table`,
    );
  }
  const running = runningCloudEnv(dir);
  const cloud = running === undefined ? await startLocalCloud({ dir, clock: systemClock }) : undefined;
  Object.assign(process.env, running ?? cloud?.env);
  return {
    table: new Table(LOCAL_TABLE),
    dir: stateDir,
    close: async () => {
      await cloud?.close();
    },
  };
}
