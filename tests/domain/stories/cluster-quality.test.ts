import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clusterArticles } from '../../../src/domain/stories/cluster-articles.ts';
import { scoreBCubed } from './b-cubed.ts';
import { type LabelledArticle, readLabelledArticles, storyArticle } from './labelled-stories.ts';

const labelled = readLabelledArticles();

/** Below these the digest tells events twice, or hides one behind another. Reached: see docs/digest.md. */
const FLOOR = { precision: 0.95, recall: 0.9 };

/** Few articles make common words look rare: small batches are the harder ones. */
const DAYS = [...new Set(labelled.map(({ article }) => article.listedAt.slice(0, 10)))].toSorted();

function score(articles: readonly LabelledArticle[]) {
  const stories = clusterArticles(articles.map(({ article }) => article));
  const truth = new Map(articles.map(({ article, story }) => [article.id, story]));
  return scoreBCubed(
    stories.map((story) => story.articleIds),
    truth,
  );
}

describe('clusterArticles on labelled stories', () => {
  it.each([
    { name: 'all of them at once', articles: labelled },
    {
      name: 'the half the thresholds were not chosen on',
      articles: labelled.filter(({ split }) => split === 'test'),
    },
    ...DAYS.map((day) => ({
      name: `a digest of ${day} alone`,
      articles: labelled.filter(({ article }) => article.listedAt.startsWith(day)),
    })),
  ])('holds the floor for $name', ({ articles }) => {
    const { precision, recall } = score(articles);
    expect(precision).toBeGreaterThanOrEqual(FLOOR.precision);
    expect(recall).toBeGreaterThanOrEqual(FLOOR.recall);
  });

  it('folds the copies of one text and counts them as no further publisher', () => {
    const stories = clusterArticles(labelled.map(({ article }) => article));
    const copies = Object.assign({}, ...stories.map((story) => story.copies));
    expect(copies).toEqual({ 's01-4': 's01-1', 's04-3': 's04-2', 's09-4': 's09-2', 's15-4': 's15-2' });
    const danish = stories.find((story) => story.articleIds.includes('s04-1'));
    expect(danish?.articleIds).toHaveLength(4);
    expect(danish?.publisherCount).toBe(3);
  });
});

describe('clusterArticles on the seeds', () => {
  const seeds = [
    {
      id: '000',
      listedAt: '2024-05-31T16:00:00Z',
      title: 'Stoltenberg: NATO’s weapons policy change bolsters Ukraine’s Kharkiv defense',
    },
    {
      id: '001',
      listedAt: '2024-05-31T18:20:00Z',
      title: 'NATO leader supports alliance’s right to defend Ukraine',
    },
    {
      id: '002',
      listedAt: '2024-05-28T21:00:00Z',
      title: 'Ukraine Using Western Weapons on Russian Soil Won’t Make NATO a Party to War: Stoltenberg',
    },
    {
      id: '003',
      listedAt: '2024-05-24T22:45:00Z',
      title: 'Stoltenberg calls on NATO allies to allow Ukraine to strike Russian territory',
    },
    {
      id: '004',
      listedAt: '2024-05-25T14:42:00Z',
      title: 'NATO Secretary General urges allies to reconsider weapon use restrictions for Ukraine',
    },
  ].map((seed) =>
    storyArticle({ ...seed, text: readFileSync(`fixtures/seeds/${seed.id}.article.txt`, 'utf8') }),
  );

  it('tells the interview, the Prague meeting and the Brussels meeting as three stories', () => {
    const groups = clusterArticles(seeds).map((story) => story.articleIds.toSorted().join('+'));
    expect(groups.toSorted()).toEqual(['000+001', '002', '003+004']);
  });
});
