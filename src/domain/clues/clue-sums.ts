import { NOWHERE, WordEdges } from '../text/word-edges.ts';
import { WordPaths } from '../text/word-paths.ts';
import type { WordSink } from './clue-sink.ts';
import type { WeightTable } from './weight-table.ts';
import { WordNumbers } from './word-numbers.ts';

/** A power of two; nearly all sentences have half as many clues. */
const FEWEST_SLOTS = 256;

/** Adds up the weights of clues, and needs none of their names. */
export class ClueSums implements WordSink<number, number> {
  readonly start = WordPaths.START;
  /** One for each verdict. */
  readonly sums: Float64Array;
  readonly #table: WeightTable;
  readonly #numbers: WordNumbers;
  /** Numbers of words and of places from here on are in no clue of the table. */
  readonly #words: number;
  readonly #places: number;
  /** Places of clues by what they hash to, each one higher: 0 is free. */
  #seen = new Int32Array(FEWEST_SLOTS);
  #count = 0;
  /** To places of clues that have no weights, so that they are counted once as well. */
  readonly #beyond = new WordEdges();

  /** @param numbers - shared by sums of one table that are asked for the same words */
  constructor(table: WeightTable, numbers = new WordNumbers(table.paths)) {
    this.#table = table;
    this.#numbers = numbers;
    this.#words = table.paths.words;
    this.#places = table.paths.places;
    this.sums = new Float64Array(table.width);
  }

  /** How many clues there were. */
  get count(): number {
    return this.#count;
  }

  wordOf(word: string): number {
    return this.#numbers.of(word);
  }

  to(place: number, word: string): number {
    return this.by(place, this.#numbers.of(word));
  }

  by(place: number, word: number): number {
    if (word >= this.#words) return this.#byStrange(place, word);
    const next = place < this.#places ? this.#table.paths.behind(place, word) : WordPaths.START;
    return next === WordPaths.START ? this.#beyondBy(place, word) : next;
  }

  put(place: number): void {
    const slot = this.#slotOf(place);
    if (this.#seen[slot] !== 0) return;
    this.#seen[slot] = place + 1;
    this.#count += 1;
    if (this.#count * 2 > this.#seen.length) this.#grow();
    this.#table.addTo(this.sums, place);
  }

  /** Forgets all clues, so that those of something else can be put. */
  clear(): void {
    this.sums.fill(0);
    this.#seen.fill(0);
    this.#count = 0;
    this.#beyond.clear();
  }

  /** Where a place is among those seen, or room for it: open addressing, with the factor of Knuth's multiplicative hashing. */
  #slotOf(place: number): number {
    const last = this.#seen.length - 1;
    const mixed = Math.imul(place, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & last;
    while (this.#seen[slot] !== 0 && this.#seen[slot] !== place + 1) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const old = this.#seen;
    this.#seen = new Int32Array(old.length * 2);
    for (const seen of old) if (seen !== 0) this.#seen[this.#slotOf(seen - 1)] = seen;
  }

  #byStrange(place: number, word: number): number {
    const phrase = this.#numbers.phraseOf(word);
    if (phrase === undefined) return this.#beyondBy(place, word);
    return phrase.reduce((at, each) => this.by(at, each), place);
  }

  #beyondBy(place: number, word: number): number {
    const known = this.#beyond.behind(place, word);
    if (known !== NOWHERE) return known;
    const made = this.#places + this.#beyond.size;
    this.#beyond.add(place, word, made);
    return made;
  }
}
