/**
 * Prints how well and how fast articles are understood, beside two peers in the same run:
 *
 *   npm ci --prefix benchmarks/understanding    (once: the peers' libraries are no part of the project)
 *   npm run bench -- understanding              every set, ours and the peers'
 *   npm run bench -- understanding --ours       every measure of ours, set by set, without the peers
 *
 * Times are processor time of a warm process, the best of several rounds. The learned peer is trained on the part that
 * our rules are tuned on; `dev` therefore flatters both.
 */
import { type Evaluation, evaluateWith } from '../../src/domain/evaluation/evaluate.ts';
import type { LabelledArticle } from '../../src/domain/evaluation/labelled-article.ts';
import type { Score } from '../../src/domain/evaluation/score.ts';
import { couldBeRelevant } from '../../src/domain/relevance/could-be-relevant.ts';
import { loadTopic } from '../../tests/domain/topics/load-pack.ts';
import { labelledSets } from '../../tests/quality/labelled-sets.ts';
import { CONTESTANTS, type Understand } from './contestants.ts';

const TOPIC_ID = 'weapons-use-restrictions';
const OURS = 'caveat';
const ROUNDS = 5;
const sets = labelledSets();
const everySet = Object.entries(sets);

if (process.argv.includes('--ours')) await printOurs();
else await printPeers();
printGateSpeed(sets.dev);

async function contestant(name: string): Promise<Understand> {
  const make = CONTESTANTS[name];
  if (!make) throw new Error(`there is no contestant "${name}"`);
  return make(TOPIC_ID, sets.dev);
}

async function printPeers(): Promise<void> {
  const understand = new Map<string, Understand>();
  for (const name of Object.keys(CONTESTANTS)) understand.set(name, await contestant(name));
  for (const [set, articles] of everySet) {
    console.log(`\n${set}: ${articles.length} articles`);
    printTable(understand, (each) => rowOf(evaluateWith(articles, each)));
  }
  const all = everySet.flatMap(([, articles]) => articles);
  console.log('\nspeed, and the positions of all held-out articles; times ours');
  const unseen = [...sets.heldOut, ...sets.unread];
  const measured = new Map(
    [...understand].map(([name, each]) => [
      name,
      { ms: msAnArticle(each, all), f1: evaluateWith(unseen, each).events.f1 },
    ]),
  );
  const ours = measured.get(OURS);
  printTable(measured, ({ ms, f1 }) => ({
    'ms an article': round(ms),
    'time, of ours': round(ms / (ours?.ms ?? ms)),
    'positions F1': round(f1),
    'F1, of ours': round(f1 / (ours?.f1 ?? f1)),
  }));
}

function printTable<Value>(rows: ReadonlyMap<string, Value>, cells: (value: Value) => object): void {
  console.table(Object.fromEntries([...rows].map(([name, value]) => [name, cells(value)])));
}

function rowOf({ coreVersusRest, relevantVersusNone, events, ...rest }: Evaluation): object {
  return {
    'core P': round(coreVersusRest.precision),
    'core R': round(coreVersusRest.recall),
    'relevant F1': round(relevantVersusNone.f1),
    'hard as core': round(rest.hardCalledCore),
    'positions P': round(events.precision),
    'positions R': round(events.recall),
    'positions F1': round(events.f1),
    'news found': round(rest.newsRecall),
    swapped: round(rest.polaritySwaps),
  };
}

async function printOurs(): Promise<void> {
  const understand = await contestant(OURS);
  for (const [set, articles] of everySet) printEvaluation(set, evaluateWith(articles, understand));
  const all = [...sets.dev, ...sets.heldOut];
  const words = all.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const ms = msAnArticle(understand, all);
  console.log(
    `speed: ${ms.toFixed(2)} ms an article, ${(((ms * all.length) / words) * 600).toFixed(2)} ms for 600 words`,
  );
}

function printEvaluation(name: string, result: Evaluation): void {
  console.log(`${name}: ${result.articles} articles`);
  printScore('core against the rest', result.coreVersusRest);
  printScore('relevant against none', result.relevantVersusNone);
  printScore('mention', result.mention);
  printScore('events', result.events);
  printScore('quotes', result.quotes);
  const { hardCalledCore, newsRecall, newsTold, polaritySwaps, weapon, scope, date, quoteSpeakers } = result;
  const { brier, expectedError } = result.calibration;
  const shares = {
    hardCalledCore,
    newsRecall,
    newsTold,
    polaritySwaps,
    weapon,
    scope,
    date,
    quoteSpeakers,
  };
  for (const [label, share] of Object.entries({ ...shares, brier, calibrationError: expectedError }))
    console.log(`  ${label.padEnd(24)}${share.toFixed(3)}`);
  console.log(`  ${'inexactSpans'.padEnd(24)}${result.inexactSpans}`);
}

function printScore(label: string, { precision, recall, f1 }: Score): void {
  console.log(
    `  ${label.padEnd(24)}precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  f1 ${f1.toFixed(3)}`,
  );
}

function msAnArticle(understand: Understand, articles: readonly LabelledArticle[]): number {
  const round = () => {
    const before = process.cpuUsage();
    for (const article of articles) understand(article);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / articles.length;
  };
  round();
  return Math.min(...Array.from({ length: ROUNDS }, round));
}

function printGateSpeed(articles: readonly LabelledArticle[]): void {
  const topic = loadTopic(TOPIC_ID);
  const text = articles
    .map((article) => article.text)
    .join('\n')
    .replaceAll(/ukrain|kyiv|kiev|zelensk/gi, 'elsewhere');
  const page = text.repeat(Math.ceil(20_000_000 / text.length));
  couldBeRelevant(page, topic);
  const before = process.cpuUsage();
  couldBeRelevant(page, topic);
  const { user, system } = process.cpuUsage(before);
  console.log(`gate: ${(page.length / (user + system)).toFixed(0)} million characters a second`);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
