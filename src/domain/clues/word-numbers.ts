import type { WordPaths } from '../text/word-paths.ts';

/**
 * The numbers of the words that an article's clues have: those of the paths of a table, and numbers behind them for
 * words that are in none, and for phrases.
 */
export class WordNumbers {
  readonly #paths: WordPaths;
  readonly #strange = new Map<string, number>();
  /** For each strange one its words, where it is a phrase. */
  readonly #phrases: (readonly number[] | undefined)[] = [];

  constructor(paths: WordPaths) {
    this.#paths = paths;
  }

  of(word: string): number {
    const number = this.#paths.numberOf(word);
    return number < 0 ? this.#ofStrange(word) : number;
  }

  /** The words of a number that is a phrase's. */
  phraseOf(number: number): readonly number[] | undefined {
    return this.#phrases[number - this.#paths.words];
  }

  #ofStrange(word: string): number {
    const known = this.#strange.get(word);
    if (known !== undefined) return known;
    const phrase = word.includes(' ') ? word.split(' ').map((each) => this.of(each)) : undefined;
    const number = this.#paths.words + this.#strange.size;
    this.#strange.set(word, number);
    this.#phrases.push(phrase);
    return number;
  }
}
