import { WordPaths } from '../text/word-paths.ts';
import type { ClueSink } from './clue-sink.ts';
import type { WeightTable } from './weight-table.ts';

/** A power of two; most sentences have half as many clues. */
const FEWEST_SLOTS = 128;
/** Far more than a table and an article have; with 31 bits of a place in front of it a key is still exact. */
const MOST_WORDS = 2 ** 22;

/** Adds up the weights of clues, and needs none of their names. */
export class ClueSums implements ClueSink<number> {
  readonly start = WordPaths.START;
  /** One for each verdict. */
  readonly sums: Float64Array;
  readonly #table: WeightTable;
  /** Places of clues by what they hash to, each one higher: 0 is free. */
  #seen = new Int32Array(FEWEST_SLOTS);
  #count = 0;
  /** Places of clues that have no weights, by the place before and the word's number, so that they are counted once as well. */
  readonly #beyond = new Map<number, number>();
  /** Numbers of words that are in no clue, which an article says again and again. */
  readonly #strange = new Map<string, number>();
  #latest: string | undefined;
  #numberOfLatest = -1;

  constructor(table: WeightTable) {
    this.#table = table;
    this.sums = new Float64Array(table.width);
  }

  /** How many clues there were. */
  get count(): number {
    return this.#count;
  }

  to(place: number, word: string): number {
    const { paths } = this.#table;
    const number = this.#numberOf(word);
    if (number >= paths.words && word.includes(' ')) return this.#along(place, word);
    const isKnown = number < paths.words && place < paths.places;
    const next = isKnown ? paths.behind(place, number) : WordPaths.START;
    return next === WordPaths.START ? this.#beyondTo(place, number) : next;
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

  /** A word is asked for several times in a row: alone, behind the one before it, before the one behind it. */
  #numberOf(word: string): number {
    if (word === this.#latest) return this.#numberOfLatest;
    const number = this.#table.paths.numberOf(word);
    this.#latest = word;
    this.#numberOfLatest = number < 0 ? this.#numberOfStrange(word) : number;
    return this.#numberOfLatest;
  }

  #numberOfStrange(word: string): number {
    const known = this.#strange.get(word);
    if (known !== undefined) return known;
    const number = this.#table.paths.words + this.#strange.size;
    this.#strange.set(word, number);
    return number;
  }

  #along(place: number, phrase: string): number {
    return phrase.split(' ').reduce((at, word) => this.to(at, word), place);
  }

  #beyondTo(place: number, word: number): number {
    const key = place * MOST_WORDS + word;
    const known = this.#beyond.get(key);
    if (known !== undefined) return known;
    const made = this.#table.paths.places + this.#beyond.size;
    this.#beyond.set(key, made);
    return made;
  }
}
