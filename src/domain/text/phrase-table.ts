import { parsePattern } from './phrase-pattern.ts';
import { type Gap, mayGoOn, PhraseTree, type Place } from './phrase-tree.ts';
import { behindRow, type PhraseWord, PhraseWords } from './phrase-words.ts';
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
  readonly #words: readonly PhraseWord<Value>[];
  readonly #found: { from: number; to: number; value: Value }[] = [];
  /** Where among those found the ones begin that have the first token in common. */
  #sameFrom = 0;
  #from = 0;

  constructor(tree: PhraseTree<Value>, words: readonly PhraseWord<Value>[]) {
    this.#tree = tree;
    this.#words = words;
  }

  findAll(): PhraseMatch<Value>[] {
    const words = this.#words;
    for (let from = 0; from < words.length; from += 1) {
      this.#from = from;
      this.#sameFrom = this.#found.length;
      for (const place of (words[from] as PhraseWord<Value>).firsts) this.#goOn(place, from + 1);
    }
    return this.#found;
  }

  /** Goes on from a phrase that has been read up to `at`. */
  #goOn(place: Place<Value>, at: number): void {
    for (const value of place.values) this.#end(value, at);
    const next = this.#overMark(at);
    const word = this.#words[next];
    if (word === undefined) return;
    if (mayGoOn(place, word.sign)) this.#step(place.number, word, next);
    for (const gap of place.gaps) this.#goOnBehind(gap, next);
  }

  /** Quotation marks inside a phrase do not break it. */
  #overMark(at: number): number {
    return this.#words[at]?.isMark ? at + 1 : at;
  }

  /** Goes on from a place by the token at `at`. */
  #step(place: number, word: PhraseWord<Value>, at: number): void {
    const { paths } = this.#tree;
    for (const number of word.numbers) this.#reach(paths.behind(place, number), at + 1);
    for (const row of word.contracted) this.#reach(behindRow(paths, place, row), at + 1);
  }

  #reach(place: number, at: number): void {
    if (place === WordPaths.START) return;
    const known = this.#tree.at(place);
    if (known) {
      this.#goOn(known, at);
      return;
    }
    const next = this.#overMark(at);
    const word = this.#words[next];
    if (word) this.#step(place, word, next);
  }

  /** A gap does not reach over the end of a clause. */
  #goOnBehind({ after, atMost }: Gap<Value>, at: number): void {
    const last = Math.min(at + atMost, this.#words.length - 1);
    for (let index = at; index <= last; index += 1) {
      const word = this.#words[index] as PhraseWord<Value>;
      if (mayGoOn(after, word.sign)) this.#step(after.number, word, index);
      if (word.endsClause) return;
    }
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
}
