import { setTimeout as sleep } from 'node:timers/promises';

/** Where the local programs read the time. The machine's own clock, or one that a replay moves by hand. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that stands still until it is moved, so that a week of news replays in seconds and every run of it
 * reads the same times.
 */
export class SimulatedClock implements Clock {
  #nowMs: number;

  constructor(start: Date) {
    if (Number.isNaN(start.getTime()))
      throw new RangeError('a simulated clock needs a valid date to start from');
    this.#nowMs = start.getTime();
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  /** Moves on to `instant`. An instant that has already passed leaves the clock where it is: time never runs back. */
  advanceTo(instant: Date): void {
    if (Number.isNaN(instant.getTime()))
      throw new RangeError('a simulated clock cannot move to an invalid date');
    this.#nowMs = Math.max(this.#nowMs, instant.getTime());
  }
}

/** Lets time pass until `instant`: at once on a simulated clock, otherwise by waiting for it, or for the signal. */
export async function waitUntil(clock: Clock, instant: Date, signal?: AbortSignal): Promise<void> {
  if (clock instanceof SimulatedClock) {
    clock.advanceTo(instant);
    return;
  }
  const waitMs = Math.max(0, instant.getTime() - clock.now().getTime());
  await sleep(waitMs, undefined, { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
