import type { Clock } from './simulated-clock.ts';

/** What is due at one moment of the replay. */
export interface ReplayTick {
  readonly at: Date;
  readonly polls: boolean;
}

/** 25 May 2024 begins in Brussels. */
export const REPLAY_BEGINS = new Date('2024-05-24T22:00:00Z');
/** Noon of 1 June in Brussels: nothing is published after it. */
const LAST_NEWS = new Date('2024-06-01T10:00:00Z');
/** Every feed has been asked since the last news, even one whose turn a crash has put off: none rests longer than six hours. */
export const REPLAY_ENDS = new Date('2024-06-01T16:00:00Z');

const HOUR_MS = 3_600_000;
/** In the cloud the schedule ticks every few minutes; for a week of five feeds every third hour shows the same. */
const POLL_EVERY_HOURS = 3;

/**
 * The ticks of the replayed week: the digest's every hour, as deployed, and the polls'.
 *
 * @param until the last day, `YYYY-MM-DD`; the whole week without it
 */
export function replayTicks(until?: string): ReplayTick[] {
  const lastMs = until === undefined ? Infinity : Date.parse(`${until}T22:00:00Z`) - HOUR_MS;
  const ticks: ReplayTick[] = [];
  for (let ms = REPLAY_BEGINS.getTime(); ms <= Math.min(lastMs, REPLAY_ENDS.getTime()); ms += HOUR_MS) {
    const hours = Math.round((ms - REPLAY_BEGINS.getTime()) / HOUR_MS);
    ticks.push({ at: new Date(ms), polls: hours % POLL_EVERY_HOURS === 0 });
  }
  return ticks;
}

/** The time by which the publishers decide what they have published: the clock's, until the last news is out. */
export function publishersTime(clock: Clock): () => Date {
  return () => (clock.now() < LAST_NEWS ? clock.now() : LAST_NEWS);
}
