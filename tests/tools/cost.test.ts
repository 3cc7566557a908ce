import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BillLine, billOf, type Load, type Price, total } from '../../tools/cost/bill.ts';
import { SIZES } from '../../tools/cost/sizes.ts';
import type { Work } from '../../tools/cost/work.ts';

const LOAD: Load = {
  feeds: 50,
  articlesPerDay: 5_000,
  relevantShare: 0.03,
  recipients: 100,
  pollsPerFeedPerDay: 24,
  webSeconds: 1,
  pageBytes: 30_000,
  months: 12,
};
const SIZE = { ...SIZES, alarms: 10, metrics: 10 };
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { prices } = read('tools/cost/prices.json') as {
  prices: Record<string, Price & { source: string; seen: string }>;
};
const { work } = read('benchmarks/cost/measured.json') as { work: Record<string, Work> };
const bill = (load: Partial<Load> = {}) => billOf({ ...LOAD, ...load }, work, SIZE, prices);
const lineOf = (lines: BillLine[], what: string) => lines.find((line) => line.what === what);

describe('the bill', () => {
  it('of fifty feeds, five thousand articles a day and a hundred readers stays under four dollars', () => {
    expect(total(bill(), 'usdAfterFree')).toBeLessThan(4);
  });

  it('counts what AWS gives for nothing once, however many lines share it', () => {
    const lines = bill();
    const sqs = lines.filter(({ what }) => what.startsWith('SQS'));
    const requests = sqs.reduce((sum, { amount }) => sum + amount, 0);
    const paid = sqs.reduce((sum, { usdAfterFree }) => sum + usdAfterFree, 0);
    expect(paid).toBeCloseTo((requests - 1_000_000) * 0.0000004, 6);
  });

  it('grows with what causes it, and with nothing else', () => {
    const mails = lineOf(bill({ recipients: 200 }), 'SES, mails');
    expect(mails?.amount).toBe(6_000);
    expect(lineOf(bill({ recipients: 200 }), 'S3, writes')?.amount).toBe(
      lineOf(bill(), 'S3, writes')?.amount,
    );
    expect(total(bill({ articlesPerDay: 10_000 }), 'usd')).toBeGreaterThan(total(bill(), 'usd'));
  });

  it('keeps raw pages as long as the lifecycle does, so that storage stops growing', () => {
    const after = (months: number) => lineOf(bill({ months, relevantShare: 0 }), 'S3, storage')?.amount;
    expect(after(3)).toBeCloseTo(after(24) ?? 0);
    expect(after(1)).toBeLessThan(after(3) ?? 0);
  });

  it('rests on work of every kind that was measured, and on prices with a source and a date', () => {
    for (const kind of [
      'plan',
      'poll',
      'item-other',
      'item-relevant',
      'item-postponed',
      'fold',
      'delivery',
    ]) {
      expect(work[kind]?.count, kind).toBeGreaterThan(0);
    }
    for (const [name, { source, seen }] of Object.entries(prices)) {
      expect(`${source} ${seen}`, name).toMatch(/https:\/\/|not seen/);
    }
  });

  it('is printed by one command, and refuses what is no number', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['tools/cost/print-bill.ts', ...args], { encoding: 'utf8' });
    const { stdout } = run(
      '--feeds',
      '50',
      '--articles',
      '5000',
      '--relevant',
      '0.03',
      '--recipients',
      '100',
    );
    expect(stdout).toMatch(/together .*│ +\d+\.\d\d │ +3\.\d\d │/);
    expect(run('--feeds', 'many')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--feeds wants a number'),
    });
  });
});
