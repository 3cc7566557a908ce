import type { HouseNames } from '../src/contract/house-names.ts';
import { QUEUES } from '../src/contract/queues.ts';
import type { QueueControl } from './aws/sqs/queue-control.ts';
import { drainQueues } from './event-source.ts';
import { systemClock } from './simulated-clock.ts';

export interface LocalFolds {
  readonly names: HouseNames;
  readonly queues: QueueControl;
  readonly configDir: string;
}

/** Works off the folds that a command has asked for, with the function that does so in the cloud. */
export async function foldLocally({ names, queues, configDir }: LocalFolds): Promise<void> {
  process.env['POWERTOOLS_LOG_LEVEL'] ??= 'CRITICAL';
  Object.assign(process.env, { TABLE_NAME: names.table, CONFIG_DIR: configDir });
  const { handler } = await import('../lambdas/fold-ledger.ts');
  const { consumer, batchSize, functionTimeoutSeconds } = QUEUES.fold;
  await drainQueues({
    sources: [
      { queueUrl: names.queueUrls.fold, batchSize, handler, functionName: consumer, functionTimeoutSeconds },
    ],
    clock: systemClock,
    queues,
    until: new Date(),
  });
}
