import type { WordPaths } from '../text/word-paths.ts';

/** The numbers of an article's words: those of the paths of a table, and numbers behind them for words that are in none. */
export class WordNumbers {
  readonly #paths: WordPaths;
  readonly #strange = new Map<string, number>();

  constructor(paths: WordPaths) {
    this.#paths = paths;
  }

  of(word: string): number {
    const number = this.#paths.numberOf(word);
    return number < 0 ? this.#ofStrange(word) : number;
  }

  #ofStrange(word: string): number {
    const known = this.#strange.get(word);
    if (known !== undefined) return known;
    const number = this.#paths.words + this.#strange.size;
    this.#strange.set(word, number);
    return number;
  }
}
