import { WordPaths } from '../text/word-paths.ts';

export type WeightsOfClue = readonly [clue: string, values: readonly number[]];

/** Weights of clues, one for each verdict. A clue is a path of words; all weights lie in one array, those of a clue side by side. */
export class WeightTable {
  /** How many weights a clue has. */
  readonly width: number;
  readonly paths: WordPaths;
  /** For each place of a path its weights, 0s where no clue ends; single precision keeps the hundredths of fitted weights, in half the memory. */
  readonly #values: Float32Array;

  /**
   * @param clues - each with `width` numbers, or none for 0s
   * @param unit - the number that stands for a weight of 1
   */
  constructor(clues: readonly WeightsOfClue[], width: number, unit: number) {
    this.width = width;
    this.paths = new WordPaths();
    const ends = clues.map(([clue]) => this.#insert(clue));
    this.#values = new Float32Array(this.paths.places * width);
    for (const [at, [, own]] of clues.entries()) {
      const start = (ends[at] ?? 0) * width;
      for (let verdict = 0; verdict < own.length; verdict += 1)
        this.#values[start + verdict] = (own[verdict] ?? 0) / unit;
    }
  }

  #insert(clue: string): number {
    return clue.split(' ').reduce((place, word) => this.paths.extend(place, word), WordPaths.START);
  }

  /** Adds the weights of the clue that ends in a place to one sum for each verdict; nothing where none ends. */
  addTo(sums: Float64Array, place: number): void {
    if (place >= this.paths.places) return;
    const start = place * this.width;
    for (let at = 0; at < this.width; at += 1) sums[at] = (sums[at] ?? 0) + (this.#values[start + at] ?? 0);
  }
}

/**
 * @param clues - each with `width` numbers, or none for 0s
 * @param unit - the number that stands for a weight of 1
 */
export function weightTable(clues: readonly WeightsOfClue[], width: number, unit = 1): WeightTable {
  return new WeightTable(clues, width, unit);
}
