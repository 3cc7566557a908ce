/**
 * Prints how well a second annotator's marks agree with the labels, and beside it how well ours do, on the same articles:
 *
 *   npm run bench -- agreement
 *
 * Where two careful annotators part, no system can be right by both; so their agreement is what a figure of ours is to be
 * read against. What only an annotator's doubt is about (optional events) is not counted as found by the annotator.
 */
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { LabelledArticle } from '../../src/domain/evaluation/labelled-article.ts';
import { understandArticle } from '../../src/domain/understand-article.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import { loadTopic } from '../../tests/domain/topics/load-pack.ts';
import { type AnnotatedArticle, annotatedAgain } from '../../tests/quality/annotated-again.ts';
import { asLabelled, asUnderstood } from './annotation.ts';

const topic = loadTopic('weapons-use-restrictions');
const all = annotatedAgain();
for (const [set, articles] of Map.groupBy(all, ({ annotation }) => annotation.set))
  print(`fixtures/${set}, ${articles.length} held-out articles`, articles);
print(`all ${all.length}`, all);

function print(title: string, articles: readonly AnnotatedArticle[]): void {
  const labelled = articles.map(({ article }) => article);
  const ours = labelled.map((article) => understandArticle(article, topic));
  const annotator = articles.map(({ article, annotation }) => asUnderstood(annotation, article.text));
  const marked = articles.map(({ article, annotation }) => asLabelled(annotation, article));
  const [theirs, own] = [row(labelled, annotator), row(labelled, ours)];
  console.log(`\n${title}`);
  console.table({
    'second annotator, by the labels': theirs,
    'caveat, by the labels': own,
    'caveat, by the second annotator': row(marked, ours),
    'caveat, of the annotator': ratio(own, theirs),
  });
}

type Row = Readonly<Record<string, number>>;

function row(labelled: readonly LabelledArticle[], understood: readonly Understanding[]): Row {
  const { coreVersusRest, mention, events, ...rest } = evaluate(labelled, understood);
  return {
    'core F1': round(coreVersusRest.f1),
    'mention F1': round(mention.f1),
    'positions P': round(events.precision),
    'positions R': round(events.recall),
    'positions F1': round(events.f1),
    'news found': round(rest.newsRecall),
    'news told': round(rest.newsTold),
    weapon: round(rest.weapon),
    scope: round(rest.scope),
    date: round(rest.date),
  };
}

function ratio(ours: Row, theirs: Row): Row {
  return Object.fromEntries(
    Object.entries(ours).map(([measure, value]) => [measure, round(value / (theirs[measure] ?? value))]),
  );
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
