import { describe, expect, it } from 'vitest';
import { createPacedMailer } from '../../../src/adapters/ses/paced-mailer.ts';
import type { Mail, MailOutcome } from '../../../src/pipeline/ports.ts';
import { memoryMailer } from '../../pipeline/mail-doubles.ts';

/** A clock that moves only by waiting and by what sending takes. */
function pacing(mailsPerSecond: number, senders: number, sendTakesMs = 0) {
  let nowMs = 5_000;
  const sentAt: number[] = [];
  const { mailer } = memoryMailer((): MailOutcome => {
    sentAt.push(nowMs);
    nowMs += sendTakesMs;
    return { kind: 'throttled', reason: 'busy' };
  });
  const paced = createPacedMailer(mailer, async () => mailsPerSecond, {
    senders,
    nowMs: () => nowMs,
    wait: async (milliseconds) => {
      nowMs += milliseconds;
    },
  });
  const pass = (milliseconds: number) => {
    nowMs += milliseconds;
  };
  return { sentAt, send: () => paced.send({} as Mail), pass };
}

describe('mails of one process', () => {
  it.each([
    { mailsPerSecond: 1, senders: 2, spacing: 2_000 },
    { mailsPerSecond: 14, senders: 2, spacing: 1_000 / 7 },
    { mailsPerSecond: 10, senders: 1, spacing: 100 },
  ])('keep $spacing ms apart where $senders share $mailsPerSecond a second', async (given) => {
    const { sentAt, send } = pacing(given.mailsPerSecond, given.senders);
    for (let count = 0; count < 5; count += 1) await send();
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
    for (const gap of gaps) expect(gap).toBeCloseTo(given.spacing);
    expect(sentAt[0]).toBe(5_000);
  });

  it('wait no longer for a service that takes its time', async () => {
    const { sentAt, send } = pacing(10, 1, 250);
    for (let count = 0; count < 3; count += 1) await send();
    expect(sentAt).toEqual([5_000, 5_250, 5_500]);
  });

  it('do not catch up after a pause', async () => {
    const { sentAt, send, pass } = pacing(10, 1);
    await send();
    pass(60_000);
    for (let count = 0; count < 3; count += 1) await send();
    expect(sentAt.slice(1)).toEqual([65_000, 65_100, 65_200]);
  });

  it('keep apart when they are asked for at once', async () => {
    const waits: number[] = [];
    const paced = createPacedMailer(memoryMailer().mailer, async () => 10, {
      senders: 1,
      nowMs: () => 0,
      wait: async (milliseconds) => void waits.push(milliseconds),
    });
    await Promise.all([1, 2, 3].map(() => paced.send({} as Mail)));
    expect(waits).toEqual([100, 200]);
  });
});
