import { WordPaths } from '../text/word-paths.ts';
import type { ClueSink } from './clue-sink.ts';
import type { WeightTable } from './weight-table.ts';

/** Adds up the weights of clues, and needs none of their names. */
export class ClueSums implements ClueSink<number> {
  readonly start = WordPaths.START;
  /** One for each verdict. */
  readonly sums: Float64Array;
  readonly #table: WeightTable;
  readonly #seen = new Set<number>();
  /** Places of clues that have no weights, so that they are counted once as well. */
  #beyond: Map<string, number> | undefined;
  #latest: string | undefined;
  #numberOfLatest = -1;

  constructor(table: WeightTable) {
    this.#table = table;
    this.sums = new Float64Array(table.width);
  }

  /** How many clues there were. */
  get count(): number {
    return this.#seen.size;
  }

  to(place: number, word: string): number {
    const { paths } = this.#table;
    const number = this.#numberOf(word);
    if (number < 0 && word.includes(' ')) return this.#along(place, word);
    const next = number < 0 || place >= paths.places ? WordPaths.START : paths.behind(place, number);
    return next === WordPaths.START ? this.#beyondTo(place, word) : next;
  }

  put(place: number): void {
    if (this.#seen.has(place)) return;
    this.#seen.add(place);
    this.#table.addTo(this.sums, place);
  }

  /** A word is asked for several times in a row: alone, behind the one before it, before the one behind it. */
  #numberOf(word: string): number {
    if (word === this.#latest) return this.#numberOfLatest;
    this.#latest = word;
    this.#numberOfLatest = this.#table.paths.numberOf(word);
    return this.#numberOfLatest;
  }

  #along(place: number, phrase: string): number {
    return phrase.split(' ').reduce((at, word) => this.to(at, word), place);
  }

  #beyondTo(place: number, word: string): number {
    this.#beyond ??= new Map();
    const name = `${place} ${word}`;
    const known = this.#beyond.get(name);
    if (known !== undefined) return known;
    const made = this.#table.paths.places + this.#beyond.size;
    this.#beyond.set(name, made);
    return made;
  }
}
