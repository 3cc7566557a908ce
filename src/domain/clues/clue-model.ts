/** A multinomial logistic regression over clues, names that are each there or not, as data. */
export interface ClueModel<Verdict extends string> {
  readonly verdicts: readonly Verdict[];
  /** One for each verdict. */
  readonly bias: readonly number[];
  /** For each clue its weights, one for each verdict. */
  readonly weights: ReadonlyMap<string, Weights>;
}

/** One number for each verdict; a typed array is added up fastest. */
export type Weights = ArrayLike<number>;

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
  const sums = Float64Array.from(bias);
  for (const { names, scale } of all) {
    for (const name of names) {
      const own = weights.get(name);
      if (own !== undefined) add(sums, own, scale);
    }
  }
  return softmax(sums);
}

function add(sums: Float64Array, weights: Weights, scale: number): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0) * scale;
}

/** Clues of which more count less each: by the root of their number, so that long texts are no surer than short ones. */
export function evenly(names: ReadonlySet<string>): Clues {
  return { names, scale: 1 / Math.sqrt(names.size + 1) };
}

function softmax(values: Float64Array): number[] {
  const highest = Math.max(...values);
  const powers = Array.from(values, (value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
