import { join } from 'node:path';
import { loadConfig } from '../src/config/load.ts';
import { forgetState } from './forget-state.ts';
import { openHouse } from './house.ts';
import { progressLine } from './progress-line.ts';
import { statePaths } from './replay.ts';
import { systemClock } from './simulated-clock.ts';
import type { StartOptions } from './start-options.ts';
import { openStore } from './store.ts';

const CONFIG_DIR = join(import.meta.dirname, '..', 'config');

/** Polls the configured feeds on the real web once, and says which could not be reached. */
export async function runLive(options: StartOptions, signal: AbortSignal): Promise<void> {
  if (options.fresh) forgetState(options.dir);
  const config = loadConfig(CONFIG_DIR);
  const progress = progressLine();
  const house = await openHouse({
    dir: statePaths(options.dir).live,
    clock: systemClock,
    configDir: CONFIG_DIR,
    onBatch: (report) => progress.show(`${report.source}: ${report.messageCount}`),
  });
  try {
    progress.print(`Asking ${config.feeds.length} feeds on the web.\n`);
    const now = new Date();
    await house.planPolls(now);
    await house.drain(new Date(now.getTime() + LIVE_MINUTES * 60_000), signal);
    await house.sendDigest(new Date());
    await house.drain(new Date(), signal);
    progress.clear();
    await tellResult(config.digest.topic);
  } finally {
    progress.clear();
    await house.close();
  }
}

/** A round ends after this long, whatever still waits for another try. */
const LIVE_MINUTES = 10;

async function tellResult(topic: string): Promise<void> {
  const { questions } = openStore();
  const feeds = await questions.listFeeds();
  const unreached = feeds.filter((feed) => !['read', 'not-modified'].includes(feed.state));
  const articles = await questions.listArticles(topic, { since: '0000-00-00', until: '9999-12-31' }, 'core');
  process.stdout.write(`${feeds.length - unreached.length} of ${feeds.length} feeds were read.\n`);
  for (const feed of unreached)
    process.stdout.write(`  not reached: ${feed.publisher} (${feed.reason ?? feed.state})\n`);
  if (unreached.length === feeds.length && feeds.length > 0) {
    process.stdout.write('No feed could be reached: is this machine connected to the internet?\n');
  }
  process.stdout.write(`${articles.length} relevant articles are on record.\n`);
}
