/**
 * Prints how well and how fast articles are understood: `npm run bench -- understanding`.
 * Times are of a warm process, in milliseconds for one article and for 600 words.
 */
import { type Evaluation, evaluateWith } from '../../src/domain/evaluation/evaluate.ts';
import type { LabelledArticle } from '../../src/domain/evaluation/labelled-article.ts';
import type { Score } from '../../src/domain/evaluation/score.ts';
import { couldBeRelevant } from '../../src/domain/relevance/could-be-relevant.ts';
import { understandArticle } from '../../src/domain/understand-article.ts';
import { loadTopic } from '../../tests/domain/topics/load-pack.ts';
import { labelledSets } from '../../tests/quality/labelled-sets.ts';

const topic = loadTopic('weapons-use-restrictions');
const sets = labelledSets();

for (const [name, articles] of Object.entries(sets)) {
  printEvaluation(
    name,
    evaluateWith(articles, (article) => understandArticle(article, topic)),
  );
}
printSpeed([...sets.dev, ...sets.heldOut]);
printGateSpeed(sets.dev);

function printEvaluation(name: string, result: Evaluation): void {
  console.log(`${name}: ${result.articles} articles`);
  printScore('core against the rest', result.coreVersusRest);
  printScore('relevant against none', result.relevantVersusNone);
  printScore('mention', result.mention);
  printScore('events', result.events);
  printScore('quotes', result.quotes);
  const { hardCalledCore, newsRecall, polaritySwaps, weapon, scope, date, quoteSpeakers, inexactSpans } =
    result;
  const shares = { hardCalledCore, newsRecall, polaritySwaps, weapon, scope, date, quoteSpeakers };
  for (const [label, share] of Object.entries(shares))
    console.log(`  ${label.padEnd(24)}${share.toFixed(3)}`);
  console.log(`  ${'inexactSpans'.padEnd(24)}${inexactSpans}`);
}

function printScore(label: string, { precision, recall, f1 }: Score): void {
  console.log(
    `  ${label.padEnd(24)}precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  f1 ${f1.toFixed(3)}`,
  );
}

function printSpeed(articles: readonly LabelledArticle[]): void {
  const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const run = () => articles.map((article) => understandArticle(article, topic));
  run();
  const startedAt = performance.now();
  run();
  const tookMs = performance.now() - startedAt;
  console.log(
    `speed: ${(tookMs / articles.length).toFixed(2)} ms an article, ${((tookMs / words) * 600).toFixed(2)} ms for 600 words`,
  );
}

function printGateSpeed(articles: readonly LabelledArticle[]): void {
  const text = articles
    .map((article) => article.text)
    .join('\n')
    .replaceAll(/ukrain|kyiv|kiev|zelensk/gi, 'elsewhere');
  const page = text.repeat(Math.ceil(20_000_000 / text.length));
  couldBeRelevant(page, topic);
  const startedAt = performance.now();
  couldBeRelevant(page, topic);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`gate: ${(page.length / 1e6 / seconds).toFixed(0)} million characters a second`);
}
