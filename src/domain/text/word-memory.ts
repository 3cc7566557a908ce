/** A longer piece of a text would keep the whole text in memory, and longer words are seldom met again. */
const LONGEST_KEPT = 12;

/**
 * What was found out of printed words, for longer than one article: newsrooms use few words, and an archive of names and
 * figures ever more. Beyond so many it begins anew.
 */
export class WordMemory<Value> {
  readonly #most: number;
  readonly #kept = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(word: string): Value | undefined {
    return this.#kept.get(word);
  }

  keep(word: string, value: Value): void {
    if (word.length > LONGEST_KEPT) return;
    if (this.#kept.size >= this.#most) this.#kept.clear();
    this.#kept.set(word, value);
  }
}
