import { setTimeout as sleep } from 'node:timers/promises';
import type { Mailer } from '../../pipeline/ports.ts';

interface PaceOptions {
  /** How many processes send at the same time at most: they share the rate. */
  readonly senders: number;
  readonly nowMs?: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Lets at least as much time pass between two mails of this process as keeps all processes together within the rate.
 * A mail that is refused or throttled has taken its turn as well.
 *
 * @param mailsPerSecond of the whole account
 */
export function createPacedMailer(
  mailer: Mailer,
  mailsPerSecond: () => Promise<number>,
  { senders, nowMs = () => performance.now(), wait = sleep }: PaceOptions,
): Mailer {
  let nextTurnMs = Number.NEGATIVE_INFINITY;
  return {
    async send(mail) {
      const spacingMs = (1000 * senders) / (await mailsPerSecond());
      const turnMs = Math.max(nowMs(), nextTurnMs);
      nextTurnMs = turnMs + spacingMs;
      if (turnMs > nowMs()) await wait(turnMs - nowMs());
      return mailer.send(mail);
    },
  };
}
