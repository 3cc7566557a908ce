/** `npm run cost -- --feeds 50 --articles 5000 --relevant 0.03 --recipients 100`: what a month would cost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { METRICS } from '../../src/contract/metrics.ts';
import { type BillLine, billOf, type Load, type Price, total, type WorkKind } from './bill.ts';
import { SIZES } from './sizes.ts';
import type { Work } from './work.ts';

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '50' },
    articles: { type: 'string', default: '5000' },
    relevant: { type: 'string', default: '0.03' },
    recipients: { type: 'string', default: '100' },
    polls: { type: 'string', default: '24' },
    'web-seconds': { type: 'string', default: '1' },
    'page-kb': { type: 'string', default: '30' },
    months: { type: 'string', default: '12' },
    alarms: { type: 'string', default: '10' },
    format: { type: 'string', default: 'table' },
  },
});

const load: Load = {
  feeds: numberOf('feeds'),
  articlesPerDay: numberOf('articles'),
  relevantShare: numberOf('relevant'),
  recipients: numberOf('recipients'),
  pollsPerFeedPerDay: numberOf('polls'),
  webSeconds: numberOf('web-seconds'),
  pageBytes: numberOf('page-kb') * 1_000,
  months: numberOf('months'),
};
const measured = readJson<{ about: Record<string, string>; work: Partial<Record<WorkKind, Work>> }>(
  '../../benchmarks/cost/measured.json',
);
const { prices, region } = readJson<{ prices: Record<string, Price & { seen: string }>; region: string }>(
  './prices.json',
);
const sizes = { ...SIZES, alarms: numberOf('alarms'), metrics: Object.keys(METRICS).length };
const lines = billOf(load, measured.work, sizes, prices);

process.stdout.write(
  values.format === 'json' ? `${JSON.stringify({ load, lines }, null, 2)}\n` : tableOf(lines),
);

function numberOf(name: keyof typeof values): number {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value >= 0) return value;
  process.stderr.write(`--${name} wants a number, such as --${name} 50\n`);
  process.exit(1);
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8')) as T;
}

function tableOf(bill: readonly BillLine[]): string {
  const table = new Table({
    head: ['what', 'a month', 'of', 'USD', 'USD after free tiers'],
    colAligns: ['left', 'right', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const { what, amount, unit, usd, usdAfterFree } of bill) {
    table.push([
      what,
      amount.toLocaleString('en', { maximumFractionDigits: 1 }),
      unit,
      cents(usd),
      cents(usdAfterFree),
    ]);
  }
  table.push(['together', '', '', cents(total(bill, 'usd')), cents(total(bill, 'usdAfterFree'))]);
  return [
    `${load.feeds} feeds, ${load.articlesPerDay} articles a day, ${load.relevantShare * 100} % of them relevant, ${load.recipients} recipients, after ${load.months} months`,
    table.toString(),
    `Work measured by ${measured.about['command']} on Node ${measured.about['node']}, ${measured.about['processors']}; assumed: ${load.webSeconds} s for an answer of the web, ${load.pageBytes / 1_000} KB for a page once packed, ${load.pollsPerFeedPerDay} polls of a feed a day.`,
    `Prices of ${region} with their sources and dates: tools/cost/prices.json. Taxes and data sent to the web beyond mail are left out.`,
    '',
  ].join('\n');
}

function cents(usd: number): string {
  return usd.toFixed(2);
}
