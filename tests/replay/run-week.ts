import { openHouse } from '../../local/house.ts';
import { startPublishers } from '../../local/publishers.ts';
import { replay, statePaths } from '../../local/replay.ts';
import { PUBLISHERS_DIR, writeReplayConfig } from '../../local/replay-config.ts';
import { publishersTime, REPLAY_BEGINS, replayTicks } from '../../local/replay-week.ts';
import { SimulatedClock } from '../../local/simulated-clock.ts';

/**
 * The week by outlets that nobody has heard of, on the database engine that runs everywhere. In a process of its own,
 * since handlers keep what they read of the environment: `node run-week.ts STATE_DIR SEED`.
 */
async function main(dir: string, seed: string): Promise<void> {
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
  process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
  const paths = statePaths(dir);
  const rename = { seed, classNames: 'opaque' } as const;
  writeReplayConfig(paths.config, rename);
  const clock = new SimulatedClock(REPLAY_BEGINS);
  const publishers = await startPublishers({ dir: PUBLISHERS_DIR, rename, now: publishersTime(clock) });
  const house = await openHouse({
    dir: paths.cloud,
    clock,
    configDir: paths.config,
    webGateway: publishers.url,
    database: 'dynalite',
  });
  try {
    await replay({ house, clock, ticks: replayTicks() });
  } finally {
    await house.close();
    await publishers.close();
  }
}

const [dir, seed] = process.argv.slice(2);
if (dir === undefined || seed === undefined) throw new Error('usage: node run-week.ts STATE_DIR SEED');
await main(dir, seed);
