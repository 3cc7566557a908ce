import { describe, expect, test } from 'vitest';
import {
  fitSecondReader,
  type SecondReaderSample,
} from '../../../src/domain/evaluation/fit-second-reader.ts';
import { mostProbable, probabilitiesOf } from '../../../src/domain/positions/second-reader/model.ts';

const sample = (verdict: SecondReaderSample['verdict'], ...clues: string[]): SecondReaderSample => ({
  clues: new Set(clues),
  verdict,
  weight: 1,
});

const many = (count: number, one: SecondReaderSample): SecondReaderSample[] =>
  Array.from({ length: count }, () => one);

const SAMPLES = [
  ...many(20, sample('WARNS_AGAINST', 'cue warn', 'party adversary')),
  ...many(20, sample('REQUESTS_PERMISSION', 'cue request', 'party recipient')),
  ...many(20, sample('none', 'cue use', 'party owner')),
  ...many(3, sample('none', 'seen thrice')),
];

describe('fitting a second reader', () => {
  const model = fitSecondReader(SAMPLES, 0.6);

  test('learns what the samples have in common', () => {
    expect(mostProbable(model, new Set(['cue warn', 'party adversary']))).toMatchObject({
      action: 'WARNS_AGAINST',
    });
    expect(mostProbable(model, new Set(['cue request']))?.action).toBe('REQUESTS_PERMISSION');
    const none = probabilitiesOf(model, new Set(['cue use', 'party owner']))[model.verdicts.indexOf('none')];
    expect(none).toBeGreaterThan(0.6);
  });

  test('leaves out a clue that was seen too seldom', () => {
    expect(model.weights.has('seen thrice')).toBe(false);
    expect(model.weights.has('cue warn')).toBe(true);
  });

  test('is the same for the same samples', () => {
    expect(fitSecondReader(SAMPLES, 0.6)).toEqual(model);
  });

  test('refuses samples without a position', () => {
    expect(() => fitSecondReader(many(9, sample('none', 'cue use')), 0.6)).toThrow(RangeError);
  });
});

describe('probabilities', () => {
  test('are shares of one, whatever is known of the clues', () => {
    const weights = new Map([['a', [1, -1]]]);
    const sum = (clues: string[]) =>
      probabilitiesOf({ bias: [0, 0], weights }, new Set(clues)).reduce((total, one) => total + one, 0);
    expect(sum(['a', 'unknown'])).toBeCloseTo(1);
    expect(probabilitiesOf({ bias: [0, 0], weights }, new Set())).toEqual([0.5, 0.5]);
  });
});
