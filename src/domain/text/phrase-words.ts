import { type PhraseTree, type Place, signOf } from './phrase-tree.ts';
import { isCapitalised, type Token } from './tokens.ts';
import { WordMemory } from './word-memory.ts';
import { WordPaths } from './word-paths.ts';

/** What a token may be to the phrases of a tree; it depends on nothing but what is printed. */
export interface PhraseWord<Value> {
  /** The places that it leads to as the first of a phrase. */
  readonly firsts: readonly Place<Value>[];
  /** What the signs of all words that it may be have in common. */
  readonly sign: number;
  /** The numbers of its word in any case, of its word with a capital, and of what is printed, as far as phrases have them. */
  readonly numbers: readonly number[];
  /** The rows of words that a contraction is read as. */
  readonly contracted: readonly (readonly number[])[];
  readonly isMark: boolean;
  readonly endsClause: boolean;
}

const MOST_KEPT = 50_000;

/** Looks up what a token is to the phrases of a tree, each printed form once. */
export class PhraseWords<Value> {
  readonly #tree: PhraseTree<Value>;
  readonly #known = new WordMemory<PhraseWord<Value>>(MOST_KEPT);

  constructor(tree: PhraseTree<Value>) {
    this.#tree = tree;
  }

  ofAll(tokens: readonly Token[]): PhraseWord<Value>[] {
    return tokens.map((token) => this.#of(token));
  }

  #of(token: Token): PhraseWord<Value> {
    const known = this.#known.get(token.text);
    if (known !== undefined) return known;
    const word = this.#lookUp(token);
    this.#known.keep(token.text, word);
    return word;
  }

  #lookUp(token: Token): PhraseWord<Value> {
    const { paths, capitals, exact } = this.#tree;
    const { text, word } = token;
    const capital = isCapitalised(token) ? capitals.get(word) : undefined;
    const numbers = [paths.numberOf(word), capital ?? NO_WORD, exact.get(text) ?? NO_WORD].filter(isKnown);
    const contracted = this.#contracted(word);
    const rows = [...numbers.map((number) => [number]), ...contracted];
    return {
      firsts: rows.flatMap((row) => this.#behindRow(row)),
      sign: rows.reduce((sign, [number = NO_WORD]) => sign & signOf(number), ALL_BITS),
      numbers,
      contracted,
      isMark: MARKS.has(text),
      endsClause: CLAUSE_ENDS.has(text),
    };
  }

  #behindRow(row: readonly number[]): Place<Value>[] {
    const place = behindRow(this.#tree.paths, WordPaths.START, row);
    return place === WordPaths.START ? [] : [this.#tree.placeOf(place)];
  }

  /** "Don't" is read as the "do not" of a phrase, and as the "not" that a phrase begins or goes on with. */
  #contracted(word: string): readonly (readonly number[])[] {
    if (!word.endsWith(NOT)) return NONE;
    const verb = word.slice(0, -NOT.length);
    const rows = [[CONTRACTED.get(verb) ?? verb, 'not'], ['not'], [NOT]];
    return rows
      .map((row) => row.map((each) => this.#tree.paths.numberOf(each)))
      .filter((row) => row.every(isKnown));
  }
}

/** The place behind a row of words, or the start where no path goes on like that. */
export function behindRow(paths: WordPaths, from: number, row: readonly number[]): number {
  let place = from;
  for (const number of row) {
    place = paths.behind(place, number);
    if (place === WordPaths.START) return place;
  }
  return place;
}

/** The number of a word that no phrase has. */
const NO_WORD = -1;

const ALL_BITS = -1;

function isKnown(number: number): boolean {
  return number !== NO_WORD;
}

const NONE: readonly never[] = [];
const NOT = "n't";
const CLAUSE_ENDS: ReadonlySet<string> = new Set([';', ':', '.', '!', '?', '(', ')']);
const MARKS: ReadonlySet<string> = new Set(['“', '”', '"', '‘', '’', '«', '»', '„']);
const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
]);
