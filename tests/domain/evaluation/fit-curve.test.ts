import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitCurve } from '../../../src/domain/evaluation/fit-curve.ts';
import { type ScoreCurve, scoreOf, UNMEASURED_CURVE } from '../../../src/domain/relevance/score-curve.ts';

const samples = (count: number, points: number, relevant: number) =>
  Array.from({ length: count }, (_, index) => ({ points, isRelevant: index < relevant }));

describe('fitCurve', () => {
  test('gives each block of articles its share, by Laplace', () => {
    const curve = fitCurve([...samples(18, 0, 1), ...samples(18, 2, 9), ...samples(18, 4, 18)]);
    expect(curve).toEqual([
      [0, 0.1],
      [2, 0.5],
      [4, 0.95],
    ]);
  });

  test('joins blocks where more points would mean less', () => {
    const curve = fitCurve([
      ...samples(10, 0, 0),
      ...samples(10, 1, 8),
      ...samples(10, 2, 6),
      ...samples(10, 3, 10),
    ]);
    expect(curve.map(([points]) => points)).toEqual([0, 1.5, 3]);
  });

  test('takes no share of fewer than ten, and parts no equal points', () => {
    const curve = fitCurve([
      ...samples(3, 0, 0),
      ...samples(8, 0.5, 0),
      ...samples(25, 3, 25),
      ...samples(2, 9, 2),
    ]);
    expect(curve).toHaveLength(2);
  });

  test('rises and stays between 0 and 1, whatever the articles', () => {
    const sample = fc.record({
      points: fc.integer({ min: 0, max: 60 }).map((n) => n / 10),
      isRelevant: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 80 }), (some) => {
        fc.pre(some.some(({ isRelevant }) => isRelevant) && some.some(({ isRelevant }) => !isRelevant));
        const curve = fitCurve(some);
        for (const [at, [points, share]] of curve.entries()) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThan(1);
          const before = curve[at - 1];
          if (before) expect(points > before[0] && share >= before[1]).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('refuses articles of one kind', () => {
    expect(() => fitCurve(samples(20, 1, 20))).toThrow(RangeError);
  });
});

describe('scoreOf', () => {
  const curve: ScoreCurve = [
    [1, 0.2],
    [3, 0.6],
  ];

  test.each([
    [0, 0.2],
    [1, 0.2],
    [2, 0.4],
    [3, 0.6],
    [50, 0.6],
  ])('of %d points is %d', (points, score) => {
    expect(scoreOf(points, curve)).toBeCloseTo(score);
  });

  test('of a topic without labelled articles is a half where a mention begins', () => {
    expect(scoreOf(1.25, UNMEASURED_CURVE)).toBe(0.5);
  });
});
