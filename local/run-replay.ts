import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { packOf } from '../src/compose/archive-site.ts';
import { type AppConfig, loadConfig } from '../src/config/load.ts';
import type { Digest } from '../src/domain/digest/digest.ts';
import { digestWords } from '../src/domain/topics/digest-words.ts';
import { exportArchive } from './export-archive.ts';
import { exportDigests } from './export-digests.ts';
import { forgetState } from './forget-state.ts';
import { type House, openHouse } from './house.ts';
import { type ProgressLine, progressLine } from './progress-line.ts';
import { startPublishers } from './publishers.ts';
import { replay, statePaths } from './replay.ts';
import { PUBLISHERS_DIR, writeReplayConfig } from './replay-config.ts';
import {
  archiveLines,
  dayLines,
  digestFileLines,
  heading,
  ledgerTable,
  queryLines,
} from './replay-report.ts';
import { publishersTime, REPLAY_BEGINS, REPLAY_ENDS, type ReplayTick, replayTicks } from './replay-week.ts';
import { SimulatedClock } from './simulated-clock.ts';
import type { StartOptions } from './start-options.ts';
import { openStore, type Store } from './store.ts';

const FIRST_DIGEST = '2024-05-25';
const LAST_DIGEST = '2024-06-01';
/** A finished replay that is started again asks every feed once more, so much later that all are due again. */
const LATER_MS = 24 * 3_600_000;

/** Replays the week, or what an earlier run left of it, and tells what came of it. */
export async function runReplay(options: StartOptions, signal: AbortSignal): Promise<void> {
  const paths = statePaths(options.dir);
  if (options.fresh) forgetState(options.dir);
  writeReplayConfig(paths.config);
  const config = loadConfig(paths.config);
  const finishedAt = readFinish(paths.progress);
  const clock = new SimulatedClock(finishedAt ?? REPLAY_BEGINS);
  const progress = progressLine();

  const publishers = await startPublishers({
    dir: PUBLISHERS_DIR,
    now: publishersTime(clock),
  });
  const house = await openHouse({
    dir: paths.cloud,
    clock,
    configDir: paths.config,
    webGateway: publishers.url,
    onBatch: (report) =>
      progress.show(
        `${clock.now().toISOString().slice(0, 16).replace('T', ' ')}  ${report.source}: ${report.messageCount}`,
      ),
  }).catch(async (error: unknown) => {
    await publishers.close();
    throw error;
  });
  try {
    for (const note of house.cloud.notes) progress.print(note);
    const store = openStore();
    const topic = config.digest.topic;
    if (finishedAt) await askAgain(house, clock, store, progress, signal);
    else await replayWeek(house, clock, { store, topic, progress, signal, until: options.until });
    if (signal.aborted) return;
    if (options.until === undefined) writeFinish(paths.progress, clock.now());
    progress.clear();
    await tellResult(house, store, { options, config });
  } finally {
    progress.clear();
    await house.close();
    await publishers.close();
  }
}

interface Telling {
  readonly store: Store;
  readonly topic: string;
  readonly progress: ProgressLine;
  readonly signal: AbortSignal;
  readonly until: string | undefined;
}

async function replayWeek(house: House, clock: SimulatedClock, telling: Telling): Promise<void> {
  const { store, topic, progress, signal, until } = telling;
  progress.print('Caveat replays the news of 25 May to 1 June 2024.\n');
  const told = new Set<string>();
  let printing = Promise.resolve();
  const onTick = ({ at }: ReplayTick) => {
    const date = at.toISOString().slice(0, 10);
    if (told.has(date)) return;
    printing = printing.then(async () => {
      const files = await store.archive.readDigest(topic, date);
      if (!files || told.has(date)) return;
      told.add(date);
      for (const line of dayLines(JSON.parse(files.json) as Digest)) progress.print(line);
    });
  };
  await replay({ house, clock, ticks: replayTicks(until), signal, onTick });
  await printing;
}

/** A second run: every feed is asked once more. */
async function askAgain(
  house: House,
  clock: SimulatedClock,
  store: Store,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<void> {
  const before = (await store.untold.listItems()).length;
  const at = new Date(Math.max(clock.now().getTime(), REPLAY_ENDS.getTime()) + LATER_MS);
  clock.advanceTo(at);
  await house.planPolls(at);
  await house.drain(undefined, signal);
  const feeds = await store.questions.listFeeds();
  const asked = feeds.filter(({ lastPolledAt }) => lastPolledAt && Date.parse(lastPolledAt) >= at.getTime());
  const after = (await store.untold.listItems()).length;
  const unchanged = asked.filter((feed) => feed.state === 'not-modified').length;
  progress.print(
    `The week has been replayed before. Asked ${asked.length} feeds again: ${unchanged} unchanged, ${after - before} new items.\n` +
      'Begin anew with: npm start -- --fresh',
  );
}

async function tellResult(
  house: House,
  store: Store,
  { options, config }: { options: StartOptions; config: AppConfig },
): Promise<void> {
  const paths = statePaths(options.dir);
  const { topic } = config.digest;
  const sent = await store.questions.listDigests(topic, { since: FIRST_DIGEST, until: LAST_DIGEST });
  const dates = sent.map((digest) => digest.date).sort();
  const digests = await exportDigests(dates, {
    dir: paths.digests,
    topic,
    archive: store.archive,
    mails: house.cloud.mails,
  });
  const archive = await exportArchive(paths.archive, { config, store });
  const lines = [
    heading('Where each country stands'),
    ledgerTable(await store.questions.listLedger(topic), digestWords(packOf(config, topic))),
    heading('Digests to read'),
    ...digestFileLines(digests),
    ...archiveLines(archive),
    heading('Three questions to try next'),
    ...queryLines(dates.at(-1) ?? LAST_DIGEST, options.dir),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function writeFinish(file: string, at: Date): void {
  writeFileSync(file, `${JSON.stringify({ finishedAt: at.toISOString() })}\n`);
}

function readFinish(file: string): Date | undefined {
  if (!existsSync(file)) return undefined;
  const { finishedAt } = JSON.parse(readFileSync(file, 'utf8')) as { finishedAt: string };
  return new Date(finishedAt);
}
