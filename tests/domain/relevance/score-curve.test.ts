import { describe, expect, test } from 'vitest';
import { CORE_AT, MENTION_AT } from '../../../src/domain/relevance/judge-relevance.ts';
import { scoreOf } from '../../../src/domain/relevance/score-curve.ts';

describe('the score by points, of a topic without a relevance reader', () => {
  test('is a half where a mention begins, and three quarters where core does', () => {
    expect(scoreOf(MENTION_AT)).toBe(0.5);
    expect(scoreOf(CORE_AT)).toBe(0.75);
  });

  test.each([
    [-1, 0.02],
    [0, 0.02],
    [0.625, 0.26],
    [5.1, 0.865],
    [7.6, 0.98],
    [50, 0.98],
  ])('of %d points is %d', (points, score) => {
    expect(scoreOf(points)).toBeCloseTo(score);
  });
});
