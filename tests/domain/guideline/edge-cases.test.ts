import { describe, expect, test } from 'vitest';
import { understandArticle } from '../../../src/domain/understand-article.ts';
import { loadTopic } from '../topics/load-pack.ts';
import { type EdgeCase, RULES, SUBJECTS } from './edge-cases.ts';

const topic = loadTopic('weapons-use-restrictions');

/** As docs/annotation.md decides them, whatever words an article is written in. */
describe.each([
  ['rules', RULES],
  ['subjects', SUBJECTS],
] as const)('the relevance of edge cases: %s', (_name, cases) => {
  test.each<EdgeCase>(cases)(
    '$kind: $relevance',
    ({ relevance, title = '', text, positions = [], isBare }) => {
      const understood = understandArticle(
        { id: 'edge', title, text, publishedAt: '2024-06-01T10:00:00Z' },
        topic,
      );
      const found = understood.positions.map(({ country, action }) => `${country} ${action}`);
      expect(understood.relevance).toBe(relevance);
      expect(found).toEqual(expect.arrayContaining([...positions]));
      if (isBare) expect(found).toEqual([]);
    },
  );
});
