import { writeFileSync } from 'node:fs';
import { startPublishers } from '../../local/publishers.ts';
import { replay } from '../../local/replay.ts';
import { PUBLISHERS_DIR } from '../../local/replay-config.ts';
import { publishersTime, REPLAY_BEGINS, replayTicks } from '../../local/replay-week.ts';
import { SimulatedClock } from '../../local/simulated-clock.ts';
import { dumpState, type StateDump } from '../replay/dump-state.ts';
import { type Aftermath, liveThroughTrouble } from './aftermath.ts';
import { type AwsCall, AwsCallRecorder } from './aws-calls.ts';
import { LocalStack } from './local-stack.ts';

/** What a week with the deployed stack left, and what it took. */
export interface StackRun {
  /** After the replayed week. */
  readonly week: StateDump;
  readonly aftermath: Aftermath;
  readonly calls: readonly AwsCall[];
  /** Logical ids of queues, event sources, schedules, rules and addresses that carried something. */
  readonly driven: readonly string[];
  /** Variables that each function's code has asked for, by logical id. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
}

/**
 * The replayed week, and the troubles of the days after, through the bundles of an assembly. In a process of its own,
 * since it takes the place of the environment: `node run-stack.ts STATE_DIR ASSEMBLY_DIR RESULT_FILE`.
 */
async function main(dir: string, assemblyDir: string, resultFile: string): Promise<void> {
  const clock = new SimulatedClock(REPLAY_BEGINS);
  const publishers = await startPublishers({
    dir: PUBLISHERS_DIR,
    now: publishersTime(clock),
  });
  const stack = await LocalStack.open({
    dir,
    assemblyDir,
    clock,
    database: 'dynalite',
    recorder: new AwsCallRecorder(),
    runtimeEnv: {
      WEB_GATEWAY: publishers.url,
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      POWERTOOLS_METRICS_DISABLED: 'true',
    },
  });
  try {
    await replay({ house: stack, clock, ticks: replayTicks() });
    const week = await dumpState(stack.cloud);
    const aftermath = await liveThroughTrouble(stack, clock);
    const run: StackRun = {
      week,
      aftermath,
      calls: stack.calls(),
      driven: [...stack.driven].toSorted(),
      variables: stack.functions.readVariables(),
    };
    writeFileSync(resultFile, JSON.stringify(run));
  } finally {
    await stack.close();
    await publishers.close();
  }
}

const [dir, assemblyDir, resultFile] = process.argv.slice(2);
if (dir === undefined || assemblyDir === undefined || resultFile === undefined) {
  throw new Error('usage: node run-stack.ts STATE_DIR ASSEMBLY_DIR RESULT_FILE');
}
await main(dir, assemblyDir, resultFile);
