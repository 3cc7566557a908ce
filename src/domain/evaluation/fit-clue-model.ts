import { type ClueModel, type Clues, probabilitiesOf } from '../clues/clue-model.ts';

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
): ClueModel<Verdict> {
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
  readonly #weights: Map<string, number[]>;
  readonly #squares: Map<string, number[]>;
  readonly #sums: Map<string, number[]>;
  readonly #bias: number[];
  readonly #biasSum: number[];
  readonly #biasSquares: number[];
  /** How many times weights were added to the sums. */
  #kept = 0;

  constructor(names: readonly string[], verdicts: readonly Verdict[]) {
    const row = (value: number) => verdicts.map(() => value);
    this.#verdicts = verdicts;
    this.#weights = new Map(names.map((name) => [name, row(0)]));
    this.#squares = new Map(names.map((name) => [name, row(START)]));
    this.#sums = new Map(names.map((name) => [name, row(0)]));
    this.#bias = row(0);
    this.#biasSum = row(0);
    this.#biasSquares = row(START);
  }

  learn({ clues, verdict, weight }: ClueSample<Verdict>): void {
    const wrong = probabilitiesOf({ bias: this.#bias, weights: this.#weights }, clues).map(
      (probability, at) => (probability - Number(this.#verdicts[at] === verdict)) * weight,
    );
    step(this.#bias, this.#biasSquares, wrong, BIAS_RATE);
    for (const { names, scale } of clues) for (const name of names) this.#learnName(name, wrong, scale);
  }

  #learnName(name: string, wrong: readonly number[], scale: number): void {
    const own = this.#weights.get(name);
    const squares = this.#squares.get(name);
    if (own === undefined || squares === undefined) return;
    const gradient = wrong.map((value, at) => value * scale + SHRINKAGE * (own[at] ?? 0));
    step(own, squares, gradient, RATE);
  }

  /** Adds the weights as they are now to those that are averaged. */
  keep(): void {
    this.#kept += 1;
    for (const [name, values] of this.#weights) addTo(this.#sums.get(name), values);
    addTo(this.#biasSum, this.#bias);
  }

  learnt(): Pick<ClueModel<Verdict>, 'bias' | 'weights'> {
    const mean = (values: readonly number[]) => values.map((value) => value / this.#kept);
    const rounded = (values: readonly number[]) =>
      values.map((value) => (Math.abs(value) < LEAST_WEIGHT ? 0 : Math.round(value * 100) / 100));
    const weights = [...this.#sums]
      .map(([clue, values]) => [clue, rounded(mean(values))] as const)
      .filter(([, values]) => values.some((value) => value !== 0))
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return { bias: rounded(mean(this.#biasSum)), weights: new Map(weights) };
  }
}

function step(values: number[], squares: number[], gradient: readonly number[], rate: number): void {
  for (const [at, slope] of gradient.entries()) {
    squares[at] = (squares[at] ?? 0) + slope * slope;
    values[at] = (values[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
  }
}

function addTo(sums: number[] | undefined, values: readonly number[]): void {
  if (sums) for (const [at, value] of values.entries()) sums[at] = (sums[at] ?? 0) + value;
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
