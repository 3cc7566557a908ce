import { join } from 'node:path';
import type { House } from './house.ts';
import type { ReplayTick } from './replay-week.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export interface ReplayOptions {
  readonly house: Pick<House, 'checkHealth' | 'drain' | 'planPolls' | 'sendDigest'>;
  readonly clock: SimulatedClock;
  readonly ticks: readonly ReplayTick[];
  readonly signal?: AbortSignal | undefined;
  /** Told after every tick. */
  readonly onTick?: ((tick: ReplayTick) => void) | undefined;
}

/**
 * Lets the week pass: at every tick the scheduled functions run as their schedules would call them, and the queues are
 * worked off until the next tick. Interrupted and begun again, it ends in the same table: what is done is not due.
 */
export async function replay({ house, clock, ticks, signal, onTick }: ReplayOptions): Promise<void> {
  for (const [index, tick] of ticks.entries()) {
    if (signal?.aborted) return;
    clock.advanceTo(tick.at);
    if (tick.polls) await house.planPolls(tick.at);
    await house.drain(ticks[index + 1]?.at, signal);
    if (signal?.aborted) return;
    await house.sendDigest(tick.at);
    await house.drain(ticks[index + 1]?.at, signal);
    if (tick.polls) await house.checkHealth(tick.at);
    onTick?.(tick);
  }
  // What still waits for another try comes back within a few visibility times.
  await house.drain(undefined, signal);
}

/** Where the local state lies under a directory of one's choice. */
export function statePaths(dir: string) {
  return {
    archive: join(dir, 'archive'),
    cloud: join(dir, 'cloud'),
    config: join(dir, 'config'),
    digests: join(dir, 'digests'),
    live: join(dir, 'live'),
    progress: join(dir, 'progress.json'),
  };
}
