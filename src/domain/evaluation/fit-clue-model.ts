import { addScaled, type Clues, type FittedModel, softmax } from '../clues/clue-model.ts';

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
/** Below it a weight is left out. */
const LEAST_WEIGHT = 0.15;
const START = 1e-2;

/** How freely weights may follow the samples: a reader that has many may be given more freedom. */
export interface Fitting {
  /** A clue of fewer samples says too little. */
  readonly leastOfClue: number;
  /** By how much weights are drawn towards 0 in each step (L2), 0 or more. */
  readonly shrinkage: number;
  /**
   * 0 to 1: where a first fit holds the verdict of a sample for less probable than this, although it learnt from it, a
   * second one does without it. Annotators err, and a wrong label teaches against all right ones (Brodley and Friedl,
   * "Identifying Mislabeled Training Data", 1999). Without it there is one fit.
   */
  readonly leastBelieved?: number;
}

const USUAL: Fitting = { leastOfClue: 6, shrinkage: 7e-5 };

/**
 * Fits a multinomial logistic regression to samples by AdaGrad (Duchi, Hazan and Singer, 2011), one sample at a time
 * in an order that is shuffled anew in each epoch, the same for the same samples.
 *
 * @throws RangeError when all samples have one verdict
 */
export function fitClueModel<Verdict extends string>(
  samples: readonly ClueSample<Verdict>[],
  fitting: Fitting = USUAL,
): FittedModel<Verdict> {
  const { leastBelieved } = fitting;
  const first = fitOnce(samples, fitting);
  if (leastBelieved === undefined) return first;
  const believed = samples.filter((sample) => probabilityOf(sample, first) >= leastBelieved);
  return fitOnce(believed, fitting);
}

function fitOnce<Verdict extends string>(
  samples: readonly ClueSample<Verdict>[],
  { leastOfClue, shrinkage }: Fitting,
): FittedModel<Verdict> {
  const verdicts: Verdict[] = [...new Set(samples.map(({ verdict }) => verdict))].sort();
  if (verdicts.length < 2) throw new RangeError('a reader learns nothing from samples that are all alike');
  const names = namesIn(samples, leastOfClue);
  const learner = new Learner(names.length, verdicts.length, shrinkage);
  const lessons = lessonsOf(samples, names, verdicts);
  const random = randomFrom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(lessons, random);
    for (const lesson of lessons) learner.learn(lesson);
    if (epoch >= EPOCHS - AVERAGED) learner.keep();
  }
  return { verdicts, ...learner.learnt(names) };
}

/** How probable a model holds what a sample is labelled as. */
function probabilityOf<Verdict extends string>(
  { clues, verdict }: ClueSample<Verdict>,
  { verdicts, bias, weights }: FittedModel<Verdict>,
): number {
  const totals = Float64Array.from(bias);
  for (const { names, scale } of clues)
    for (const name of names) addScaled(totals, weights.get(name) ?? [], scale);
  return softmax(totals)[verdicts.indexOf(verdict)] ?? 0;
}

function namesIn(samples: readonly ClueSample<string>[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const { clues } of samples)
    for (const { names } of clues) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= least).map(([clue]) => clue);
}

/** A sample by the numbers of its clues and of its verdict. */
interface Lesson {
  readonly groups: readonly { readonly rows: Int32Array; readonly scale: number }[];
  readonly verdict: number;
  readonly weight: number;
}

function lessonsOf<Verdict extends string>(
  samples: readonly ClueSample<Verdict>[],
  names: readonly string[],
  verdicts: readonly Verdict[],
): Lesson[] {
  const rowOf = new Map(names.map((name, row) => [name, row]));
  // samples share groups of clues, and then their rows
  const known = new Map<ReadonlySet<string>, Int32Array>();
  const rowsOf = (all: ReadonlySet<string>): Int32Array => {
    const rows = known.get(all) ?? Int32Array.from([...all].flatMap((name) => rowOf.get(name) ?? []));
    known.set(all, rows);
    return rows;
  };
  return samples.map(({ clues, verdict, weight }) => ({
    groups: clues.map(({ names: all, scale }) => ({ rows: rowsOf(all), scale })),
    verdict: verdicts.indexOf(verdict),
    weight,
  }));
}

class Learner {
  readonly #width: number;
  readonly #shrinkage: number;
  readonly #weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #sums: Float64Array;
  readonly #bias: Float64Array;
  readonly #biasSum: Float64Array;
  readonly #biasSquares: Float64Array;
  /** How many times weights were added to the sums. */
  #kept = 0;

  constructor(clues: number, verdicts: number, shrinkage: number) {
    this.#width = verdicts;
    this.#shrinkage = shrinkage;
    this.#weights = new Float64Array(clues * verdicts);
    this.#squares = new Float64Array(clues * verdicts).fill(START);
    this.#sums = new Float64Array(clues * verdicts);
    this.#bias = new Float64Array(verdicts);
    this.#biasSum = new Float64Array(verdicts);
    this.#biasSquares = new Float64Array(verdicts).fill(START);
  }

  learn({ groups, verdict, weight }: Lesson): void {
    const wrong = this.#probabilitiesOf(groups).map(
      (probability, at) => (probability - Number(at === verdict)) * weight,
    );
    for (const [at, slope] of wrong.entries()) step(this.#bias, this.#biasSquares, at, slope, BIAS_RATE);
    for (const { rows, scale } of groups) for (const row of rows) this.#learnRow(row, wrong, scale);
  }

  #probabilitiesOf(groups: Lesson['groups']): number[] {
    const sums = Float64Array.from(this.#bias);
    for (const { rows, scale } of groups)
      for (const row of rows)
        for (let at = 0; at < this.#width; at += 1)
          sums[at] = (sums[at] ?? 0) + (this.#weights[row * this.#width + at] ?? 0) * scale;
    return softmax(sums);
  }

  #learnRow(row: number, wrong: readonly number[], scale: number): void {
    for (let at = 0; at < this.#width; at += 1) {
      const place = row * this.#width + at;
      const slope = (wrong[at] ?? 0) * scale + this.#shrinkage * (this.#weights[place] ?? 0);
      step(this.#weights, this.#squares, place, slope, RATE);
    }
  }

  /** Adds the weights as they are now to those that are averaged. */
  keep(): void {
    this.#kept += 1;
    addTo(this.#sums, this.#weights);
    addTo(this.#biasSum, this.#bias);
  }

  /** @param names - the clues in the order of their rows */
  learnt(names: readonly string[]): Omit<FittedModel<string>, 'verdicts'> {
    const rounded = (sums: Float64Array) =>
      Array.from(sums, (sum) => {
        const value = sum / this.#kept;
        return Math.abs(value) < LEAST_WEIGHT ? 0 : Math.round(value * 100) / 100;
      });
    const rowAt = (row: number) => this.#sums.subarray(row * this.#width, (row + 1) * this.#width);
    const weights = names
      .map((clue, row) => [clue, rounded(rowAt(row))] as const)
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
function shuffle<Item>(order: Item[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] as Item;
    order[at] = order[other] as Item;
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
