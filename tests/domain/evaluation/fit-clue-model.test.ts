import { describe, expect, test } from 'vitest';
import { evenly, Judge, namesOf, readyModel } from '../../../src/domain/clues/clue-model.ts';
import type { PutClues } from '../../../src/domain/clues/clue-sink.ts';
import { type ClueSample, fitClueModel } from '../../../src/domain/evaluation/fit-clue-model.ts';

type Sample = ClueSample<string>;

/** Clues by their names, put as readers put them. */
const put =
  (names: readonly string[]): PutClues =>
  (sink) => {
    for (const name of names) sink.put(sink.to(sink.start, name));
  };
const clues = (...names: string[]) => [evenly(put(names))];
const sample = (verdict: string, ...names: string[]): Sample => ({
  clues: namesOf(clues(...names)),
  verdict,
  weight: 1,
});
const many = (count: number, one: Sample): Sample[] => Array.from({ length: count }, () => one);

const SAMPLES = [
  ...many(20, sample('threat', 'cue warn', 'party adversary')),
  ...many(20, sample('request', 'cue request', 'party recipient')),
  ...many(20, sample('none', 'cue use', 'party owner')),
  ...many(3, sample('none', 'seen thrice')),
];

describe('fitting a model to clues', () => {
  const model = fitClueModel(SAMPLES);
  const probabilityOf = (verdict: string, ...names: string[]) =>
    new Judge(readyModel(model)).probabilitiesOf(clues(...names))[model.verdicts.indexOf(verdict)];

  test('learns what the samples have in common', () => {
    expect(probabilityOf('threat', 'cue warn', 'party adversary')).toBeGreaterThan(0.6);
    expect(probabilityOf('request', 'cue request')).toBeGreaterThan(0.6);
    expect(probabilityOf('none', 'cue use', 'party owner')).toBeGreaterThan(0.6);
  });

  test('leaves out a clue that was seen too seldom', () => {
    expect(model.weights.has('seen thrice')).toBe(false);
    expect(model.weights.has('cue warn')).toBe(true);
  });

  test('learns more from what counts more', () => {
    const told = (scale: number) =>
      fitClueModel([
        ...many(9, { clues: [{ names: new Set(['a']), scale }], verdict: 'yes', weight: 1 }),
        ...many(9, { clues: [{ names: new Set(['b']), scale }], verdict: 'no', weight: 1 }),
      ]);
    const sure = (scale: number) => {
      const fitted = told(scale);
      return (
        new Judge(readyModel(fitted)).probabilitiesOf([{ put: put(['a']), scaleOf: () => scale }])[
          fitted.verdicts.indexOf('yes')
        ] ?? 0
      );
    };
    expect(sure(1)).toBeGreaterThan(sure(0.1));
  });

  test('is the same for the same samples', () => {
    expect(fitClueModel(SAMPLES)).toEqual(model);
  });

  test('does without labels that it does not believe, where it is told to', () => {
    const mistaken = [...SAMPLES, ...many(2, sample('request', 'cue warn', 'party adversary'))];
    const fitting = { leastOfClue: 6, shrinkage: 7e-5 };
    expect(fitClueModel(mistaken, { ...fitting, leastBelieved: 0.2 })).toEqual(model);
    expect(fitClueModel(mistaken, fitting)).not.toEqual(model);
  });

  test('refuses samples that are all alike', () => {
    expect(() => fitClueModel(many(9, sample('none', 'cue use')))).toThrow(RangeError);
  });
});

describe('probabilities', () => {
  test('are shares of one, whatever is known of the clues', () => {
    const model = readyModel({ verdicts: ['yes', 'no'], bias: [0, 0], weights: new Map([['a', [1, -1]]]) });
    const of = (...names: string[]) => new Judge(model).probabilitiesOf(clues(...names));
    expect(of('a', 'unknown').reduce((total, one) => total + one, 0)).toBeCloseTo(1);
    expect(of()).toEqual([0.5, 0.5]);
  });

  test('are of what is judged, and not of what was judged before', () => {
    const model = readyModel({ verdicts: ['yes', 'no'], bias: [0, 0], weights: new Map([['a', [1, -1]]]) });
    const judge = new Judge(model);
    const first = judge.probabilitiesOf(clues('a', 'unknown', 'a phrase'));
    expect(judge.probabilitiesOf(clues())).toEqual([0.5, 0.5]);
    expect(judge.probabilitiesOf(clues('a', 'unknown', 'a phrase'))).toEqual(first);
  });
});
