/** A multinomial logistic regression over clues, names that are each there or not, as data. */
export interface ClueModel<Verdict extends string> {
  readonly verdicts: readonly Verdict[];
  /** One for each verdict. */
  readonly bias: readonly number[];
  /** For each clue its weights, one for each verdict. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** Clues that count alike. */
export interface Clues {
  readonly names: ReadonlySet<string>;
  /** What the weight of each is multiplied by, above 0. */
  readonly scale: number;
}

/** Probabilities of the verdicts, in their order. */
export function probabilitiesOf(
  { bias, weights }: Pick<ClueModel<string>, 'bias' | 'weights'>,
  all: readonly Clues[],
): number[] {
  const sums = bias.map((value) => value);
  for (const { names, scale } of all) {
    for (const name of names) {
      const own = weights.get(name);
      if (own === undefined) continue;
      for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (own[at] ?? 0) * scale;
    }
  }
  return softmax(sums);
}

/** Clues of which more count less each: by the root of their number, so that long texts are no surer than short ones. */
export function evenly(names: ReadonlySet<string>): Clues {
  return { names, scale: 1 / Math.sqrt(names.size + 1) };
}

function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
