import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statePaths } from '../../local/replay.ts';
import { dumpDirectory, type Row } from './dump-state.ts';
import { isFound, listedArticles, positionsOf, REQUIRED_POSITIONS } from './required-facts.ts';
import { ended, PROJECT_ROOT, runStart, type StartRun } from './run-start.ts';
import { copyOf, type SharedReplay, sharedWeek } from './shared-week.ts';

const TIMEOUT_MS = 600_000;

let week: SharedReplay;
let rows: readonly Row[];
/** A copy of what the week left, to go on from. */
let copy: string;

beforeAll(async () => {
  week = await sharedWeek();
  rows = week.dump.rows;
  copy = copyOf(week);
}, TIMEOUT_MS);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('of the week’s articles', () => {
  test('the five that the project was started from are core, and nothing that was written around them', () => {
    const core = listedArticles(rows).filter(({ relevance }) => relevance === 'core');
    const seeds = JSON.parse(readFileSync(join(PROJECT_ROOT, 'fixtures', 'seeds', 'seeds.json'), 'utf8'));
    expect(core).toHaveLength(5);
    expect(core.map(({ title }) => simplified(title)).toSorted()).toEqual(
      (seeds.seeds as { title: string }[]).map(({ title }) => simplified(title)).toSorted(),
    );
  });

  test('each item ends in one outcome, and every outcome but one is there', () => {
    const outcomes = rows.filter(({ sk }) => sk === 'ITEM').map(({ outcome }) => String(outcome));
    expect(outcomes.length).toBeGreaterThan(55);
    expect(new Set(outcomes)).toEqual(new Set(['relevant', 'mention', 'off-topic', 'duplicate', 'given-up']));
  });

  test.each(REQUIRED_POSITIONS)('it is found that $name', (required) => {
    expect(isFound(required, positionsOf(rows))).toBe(true);
  });

  test('every position is proved by a stretch of its article', () => {
    const texts = new Map(
      rows
        .filter(({ sk }) => sk === 'ARTICLE')
        .map(({ articleId, textKey }) => [articleId, typeof textKey === 'string' ? readObject(textKey) : '']),
    );
    for (const { articleId, evidence } of positionsOf(rows)) {
      const { start, end, text } = evidence as { start: number; end: number; text: string };
      expect(texts.get(articleId)?.slice(start, end)).toBe(text);
    }
  });
});

describe('at the end', () => {
  test.each([
    ['DE', 'generic', 'permitted-with-limits', '2024-05-31'],
    ['GB', 'generic', 'permitted', '2024-05-01'],
    ['US', 'ATACMS', 'restricted', '2024-05-30'],
    ['US', 'generic', 'permitted-with-limits', '2024-05-30'],
  ])('the ledger says of %s and %s: %s, since %s', (country, weapon, status, since) => {
    const ledger = rows.filter(({ pk }) => String(pk).endsWith('#LEDGER'));
    expect(ledger).toContainEqual(expect.objectContaining({ country, weapon, status, since }));
  });

  test('two outlets’ reports of one day are one story', () => {
    const stories = rows.filter(({ pk }) => String(pk).endsWith('#STORIES'));
    const last = stories.filter(({ date }) => date === '2024-06-01');
    const publishers = last.map(({ articles }) =>
      (articles as { publisher: string }[]).map(({ publisher }) => publisher).toSorted(),
    );
    expect(publishers).toEqual([['Euromaidan Press', 'Voice of America']]);
  });

  test('each article is told in one digest, in the first after it was read', () => {
    const told = listedArticles(rows).map(({ publisher, relevance, toldOn }) =>
      [toldOn, relevance, publisher].join(' '),
    );
    expect(told.toSorted()).toEqual([
      '2024-05-25 core Ukrainska Pravda',
      '2024-05-26 core essanews',
      '2024-05-27 mention Euromaidan Press',
      '2024-05-29 core The Epoch Times',
      '2024-06-01 core Euromaidan Press',
      '2024-06-01 core Voice of America',
    ]);
  });

  test('there is a mail for every day, to its one reader, with a link to stop', () => {
    const { mails } = week.dump;
    expect(mails).toHaveLength(8);
    expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(['reader@caveat.example']));
    expect(new Set(mails.map(({ delivery }) => delivery)).size).toBe(8);
    expect(mails.map(({ link }) => link).filter((link) => !/\?token=[\w-]{43}$/.test(link))).toEqual([]);
    expect(mails.at(-1)?.html).toContain('Kharkiv');
  });
});

describe('what npm start prints', () => {
  test('tells each day, where each country stands, and where the digests are', () => {
    const { stdout, stderr } = week.run;
    expect(stderr).toBe('');
    for (const day of ['Saturday 25 May 2024', 'Friday 31 May 2024', 'Saturday 1 June 2024']) {
      expect(stdout.split(day)).toHaveLength(2);
    }
    expect(stdout).toMatch(/United Kingdom +│ .*permitted/);
    for (const extension of ['html', 'txt', 'eml']) {
      expect(existsSync(join(statePaths(week.stateDir).digests, `2024-06-01.${extension}`))).toBe(true);
      expect(stdout).toContain(`digests/2024-06-01.${extension}`);
    }
  });

  test('names three questions, and each works as printed', { timeout: TIMEOUT_MS }, async () => {
    const printed = [...week.run.stdout.matchAll(/^ +(CAVEAT_DIR=\S+ )?(npm run -s caveat -- .+)$/gm)];
    expect(printed).toHaveLength(3);
    for (const [, , command = ''] of printed) {
      const shell = spawn('/bin/sh', ['-c', `CAVEAT_DIR='${copy}' ${command}`], { cwd: PROJECT_ROOT });
      const { code, stdout, stderr } = await ended(shell);
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
      expect(stdout.trim().split('\n').length).toBeGreaterThan(0);
      for (const line of stdout.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    }
  });
});

describe('a second run', () => {
  let second: StartRun;
  beforeAll(async () => {
    second = await runStart('--dir', copy);
  }, TIMEOUT_MS);

  test('asks every feed, finds nothing new and says so', () => {
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toContain('Asked 5 feeds again: 5 unchanged, 0 new items.');
  });

  test('leaves everything but the feeds’ next turns as it was', async () => {
    const after = await dumpDirectory(copy);
    const isManners = ({ pk }: Row) => pk === 'FEEDS' || String(pk).startsWith('HOST#');
    expect(after.rows.filter((row) => !isManners(row))).toEqual(rows.filter((row) => !isManners(row)));
    expect(after.objects).toEqual(week.dump.objects);
    expect(after.mails).toEqual(week.dump.mails);
  });
});

function readObject(key: string): string {
  return readFileSync(join(statePaths(week.stateDir).cloud, 's3', 'caveat', key), 'utf8');
}

/** Typographers and editors differ on quotes and spaces. */
function simplified(title: unknown): string {
  return String(title)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
