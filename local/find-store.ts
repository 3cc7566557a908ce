import { existsSync } from 'node:fs';
import { findStack } from '../src/adapters/account/find-stack.ts';
import type { StoreOptions } from '../src/cli/context.ts';
import { UsageError } from '../src/cli/input.ts';
import { type HouseNames, namesOfOutputs } from '../src/contract/house-names.ts';
import { stackName } from '../src/contract/outputs.ts';
import { startLocalCloud } from './aws/local-cloud.ts';
import type { QueueControl } from './aws/sqs/queue-control.ts';
import { runningCloudEnv } from './aws/state-directory.ts';
import { localNames } from './house.ts';
import { statePaths } from './replay.ts';
import { systemClock } from './simulated-clock.ts';

export interface FoundHouse {
  readonly names: HouseNames;
  /** The configuration that the local house was filled under; missing where the checkout's is meant. */
  readonly configDir?: string | undefined;
  /** The local queues, when nobody else works them off. */
  readonly queues?: QueueControl | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Finds the house that the options mean: a deployed stage by its stack's outputs or, without one, the local house, that of a
 * replay that runs now or its files. Leads the SDK there.
 *
 * @throws UsageError when there is no such stage, or no local house yet
 */
export async function findHouse(options: StoreOptions): Promise<FoundHouse> {
  leadSdk(options);
  if (options.stage !== undefined) return { names: await namesOfStage(options.stage), close: async () => {} };
  if (options.table !== undefined) {
    throw new UsageError(
      'a table alone is not enough for this: name the stage with --stage instead of --table',
    );
  }
  return openLocalHouse();
}

/** The table alone, which is all that questions need. */
export async function findTable(
  options: StoreOptions,
): Promise<{ table: string; readonly close: () => Promise<void> }> {
  leadSdk(options);
  if (options.table !== undefined) return { table: options.table, close: async () => {} };
  const house = await findHouse(options);
  return { table: house.names.table, close: () => house.close() };
}

/** Region and profile as the options say. */
export function leadSdk({ region, profile }: StoreOptions): void {
  if (region !== undefined) process.env['AWS_REGION'] = region;
  if (profile !== undefined) process.env['AWS_PROFILE'] = profile;
}

async function namesOfStage(stage: string): Promise<HouseNames> {
  const name = nameOfStage(stage);
  const stack = await findStack(name);
  if (!stack) {
    throw new UsageError(
      `there is no stack ${name} in this account and region: deploy it (npm run deploy -- -c stage=${stage}), or mind --region and --profile`,
    );
  }
  try {
    return namesOfOutputs(stack.outputs);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** @throws UsageError when the stage cannot be one */
export function nameOfStage(stage: string): string {
  try {
    return stackName(stage);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

async function openLocalHouse(): Promise<FoundHouse> {
  const paths = statePaths(process.env['CAVEAT_DIR'] ?? '.caveat');
  if (!existsSync(paths.cloud)) {
    throw new UsageError(
      `there is no local store in ${paths.cloud} yet: run "npm start" first, or name a deployed stage with --stage`,
    );
  }
  const running = runningCloudEnv(paths.cloud);
  const cloud =
    running === undefined ? await startLocalCloud({ dir: paths.cloud, clock: systemClock }) : undefined;
  Object.assign(process.env, running ?? cloud?.env);
  return {
    names: localNames(process.env['AWS_ENDPOINT_URL_SQS'] ?? ''),
    configDir: process.env['CONFIG_DIR'] ?? (existsSync(paths.config) ? paths.config : undefined),
    queues: cloud?.queues,
    close: async () => {
      await cloud?.close();
    },
  };
}
