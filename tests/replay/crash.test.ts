import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dumpDirectory, type Row, type StateDump } from './dump-state.ts';
import { type Death, ended, spawnStart } from './run-start.ts';
import { copyOf, type SharedReplay, sharedFiveDays, sharedTwoDays, sharedWeek } from './shared-week.ts';

const TIMEOUT_MS = 900_000;
const DEATHS = 3;
/** A part of the week takes some two thousand requests; each death is to find work to interrupt. */
const LATEST_MOMENT = 900;

/**
 * The week in three parts, each begun where the one before it ended undisturbed, so that all of it is struck.
 * `walked` is how many requests a run takes to pass what was replayed before.
 */
const PARTS = [
  {
    seed: 1,
    days: 'first two days',
    walked: 0,
    before: undefined,
    undisturbed: sharedTwoDays,
    until: '2024-05-26',
  },
  {
    seed: 2,
    days: 'three days after them',
    walked: 400,
    before: sharedTwoDays,
    undisturbed: sharedFiveDays,
    until: '2024-05-29',
  },
  {
    seed: 3,
    days: 'rest of the week',
    walked: 990,
    before: sharedFiveDays,
    undisturbed: sharedWeek,
    until: undefined,
  },
];

describe.each(PARTS)('a replay that is killed again and again in the $days', (part) => {
  const parameters = (dir: string) => [
    '--dir',
    dir,
    ...(part.until === undefined ? [] : ['--until', part.until]),
  ];
  let dir: string;
  let undisturbed: SharedReplay;
  let after: StateDump;

  beforeAll(async () => {
    undisturbed = await part.undisturbed();
    dir = part.before ? copyOf(await part.before()) : mkdtempSync(join(tmpdir(), 'caveat-crash-'));
    const [first, ...others] = randomDeaths(part);
    const killed = await ended(spawnStart(parameters(dir), { death: first }));
    expect(killed).toMatchObject({ signal: 'SIGKILL', stderr: '' });
    // A run that has little left to do may end before its moment comes; the last one may take all the time it needs.
    for (const death of [...others, undefined]) {
      const run = await ended(spawnStart(parameters(dir), { death }));
      expect(run.stdout).toMatch(/took over .* which ended without closing it/);
      if (run.code === 0) break;
      expect(run).toMatchObject({ signal: 'SIGKILL', stderr: '' });
    }
    after = await dumpDirectory(dir);
  }, TIMEOUT_MS);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('ends in the table of an undisturbed one', () => {
    expect(after.rows.filter(isResult).map(withoutWorkingTimes)).toEqual(
      undisturbed.dump.rows.filter(isResult).map(withoutWorkingTimes),
    );
  });

  test('ends in the bucket of an undisturbed one', () => {
    expect(comparableObjects(after)).toEqual(comparableObjects(undisturbed.dump));
    expect(feedBodies(after)).toEqual(feedBodies(undisturbed.dump));
  });

  test('sends no mail twice, none that was not due, and knows which it cannot vouch for', () => {
    const sent = (dump: StateDump) =>
      dump.mails.map(({ delivery, subject, html }) => ({ delivery, subject, html }));
    const deliveries = after.mails.map(({ delivery }) => delivery);
    expect(new Set(deliveries).size).toBe(deliveries.length);
    for (const mail of sent(after)) expect(sent(undisturbed.dump)).toContainEqual(mail);
    const unsent = after.rows.filter(
      (row) => isDelivery(row) && !deliveries.includes(String(row['deliveryId'])),
    );
    expect(unsent.filter(({ status }) => status !== 'unknown')).toEqual([]);
  });
});

/** The same seed gives the same moments: mulberry32, by Tommy Ettinger, in the public domain. */
function randomDeaths({ seed, walked }: { seed: number; walked: number }): Death[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const moments = ['asking', 'answering', 'answered'] as const;
  return Array.from({ length: DEATHS }, () => ({
    at: walked + 1 + Math.floor(random() * LATEST_MOMENT),
    when: moments[Math.floor(random() * moments.length)] ?? 'asking',
  }));
}

/** Turns at hosts and links are used up by tries; deliveries are compared by their mails. */
function isResult(row: Row): boolean {
  return !/^(HOST|TOKEN)#/.test(String(row['pk'])) && !isDelivery(row);
}

function isDelivery({ deliveryId, status }: Row): boolean {
  return deliveryId !== undefined && status !== undefined;
}

/** When work was done, and how often: a message that is received again is received later. */
const WORKING_TIMES = new Set([
  'claimedAt',
  'expiresAt',
  'fetchedAt',
  'foldVersion',
  'lastBodyAt',
  'lastPolledAt',
  'lastReadAt',
  'nextPollAt',
  'settledAt',
  'todoSort',
  'version',
]);

function withoutWorkingTimes(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !WORKING_TIMES.has(name)));
}

/** A manifest lists items in the order in which they were settled; the digests that follow from it are compared. */
function comparableObjects({ objects }: StateDump): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objects).filter(([key]) => !key.includes('/feeds/') && !key.endsWith('/manifest.json')),
  );
}

/** Feeds lie under the time of their polls; what counts is that every version of each was kept. */
function feedBodies({ objects }: StateDump): string[] {
  const hashes = Object.entries(objects).flatMap(([key, hash]) => (key.includes('/feeds/') ? [hash] : []));
  return [...new Set(hashes)].toSorted();
}
