import { userInfo } from 'node:os';
import { createAccount } from '../src/adapters/account/account.ts';
import type { OpenedOperations, OperationsDoor, StageOptions, StoreOptions } from '../src/cli/context.ts';
import { remedyFor } from '../src/cli/failure.ts';
import { createOperations } from '../src/compose/operations.ts';
import { statusDeps } from '../src/compose/status.ts';
import { listExampleValues } from '../src/config/example-values.ts';
import { ConfigError, loadCheckedConfig, loadConfig } from '../src/config/load.ts';
import { STANDARD_STAGE } from '../src/contract/outputs.ts';
import { type Check, fail, ok } from '../src/domain/health/check.ts';
import { examineAccount } from '../src/pipeline/examine-account.ts';
import { reportStatus } from '../src/pipeline/report-status.ts';
import { findHouse, leadSdk, nameOfStage } from './find-store.ts';
import { foldLocally } from './fold-locally.ts';

/** What the commands that run the house do, with the SDK behind them. @param configDir the checkout's configuration */
export function operationsDoor(configDir: string): OperationsDoor {
  return {
    examine: (options) => examine(options, configDir),
    status: (options) => status(options, configDir),
    open: (options) => openOperations(options, configDir),
  };
}

async function examine(options: StageOptions, configDir: string): Promise<Check[]> {
  leadSdk(options);
  const { check, digest } = checkConfig(configDir);
  const checks = await examineAccount({
    account: createAccount(),
    digest,
    stackName: nameOfStage(options.stage ?? STANDARD_STAGE),
    remedyFor,
  });
  return [ok('node', process.versions.node), check, ...checks];
}

function checkConfig(configDir: string) {
  try {
    const config = loadCheckedConfig(configDir);
    const examples = listExampleValues(config);
    const check =
      examples.length === 0
        ? ok('configuration', configDir)
        : fail('configuration', `still as it came: ${examples.join('; ')}`, 'put your own there');
    return { check, digest: config.digest };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { check: fail('configuration', error.message, 'mend what is named'), digest: undefined };
  }
}

async function status(options: StoreOptions, configDir: string): Promise<Check[]> {
  const house = await findHouse(options);
  try {
    const { digest } = loadConfig(house.configDir ?? configDir);
    return await reportStatus(new Date().toISOString(), statusDeps(house.names, digest));
  } finally {
    await house.close();
  }
}

/** In the cloud the fold queue's function folds; here nobody else would. */
async function openOperations(options: StoreOptions, standardConfigDir: string): Promise<OpenedOperations> {
  const house = await findHouse(options);
  try {
    const configDir = house.configDir ?? standardConfigDir;
    const config = loadConfig(configDir);
    const operations = await createOperations(house.names, config, configDir);
    return {
      ...operations,
      now: new Date().toISOString(),
      by: userInfo().username,
      close: async () => {
        try {
          if (house.queues) await foldLocally({ names: house.names, queues: house.queues, configDir });
        } finally {
          await house.close();
        }
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}
