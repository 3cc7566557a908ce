import { parsePattern } from './phrase-pattern.ts';
import { type Gap, PhraseTree } from './phrase-tree.ts';
import { NO_WORD, type PhraseWord, PhraseWords } from './phrase-words.ts';
import type { Token } from './tokens.ts';
import { WordPaths } from './word-paths.ts';

/** A phrase found in a row of tokens: token numbers, end exclusive, and what the phrase stands for. */
export interface PhraseMatch<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/** Finds thousands of phrases in one walk over the tokens. */
export interface PhraseTable<Value> {
  /** All matches, in the order of their first token; overlapping ones are all reported. */
  findAll(tokens: readonly Token[]): PhraseMatch<Value>[];
}

/** Builds the table from phrases in the notation of `parsePattern`. */
export function buildPhraseTable<Value>(
  phrases: Iterable<readonly [pattern: string, value: Value]>,
): PhraseTable<Value> {
  const tree = new PhraseTree<Value>();
  for (const [pattern, value] of phrases) tree.insert(parsePattern(pattern), value);
  const words = new PhraseWords(tree);
  return { findAll: (tokens) => new Walk(tree, words.ofAll(tokens)).findAll() };
}

/** One reading of a row of tokens. */
class Walk<Value> {
  readonly #tree: PhraseTree<Value>;
  readonly #words: readonly PhraseWord[];
  readonly #found: { from: number; to: number; value: Value }[] = [];
  /** Where among those found the ones begin that have the first token in common. */
  #sameFrom = 0;
  #from = 0;

  constructor(tree: PhraseTree<Value>, words: readonly PhraseWord[]) {
    this.#tree = tree;
    this.#words = words;
  }

  findAll(): PhraseMatch<Value>[] {
    for (let from = 0; from < this.#words.length; from += 1) {
      if (!this.#words[from]?.begins) continue;
      this.#from = from;
      this.#sameFrom = this.#found.length;
      this.#step(WordPaths.START, from);
    }
    return this.#found;
  }

  /** Goes on from a place by the token at `at`. */
  #step(place: number, at: number): void {
    const word = this.#words[at];
    if (word === undefined) return;
    for (const number of word.numbers) this.#walk(this.#tree.paths.behind(place, number), at + 1);
    for (const row of word.contracted) this.#walk(this.#behindRow(place, row), at + 1);
  }

  #behindRow(place: number, [first = NO_WORD, second]: readonly number[]): number {
    const behind = this.#tree.paths.behind(place, first);
    return second === undefined || behind === WordPaths.START
      ? behind
      : this.#tree.paths.behind(behind, second);
  }

  /** Goes on from a phrase that has been read up to `at`. Quotation marks inside a phrase do not break it. */
  #walk(place: number, at: number): void {
    if (place === WordPaths.START) return;
    const known = this.#tree.at(place);
    if (known) for (const value of known.values) this.#end(value, at);
    const next = this.#words[at]?.isMark ? at + 1 : at;
    this.#step(place, next);
    if (known) for (const gap of known.gaps) this.#walkGap(gap, next);
  }

  /** For each value, of the ends that it has from one token on, the furthest counts. */
  #end(value: Value, to: number): void {
    for (let index = this.#sameFrom; index < this.#found.length; index += 1) {
      const match = this.#found[index];
      if (match?.value !== value) continue;
      match.to = Math.max(match.to, to);
      return;
    }
    this.#found.push({ from: this.#from, to, value });
  }

  /** A gap does not reach over the end of a clause. */
  #walkGap({ after, atMost, signs }: Gap, at: number): void {
    const last = Math.min(at + atMost, this.#words.length - 1);
    for (let index = at; index <= last; index += 1) {
      const word = this.#words[index] as PhraseWord;
      if (word.signs & signs) this.#step(after, index);
      if (word.endsClause) return;
    }
  }
}
