import { ClueNames, type PutClues } from './clue-sink.ts';
import { ClueSums } from './clue-sums.ts';
import { type WeightsOfClue, type WeightTable, weightTable } from './weight-table.ts';

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

/** A model whose weights cannot be looked up yet. */
type Unready = Omit<FittedModel<string>, 'weights'> & {
  readonly weights: Iterable<WeightsOfClue>;
};

/**
 * The model with its weights where they are looked up fast, and all else that it has.
 *
 * @param unit - the number that stands for a weight of 1
 */
export function readyModel<Model extends Unready>(model: Model, unit = 1) {
  return { ...model, weights: weightTable([...model.weights], model.verdicts.length, unit) };
}

/** Clues that count alike, as they are put. */
export interface ClueGroup {
  readonly put: PutClues;
  /** What the weight of each of so many is multiplied by, above 0. */
  readonly scaleOf: (count: number) => number;
}

/** Clues that count alike, by their names. */
export interface Clues {
  readonly names: ReadonlySet<string>;
  /** What the weight of each is multiplied by, above 0. */
  readonly scale: number;
}

/** Clues of which more count less each: by the root of their number, so that long texts are no surer than short ones. */
export function evenly(put: PutClues): ClueGroup {
  return { put, scaleOf: evenScale };
}

/** How much each of so many clues counts that count evenly. */
export function evenScale(count: number): number {
  return 1 / Math.sqrt(count + 1);
}

/** The clues by their names, for whoever learns from them. */
export function namesOf(groups: readonly ClueGroup[]): Clues[] {
  return groups.map(({ put, scaleOf }) => {
    const sink = new ClueNames();
    put(sink);
    return { names: sink.names, scale: scaleOf(sink.names.size) };
  });
}

/** A model that judges one thing after another, of one article, and adds up their clues in the same place. */
export class Judge {
  readonly #bias: readonly number[];
  readonly #sums: ClueSums;
  readonly #totals: Float64Array;

  constructor({ bias, weights }: Omit<ClueModel<string>, 'verdicts'>) {
    this.#bias = bias;
    this.#sums = new ClueSums(weights);
    this.#totals = new Float64Array(bias.length);
  }

  /** Probabilities of the verdicts, in their order. */
  probabilitiesOf(groups: readonly ClueGroup[]): number[] {
    const [sums, totals] = [this.#sums, this.#totals];
    begin(totals, this.#bias);
    for (const { put, scaleOf } of groups) {
      sums.clear();
      put(sums);
      addScaled(totals, sums.sums, scaleOf(sums.count));
    }
    return softmax(totals);
  }
}

/** Makes the totals what they are before any clue: the bias. */
export function begin(totals: Float64Array, bias: readonly number[]): void {
  for (let at = 0; at < totals.length; at += 1) totals[at] = bias[at] ?? 0;
}

/** Adds to each total what stands at its place, times `scale`. */
export function addScaled(totals: Float64Array, sums: ArrayLike<number>, scale: number): void {
  for (let at = 0; at < totals.length; at += 1) totals[at] = (totals[at] ?? 0) + (sums[at] ?? 0) * scale;
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
  for (let at = 0; at < powers.length; at += 1) powers[at] = (powers[at] ?? 0) / total;
  return powers;
}
