import { NOWHERE, WordEdges } from './word-edges.ts';

const FEWEST_PLACES = 8;
/** Of the 32 bits of a sign. */
const LAST_BIT = 31;
const START = NOWHERE;

/**
 * Paths of words that share their beginnings, as a trie by numbers, for what is looked up thousands of times for an
 * article. Places are numbered from the start, which is 0.
 */
export class WordPaths {
  static readonly START = START;
  readonly #words = new Map<string, number>();
  readonly #edges = new WordEdges();
  #places = 1;
  /** For each word the place that it leads to from the start, where every look-up begins. */
  readonly #firsts: number[] = [];
  /** For each place a bit for the words of the edges that leave it, so that most that is asked for in vain is not looked up. */
  #signs = new Int32Array(FEWEST_PLACES);

  /** How many places there are; numbers from here on are nobody's. */
  get places(): number {
    return this.#places;
  }

  /** How many words there are; numbers from here on are no word's. */
  get words(): number {
    return this.#words.size;
  }

  /** The number of a word, or -1 for one that is in no path. */
  numberOf(word: string): number {
    return this.#words.get(word) ?? -1;
  }

  /** The place one word behind another, or `START` where no path goes on like that. */
  behind(place: number, word: number): number {
    if (place === START) return this.#firsts[word] ?? START;
    if ((((this.#signs[place] ?? 0) >>> (word & LAST_BIT)) & 1) === 0) return START;
    return this.#edges.behind(place, word);
  }

  /** The same, for a place that there will be from now on. */
  extend(place: number, word: string): number {
    const number = this.#numbered(word);
    const known = this.behind(place, number);
    if (known !== START) return known;
    if (place === START) this.#firsts[number] = this.#places;
    else this.#addEdge(place, number);
    this.#places += 1;
    return this.#places - 1;
  }

  #numbered(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const number = this.#words.size;
    this.#words.set(word, number);
    this.#firsts.push(START);
    return number;
  }

  #addEdge(place: number, word: number): void {
    this.#edges.add(place, word, this.#places);
    while (place >= this.#signs.length) this.#signs = doubled(this.#signs);
    this.#signs[place] = (this.#signs[place] ?? 0) | (1 << (word & LAST_BIT));
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
