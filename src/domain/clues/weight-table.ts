/** Numbers of an edge: the place it leaves, its word, the place it comes to, and the row of weights there or -1. */
const EDGE = 4;
const NO_ROW = -1;
/** More than half full, a table is slow to tell that something is not in it. */
const MOST_FULL = 0.5;

/**
 * Weights of clues, one for each verdict. A clue is a path of words; its edges and its weights lie each in one array, so
 * that what is looked up thousands of times for an article is found by numbers in few places of memory.
 */
export class WeightTable {
  /** The place where every clue begins. */
  static readonly START = 0;
  /** How many weights a clue has. */
  readonly width: number;
  /** How many places there are; those from here on are nobody's. */
  readonly places: number;
  readonly #words = new Map<string, number>();
  /** Edges by what they hash to, with open addressing; an edge that comes to no place is free. */
  readonly #edges: Int32Array;
  readonly #mask: number;
  /** For each place its row. */
  readonly #rows: Int32Array;
  /** Row behind row; single precision keeps the hundredths of fitted weights, in half the memory. */
  readonly #values: Float32Array;

  /** @param weights - for each clue `width` numbers, or none for 0s */
  constructor(weights: Iterable<readonly [clue: string, values: readonly number[]]>, width: number) {
    const clues = [...weights];
    const paths = clues.map(([clue]) => clue.split(' '));
    const words = paths.reduce((sum, { length }) => sum + length, 0);
    const slots = 2 ** Math.ceil(Math.log2(words / MOST_FULL + 1));
    this.width = width;
    this.#edges = new Int32Array(slots * EDGE);
    this.#mask = slots - 1;
    this.#values = new Float32Array(clues.length * width);
    const rows = [NO_ROW];
    for (const [row, path] of paths.entries()) {
      rows[this.#insert(path, rows)] = row;
      this.#values.set(clues[row]?.[1] ?? [], row * width);
    }
    this.#rows = Int32Array.from(rows);
    this.places = rows.length;
  }

  #insert(path: readonly string[], rows: number[]): number {
    let place = WeightTable.START;
    for (const each of path) {
      const word = this.#words.get(each) ?? this.#words.size;
      this.#words.set(each, word);
      const slot = this.#slotOf(place, word);
      if (this.#edges[slot + 2] === 0) {
        this.#edges.set([place, word, rows.length], slot);
        rows.push(NO_ROW);
      }
      place = this.#edges[slot + 2] ?? 0;
    }
    return place;
  }

  /** The number of a word, or `undefined` for one that is in no clue. */
  numberOf(word: string): number | undefined {
    return this.#words.get(word);
  }

  /** The place one word behind another place; `START` where no clue goes on like that. */
  behind(place: number, word: number): number {
    return this.#edges[this.#slotOf(place, word) + 2] ?? 0;
  }

  /** Where the edge is, or a free place for it. */
  #slotOf(place: number, word: number): number {
    const edges = this.#edges;
    let slot = (Math.imul(place, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (edges[slot * EDGE + 2] !== 0 && (edges[slot * EDGE] !== place || edges[slot * EDGE + 1] !== word))
      slot = (slot + 1) & this.#mask;
    return slot * EDGE;
  }

  /** Adds the weights of the clue that ends in a place to one sum for each verdict; nothing where none ends. */
  addTo(sums: Float64Array, place: number): void {
    const row = this.#rows[place] ?? NO_ROW;
    if (row === NO_ROW) return;
    const start = row * this.width;
    for (let at = 0; at < this.width; at += 1) sums[at] = (sums[at] ?? 0) + (this.#values[start + at] ?? 0);
  }
}

/** @param weights - for each clue `width` numbers, or none for 0s */
export function weightTable(
  weights: Iterable<readonly [clue: string, values: readonly number[]]>,
  width: number,
): WeightTable {
  return new WeightTable(weights, width);
}
