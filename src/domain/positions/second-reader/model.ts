import type { Action } from '../position.ts';

/** A class of the second reader: an action, or that there is no position. */
export type Verdict = Action | 'none';

/** A multinomial logistic regression over clues, as data. */
export interface SecondReaderModel {
  /** From which probability on a verdict is a position, 0 to 1. */
  readonly threshold: number;
  readonly verdicts: readonly Verdict[];
  /** One for each verdict. */
  readonly bias: readonly number[];
  /** For each clue its weights, one for each verdict. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

export interface Reading {
  readonly action: Action;
  /** 0 to 1, that it is this action rather than another or none. */
  readonly probability: number;
}

/** The most probable action; that there is none may be more probable still. */
export function mostProbable(model: SecondReaderModel, clues: ReadonlySet<string>): Reading | undefined {
  const probabilities = probabilitiesOf(model, clues);
  let best: Reading | undefined;
  for (const [at, verdict] of model.verdicts.entries()) {
    const probability = probabilities[at] ?? 0;
    if (verdict !== 'none' && probability > (best?.probability ?? 0)) best = { action: verdict, probability };
  }
  return best;
}

/** Probabilities of the verdicts, in their order; the sum of weights is divided by the root of the number of clues. */
export function probabilitiesOf(
  { bias, weights }: Pick<SecondReaderModel, 'bias' | 'weights'>,
  clues: ReadonlySet<string>,
): number[] {
  const scale = scaleOf(clues);
  const sums = bias.map((value) => value);
  for (const clue of clues) {
    const own = weights.get(clue);
    if (own === undefined) continue;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (own[at] ?? 0) * scale;
  }
  return softmax(sums);
}

/** What the weight of each of so many clues is multiplied by, in reading and in fitting. */
export function scaleOf(clues: ReadonlySet<string>): number {
  return 1 / Math.sqrt(clues.size + 1);
}

function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
