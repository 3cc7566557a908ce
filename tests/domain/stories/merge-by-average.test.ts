import { describe, expect, it } from 'vitest';
import { mergeByAverage } from '../../../src/domain/stories/merge-by-average.ts';

const unlike = () => 0;
const edge = (one: number, other: number, similarity: number) => ({ one, other, similarity });

describe('mergeByAverage', () => {
  it.each([
    { name: 'no edges: everything alone', count: 2, edges: [], groups: [[0], [1]] },
    { name: 'a strong pair', count: 2, edges: [edge(0, 1, 0.5)], groups: [[0, 1]] },
    { name: 'a weak pair', count: 2, edges: [edge(0, 1, 0.2)], groups: [[0], [1]] },
    {
      name: 'one article that resembles two events does not weld them',
      count: 5,
      edges: [edge(0, 1, 0.8), edge(2, 3, 0.8), edge(1, 4, 0.5), edge(2, 4, 0.45)],
      groups: [[0, 1], [2, 3], [4]],
    },
    {
      name: 'a third that resembles both joins them',
      count: 3,
      edges: [edge(0, 1, 0.8), edge(0, 2, 0.3), edge(1, 2, 0.4)],
      groups: [[0, 1, 2]],
    },
  ])('$name', ({ count, edges, groups }) => {
    expect(mergeByAverage(count, edges, 0.3, unlike)).toEqual(groups);
    expect(mergeByAverage(count, edges.toReversed(), 0.3, unlike)).toEqual(groups);
  });

  it('measures the pairs that nobody thought worth looking at, and each of them once', () => {
    const asked: string[] = [];
    const measure = (one: number, other: number) => {
      asked.push(`${one} ${other}`);
      return 0.35;
    };
    const edges = [edge(0, 1, 0.8), edge(2, 3, 0.7), edge(1, 2, 0.4)];
    expect(mergeByAverage(4, edges, 0.3, measure)).toEqual([[0, 1, 2, 3]]);
    expect(asked.toSorted()).toEqual(['0 2', '0 3', '1 3']);
    expect(mergeByAverage(4, edges, 0.3, unlike)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
