import { WordPaths } from '../text/word-paths.ts';

const NO_ROW = -1;

export type WeightsOfClue = readonly [clue: string, values: readonly number[]];

/** Weights of clues, one for each verdict. A clue is a path of words; all weights lie in one array, those of a clue side by side. */
export class WeightTable {
  /** How many weights a clue has. */
  readonly width: number;
  readonly paths: WordPaths;
  /** For each place of a path its row, or -1. */
  readonly #rows: Int32Array;
  /** Row behind row; single precision keeps the hundredths of fitted weights, in half the memory. */
  readonly #values: Float32Array;

  /**
   * @param clues - each with `width` numbers, or none for 0s
   * @param unit - the number that stands for a weight of 1
   */
  constructor(clues: readonly WeightsOfClue[], width: number, unit: number) {
    this.width = width;
    this.paths = new WordPaths();
    this.#values = new Float32Array(clues.length * width);
    const ends = clues.map(([clue]) => this.#insert(clue));
    this.#rows = new Int32Array(this.paths.places).fill(NO_ROW);
    for (let row = 0; row < clues.length; row += 1) {
      this.#rows[ends[row] ?? 0] = row;
      const own = clues[row]?.[1] ?? [];
      for (let at = 0; at < own.length; at += 1) this.#values[row * width + at] = (own[at] ?? 0) / unit;
    }
  }

  #insert(clue: string): number {
    return clue.split(' ').reduce((place, word) => this.paths.extend(place, word), WordPaths.START);
  }

  /** Adds the weights of the clue that ends in a place to one sum for each verdict; nothing where none ends. */
  addTo(sums: Float64Array, place: number): void {
    const row = this.#rows[place] ?? NO_ROW;
    if (row === NO_ROW) return;
    const start = row * this.width;
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
