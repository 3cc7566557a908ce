import { type Clues, type FittedModel, probabilitiesOf } from '../clues/clue-model.ts';
import { emptyTable, type WeightTable } from '../clues/weight-table.ts';

/** What a reader sees, with what a person found there. */
export interface ClueSample<Verdict extends string> {
  readonly clues: readonly Clues[];
  readonly verdict: Verdict;
  /** How much it counts, above 0: what labels only leave open counts less. */
  readonly weight: number;
}

/** How much what the labels only leave open counts beside what they require. */
export const WEIGHT_OF_OPTIONAL = 0.6;

const EPOCHS = 12;
/** The weights after the last so many epochs are averaged (Polyak and Juditsky, 1992): one order of the samples is chance. */
const AVERAGED = 8;
const RATE = 0.5;
/** The bias learns more slowly than the weights. */
const BIAS_RATE = 0.05;
const SHRINKAGE = 7e-5;
/** A clue of fewer samples says little. */
const LEAST_OF_CLUE = 6;
/** Below it a weight is left out. */
const LEAST_WEIGHT = 0.15;
const START = 1e-2;

/**
 * Fits a multinomial logistic regression to samples by AdaGrad (Duchi, Hazan and Singer, 2011), one sample at a time
 * in an order that is shuffled anew in each epoch, the same for the same samples.
 *
 * @throws RangeError when all samples have one verdict
 */
export function fitClueModel<Verdict extends string>(
  samples: readonly ClueSample<Verdict>[],
): FittedModel<Verdict> {
  const verdicts: Verdict[] = [...new Set(samples.map(({ verdict }) => verdict))].sort();
  if (verdicts.length < 2) throw new RangeError('a reader learns nothing from samples that are all alike');
  const learner = new Learner(namesIn(samples), verdicts);
  const order = samples.map((_, index) => index);
  const random = randomFrom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (const at of order) learner.learn(samples[at] as ClueSample<Verdict>);
    if (epoch >= EPOCHS - AVERAGED) learner.keep();
  }
  return { verdicts, ...learner.learnt() };
}

function namesIn(samples: readonly ClueSample<string>[]): string[] {
  const counts = new Map<string, number>();
  for (const { clues } of samples)
    for (const { names } of clues) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= LEAST_OF_CLUE).map(([clue]) => clue);
}

class Learner<Verdict extends string> {
  readonly #verdicts: readonly Verdict[];
  readonly #weights: WeightTable;
  readonly #squares: Float64Array;
  readonly #sums: Float64Array;
  readonly #bias: Float64Array;
  readonly #biasSum: Float64Array;
  readonly #biasSquares: Float64Array;
  /** How many times weights were added to the sums. */
  #kept = 0;

  constructor(names: readonly string[], verdicts: readonly Verdict[]) {
    const { length } = verdicts;
    this.#verdicts = verdicts;
    this.#weights = emptyTable(names, length);
    this.#squares = new Float64Array(names.length * length).fill(START);
    this.#sums = new Float64Array(names.length * length);
    this.#bias = new Float64Array(length);
    this.#biasSum = new Float64Array(length);
    this.#biasSquares = new Float64Array(length).fill(START);
  }

  learn({ clues, verdict, weight }: ClueSample<Verdict>): void {
    const wrong = probabilitiesOf({ bias: this.#bias, weights: this.#weights }, clues).map(
      (probability, at) => (probability - Number(this.#verdicts[at] === verdict)) * weight,
    );
    for (const [at, slope] of wrong.entries()) step(this.#bias, this.#biasSquares, at, slope, BIAS_RATE);
    for (const { names, scale } of clues) for (const name of names) this.#learnName(name, wrong, scale);
  }

  #learnName(name: string, wrong: readonly number[], scale: number): void {
    const { rows, values, width } = this.#weights;
    const row = rows.get(name);
    if (row === undefined) return;
    for (const [at, value] of wrong.entries()) {
      const place = row * width + at;
      step(values, this.#squares, place, value * scale + SHRINKAGE * (values[place] ?? 0), RATE);
    }
  }

  /** Adds the weights as they are now to those that are averaged. */
  keep(): void {
    this.#kept += 1;
    addTo(this.#sums, this.#weights.values);
    addTo(this.#biasSum, this.#bias);
  }

  learnt(): Omit<FittedModel<Verdict>, 'verdicts'> {
    const { rows, width } = this.#weights;
    const rounded = (sums: Float64Array) =>
      Array.from(sums, (sum) => {
        const value = sum / this.#kept;
        return Math.abs(value) < LEAST_WEIGHT ? 0 : Math.round(value * 100) / 100;
      });
    const weights = [...rows]
      .map(([clue, row]) => [clue, rounded(this.#sums.subarray(row * width, (row + 1) * width))] as const)
      .filter(([, values]) => values.some((value) => value !== 0))
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return { bias: rounded(this.#biasSum), weights: new Map(weights) };
  }
}

function step(values: Float64Array, squares: Float64Array, at: number, slope: number, rate: number): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  values[at] = (values[at] ?? 0) - (rate * slope) / Math.sqrt(square);
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (const [at, value] of values.entries()) sums[at] = (sums[at] ?? 0) + value;
}

/** Fisher and Yates. */
function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] as number;
    order[at] = order[other] as number;
    order[other] = held;
  }
}

/** Numbers from 0 to 1 that follow from a seed: a linear congruential generator with the constants of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
