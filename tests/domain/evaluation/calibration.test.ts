import { describe, expect, test } from 'vitest';
import { measureCalibration } from '../../../src/domain/evaluation/calibration.ts';

const many = (count: number, score: number, trueOnes: number) =>
  Array.from({ length: count }, (_, index) => ({ score, isTrue: index < trueOnes }));

describe('measureCalibration', () => {
  test('finds no error in scores that come true as often as they say', () => {
    const { bins, expectedError } = measureCalibration([...many(10, 0.2, 2), ...many(10, 0.9, 9)]);
    expect(bins).toMatchObject([
      { from: 0.2, to: 0.3, count: 10, shareTrue: 0.2 },
      { from: 0.9, to: 1, count: 10, shareTrue: 0.9 },
    ]);
    expect(expectedError).toBeCloseTo(0);
  });

  test('weighs the distance of each bin by its size', () => {
    // Three quarters say 1 and half of them come true; one quarter says 0 and none does.
    const { expectedError, brier, brierOfShare } = measureCalibration([...many(12, 1, 6), ...many(4, 0, 0)]);
    expect(expectedError).toBeCloseTo(0.75 * 0.5);
    expect(brier).toBeCloseTo(6 / 16);
    expect(brierOfShare).toBeCloseTo((6 / 16) * (10 / 16));
  });

  test('counts a score of 1 in the last bin, and is quiet about nothing', () => {
    expect(measureCalibration(many(1, 1, 1)).bins).toMatchObject([{ from: 0.9, to: 1, count: 1 }]);
    expect(measureCalibration([])).toMatchObject({ bins: [], brier: 0, expectedError: 0 });
  });
});
