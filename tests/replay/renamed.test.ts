import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dumpDirectory, type Row } from './dump-state.ts';
import { isFound, listedArticles, positionsOf, REQUIRED_POSITIONS } from './required-facts.ts';
import { ended } from './run-start.ts';
import { sharedWeek } from './shared-week.ts';

const TIMEOUT_MS = 600_000;
const dir = mkdtempSync(join(tmpdir(), 'caveat-renamed-'));
let original: readonly Row[];
let renamed: readonly Row[];

beforeAll(async () => {
  original = (await sharedWeek()).dump.rows;
  const program = join(import.meta.dirname, 'run-week.ts');
  const run = await ended(spawn(process.execPath, [program, dir, 'tangerine']));
  expect(run).toMatchObject({ code: 0, stderr: '' });
  renamed = (await dumpDirectory(dir)).rows;
}, TIMEOUT_MS);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the same week from outlets with other names, addresses, templates and class names', () => {
  test('has nothing of the outlets’ names left', () => {
    const names = (rows: readonly Row[]) => new Set(listedArticles(rows).map(({ publisher }) => publisher));
    expect([...names(renamed)].filter((name) => names(original).has(name))).toEqual([]);
  });

  test('holds the same articles to be core', () => {
    const core = (rows: readonly Row[]) =>
      listedArticles(rows)
        .filter(({ relevance }) => relevance === 'core')
        .map(({ title }) => String(title))
        .toSorted();
    expect(core(renamed)).toEqual(core(original));
  });

  test.each(REQUIRED_POSITIONS)('holds that $name', (required) => {
    expect(isFound(required, positionsOf(renamed))).toBe(true);
  });

  test('holds the same positions in the same words', () => {
    expect(positionsOf(renamed).map(withoutOutlet).toSorted()).toEqual(
      positionsOf(original).map(withoutOutlet).toSorted(),
    );
  });

  test('gives every item the outcome it had', () => {
    const outcomes = (rows: readonly Row[]) =>
      Object.fromEntries(
        Object.entries(
          Object.groupBy(
            rows.filter(({ sk }) => sk === 'ITEM'),
            ({ outcome }) => String(outcome),
          ),
        ).map(([outcome, items]) => [outcome, items?.length]),
      );
    expect(outcomes(renamed)).toEqual(outcomes(original));
  });
});

/** What a position says, in an order that does not depend on ids. */
function withoutOutlet(row: Row): string {
  const { actor, action, country, weapon, scopeGeo, scopeTarget, statementDate, datePrecision, status } = row;
  const { text } = row['evidence'] as { text: string };
  return [
    country,
    actor,
    action,
    weapon,
    scopeGeo,
    scopeTarget,
    statementDate,
    datePrecision,
    status,
    text,
  ].join(' | ');
}
