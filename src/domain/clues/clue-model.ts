import { addWeights, type WeightTable, weightTable } from './weight-table.ts';

/** A multinomial logistic regression over clues, names that are each there or not, as data. */
export interface ClueModel<Verdict extends string> {
  readonly verdicts: readonly Verdict[];
  /** One for each verdict. */
  readonly bias: readonly number[];
  /** For each clue one for each verdict. */
  readonly weights: WeightTable;
}

/** A model as it was fitted and as files have it. */
export interface FittedModel<Verdict extends string> {
  readonly verdicts: readonly Verdict[];
  readonly bias: readonly number[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** The model with its weights where they are looked up fast, and all else that it has. */
export function readyModel<Model extends FittedModel<string>>(model: Model) {
  return { ...model, weights: weightTable(model.weights, model.verdicts.length) };
}

/** Clues that count alike. */
export interface Clues {
  readonly names: ReadonlySet<string>;
  /** What the weight of each is multiplied by, above 0. */
  readonly scale: number;
}

/** Probabilities of the verdicts, in their order. */
export function probabilitiesOf(
  { bias, weights }: { readonly bias: ArrayLike<number>; readonly weights: WeightTable },
  all: readonly Clues[],
): number[] {
  const sums = Float64Array.from(bias);
  for (const { names, scale } of all) for (const name of names) addWeights(weights, name, scale, sums);
  return softmax(sums);
}

/** Clues of which more count less each: by the root of their number, so that long texts are no surer than short ones. */
export function evenly(names: ReadonlySet<string>): Clues {
  return { names, scale: scaleOf(names.size) };
}

/** The same for clues in groups that have none in common: each counts as it would if all were one. */
export function evenlyTogether(groups: readonly ReadonlySet<string>[]): Clues[] {
  const scale = scaleOf(groups.reduce((sum, { size }) => sum + size, 0));
  return groups.map((names) => ({ names, scale }));
}

function scaleOf(count: number): number {
  return 1 / Math.sqrt(count + 1);
}

/** Probabilities that add up to 1, by how high each value is. */
export function softmax(values: Float64Array): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) highest = Math.max(highest, value);
  const powers: number[] = [];
  let total = 0;
  for (const value of values) {
    const power = Math.exp(value - highest);
    powers.push(power);
    total += power;
  }
  return powers.map((power) => power / total);
}
