/**
 * How well articles are grouped into stories: B-cubed precision and recall on fixtures/stories.
 *
 *     node benchmarks/stories/score.ts
 */
import { clusterArticles } from '../../src/domain/stories/cluster-articles.ts';
import { scoreBCubed } from '../../tests/domain/stories/b-cubed.ts';
import { type LabelledArticle, readLabelledArticles } from '../../tests/domain/stories/labelled-stories.ts';

function printScore(name: string, articles: readonly LabelledArticle[]): void {
  const stories = clusterArticles(articles.map(({ article }) => article));
  const truth = new Map(articles.map(({ article, story }) => [article.id, story]));
  const { precision, recall } = scoreBCubed(
    stories.map((story) => story.articleIds),
    truth,
  );
  const size = `${articles.length} articles, ${new Set(truth.values()).size} true stories`;
  console.log(`${name} (${size}): precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
}

const labelled = readLabelledArticles();
printScore('all', labelled);
printScore(
  'dev',
  labelled.filter(({ split }) => split === 'dev'),
);
printScore(
  'test',
  labelled.filter(({ split }) => split === 'test'),
);
for (const day of new Set(labelled.map(({ article }) => article.listedAt.slice(0, 10)))) {
  printScore(
    day,
    labelled.filter(({ article }) => article.listedAt.startsWith(day)),
  );
}
