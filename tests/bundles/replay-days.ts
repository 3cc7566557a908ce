import { writeFileSync } from 'node:fs';
import { listBundles, loadBundle, loadBundledHandlers } from '../../local/bundled-handlers.ts';
import { type Handlers, loadHandlers } from '../../local/handlers.ts';
import { openHouse } from '../../local/house.ts';
import { startPublishers } from '../../local/publishers.ts';
import { replay, statePaths } from '../../local/replay.ts';
import { PUBLISHERS_DIR, writeReplayConfig } from '../../local/replay-config.ts';
import { REPLAY_BEGINS, replayTicks } from '../../local/replay-week.ts';
import { SimulatedClock } from '../../local/simulated-clock.ts';
import { type AwsCall, AwsCallRecorder } from './aws-calls.ts';
import { dumpState, type StateDump } from './dump-state.ts';

/** What one replay left, and what it asked of AWS on the way. */
export interface ReplayResult {
  readonly state: StateDump;
  readonly calls: Record<string, AwsCall[]>;
  /** What GET and then POST of the link in the last mail answered, and what the subscriber was afterwards. */
  readonly linkUses: readonly LinkUse[];
}

export interface LinkUse {
  readonly method: 'GET' | 'POST';
  readonly statusCode: number;
  readonly subscribers: readonly unknown[];
}

/** The morning of the third day, after its digest. */
const REPLAY_UNTIL = new Date('2024-05-27T06:00:00Z');

/**
 * One replay in a process of its own, since handlers read the environment at their first call and keep it:
 * `node replay-days.ts STATE_DIR RESULT_FILE [ASSEMBLY_DIR]`. Without an assembly, the handlers of the source tree run.
 */
async function main(dir: string, resultFile: string, assemblyDir: string | undefined): Promise<void> {
  const paths = statePaths(dir);
  writeReplayConfig(paths.config);
  const clock = new SimulatedClock(REPLAY_BEGINS);
  const recorder = new AwsCallRecorder();
  const handlers = assemblyDir === undefined ? await loadHandlers() : await loadBundledHandlers(assemblyDir);
  const unsubscribe = recorder.watch('unsubscribe', await loadUnsubscribe(assemblyDir));
  const publishers = await startPublishers({ dir: PUBLISHERS_DIR, now: () => clock.now() });
  const house = await openHouse({
    dir: paths.cloud,
    clock,
    configDir: paths.config,
    webGateway: publishers.url,
    handlers: watched(handlers, recorder),
  });
  try {
    await replay({ house, clock, ticks: replayTicks().filter(({ at }) => at <= REPLAY_UNTIL) });
    const state = await dumpState(house.cloud);
    const link = state.unsubscribeLinks.at(-1) ?? '';
    const linkUses: LinkUse[] = [];
    for (const method of ['GET', 'POST'] as const) {
      const { statusCode } = await unsubscribe(linkEvent(method, link, clock.now()));
      const { subscriberStatuses } = await dumpState(house.cloud);
      linkUses.push({ method, statusCode, subscribers: subscriberStatuses });
    }
    const result: ReplayResult = { state, calls: recorder.list(), linkUses };
    writeFileSync(resultFile, JSON.stringify(result));
  } finally {
    await house.close();
    await publishers.close();
  }
}

function watched(handlers: Handlers, recorder: AwsCallRecorder): Handlers {
  return {
    planPolls: recorder.watch('plan-polls', handlers.planPolls),
    pollFeeds: recorder.watch('poll-feeds', handlers.pollFeeds),
    ingestArticle: recorder.watch('ingest-article', handlers.ingestArticle),
    foldLedger: recorder.watch('fold-ledger', handlers.foldLedger),
    sendDigest: recorder.watch('send-digest', handlers.sendDigest),
    deliverDigest: recorder.watch('deliver-digest', handlers.deliverDigest),
    checkHealth: recorder.watch('check-health', handlers.checkHealth),
    mailEvents: recorder.watch('mail-events', handlers.mailEvents),
  };
}

type Unsubscribe = (event: unknown) => Promise<{ statusCode: number }>;

async function loadUnsubscribe(assemblyDir: string | undefined): Promise<Unsubscribe> {
  if (assemblyDir === undefined) {
    const { handler } = await import('../../lambdas/unsubscribe.ts');
    return handler as unknown as Unsubscribe;
  }
  const bundle = listBundles(assemblyDir).find(({ name }) => name === 'unsubscribe');
  if (!bundle) throw new Error(`${assemblyDir} has no function unsubscribe`);
  return loadBundle(bundle);
}

/** What a function URL hands its function, the parts that are read. */
function linkEvent(method: LinkUse['method'], link: string, now: Date) {
  return {
    requestContext: { http: { method }, timeEpoch: now.getTime() },
    queryStringParameters: Object.fromEntries(new URL(link).searchParams),
  };
}

const [dir, resultFile, assemblyDir] = process.argv.slice(2);
if (dir === undefined || resultFile === undefined) {
  throw new Error('usage: node replay-days.ts STATE_DIR RESULT_FILE [ASSEMBLY_DIR]');
}
await main(dir, resultFile, assemblyDir);
