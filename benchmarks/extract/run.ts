/**
 * Prints how fast and how well pages are read, beside other extractors in the same run:
 *
 *   npm ci --prefix benchmarks/extract    (once: the others are no part of the project)
 *   npm run bench -- extract              every page, and a day's stream
 *   npm run bench -- extract --memory     what 2,000 pages leave in one process
 *   npm run bench -- extract --public     other extractors' test pages, none of which is kept here
 *
 * Each extractor has a process of its own and gets the same pages. Times are processor time, the best of
 * sixteen rounds (of two for the public pages) after one to warm up; scores are means over the pages, by runs of four words.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { leanTree } from '../../src/domain/articles/lean-tree.ts';
import { readPreparedPage } from '../../src/domain/articles/prepared-page.ts';
import { isStandardNesting } from '../../src/domain/articles/standard-nesting.ts';
import { CONTESTANTS } from './contestants.ts';
import { couldMatter, couldMatterPrepared } from './could-matter.ts';
import { describeAgreement } from './metadata-agreement.ts';
import { type BenchPage, DAY_PAGES, keptPages, replayPages } from './pages.ts';
import { PUBLIC_SETS } from './public-pages.ts';

const BASELINE = 'jsdom + Readability';
const SCAN_CHARS = 40_000_000;

interface Figures {
  readonly ms: number;
  readonly peakMb: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
}

if (process.argv.includes('--memory')) {
  for (const name of ['caveat', BASELINE]) console.log(`${name}\n${runOne(name, 'memory')}`);
} else if (process.argv.includes('--public')) {
  for (const [set, readSet] of Object.entries(PUBLIC_SETS)) {
    scorePublic(set);
    const pages = await readSet();
    console.log(
      [describeAgreement(pages), `scan: ${scanSpeed(pages)}; ${stopped(pages)}`, built(pages)]
        .filter(Boolean)
        .join('\n'),
    );
  }
} else {
  printScan();
  compare('every', 'Every page of fixtures/pages and of the replay that has an article');
  compare('day', `A day's stream of ${DAY_PAGES} pages, every 33rd on the topic; ours is scanned first`);
}

function compare(task: string, title: string): void {
  console.log(`\n${title}`);
  const found = new Map(
    Object.keys(CONTESTANTS).map((name): [string, Figures] => [name, JSON.parse(runOne(name, task))]),
  );
  const baseline = found.get(BASELINE)?.ms ?? 1;
  const rows = [...found].map(([name, { ms, peakMb, precision, recall, f1 }]) => [
    name,
    {
      'ms/page': round(ms, 2),
      'pages/s': Math.round(1000 / ms),
      'times baseline': round(baseline / ms, 1),
      'peak MB': Math.round(peakMb),
      ...(f1 === undefined
        ? {}
        : { F1: round(f1), precision: round(precision ?? 0), recall: round(recall ?? 0) }),
    },
  ]);
  console.table(Object.fromEntries(rows));
}

function scorePublic(set: string): void {
  console.log(`\nPublic pages: ${set}`);
  const found = new Map(Object.keys(CONTESTANTS).map((name) => [name, JSON.parse(runOne(name, set))]));
  const baseline = found.get(BASELINE);
  const rows = [...found].map(([name, { pages, f1, precision, recall, median, lost, ms, dayMs }]) => {
    const means = { F1: round(f1), precision: round(precision), recall: round(recall) };
    const times = { 'ms/page': round(ms, 1), 'times baseline': round(baseline.ms / ms, 1) };
    const day = { 'day ms/page': round(dayMs, 2), 'day, times': round(baseline.dayMs / dayMs, 1) };
    return [name, { pages, ...means, 'median F1': round(median), lost, ...times, ...day }];
  });
  console.table(Object.fromEntries(rows));
}

function runOne(name: string, task: string): string {
  const script = join(import.meta.dirname, 'measure-one.ts');
  const output = execFileSync(process.execPath, ['--expose-gc', script, name, task], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return output.trim();
}

function printScan(): void {
  const kept = keptPages();
  console.log(`Scan before parsing, fixtures/pages: ${scanSpeed(kept)}; ${stopped(kept)}`);
  console.log(`  the replay, with headlines on the topic beside every article: ${stopped(replayPages())}`);
  console.log(built([...kept, ...replayPages()]));
}

/** How fast pages are dismissed. */
function scanSpeed(pages: readonly BenchPage[]): string {
  const dismissed = pages.filter(({ html }) => !couldMatter(html)).map(({ html }) => html);
  const chars = dismissed.reduce((sum, html) => sum + html.length, 0);
  const times = Math.ceil(SCAN_CHARS / chars);
  const scan = (): number => {
    const before = process.cpuUsage().user;
    for (let count = 0; count < times; count += 1) dismissed.forEach(couldMatter);
    return (process.cpuUsage().user - before) / 1e6;
  };
  scan();
  const seconds = Math.min(scan(), scan(), scan());
  const pageKb = round(chars / dismissed.length / 1000, 1);
  return `${Math.round((times * chars) / 1e6 / seconds)} million characters a second in pages of ${pageKb} KB`;
}

/** For how many pages a document is made without a parser. */
function built(pages: readonly BenchPage[]): string {
  const standard = pages.filter(({ html, url }) =>
    isStandardNesting(leanTree(readPreparedPage(html, url).body)),
  );
  return `documents: ${standard.length} of ${pages.length} are built without a parser`;
}

function stopped(pages: readonly BenchPage[]): string {
  const rest = pages.filter(({ html }) => couldMatter(html));
  const read = rest.filter(({ html, url }) => couldMatterPrepared(readPreparedPage(html, url)));
  return `${pages.length - rest.length} end there, ${pages.length - read.length} without a DOM, of ${pages.length} pages`;
}

function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}
