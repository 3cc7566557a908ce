import { type PhraseTree, signOf } from './phrase-tree.ts';
import { isCapitalised, type Token } from './tokens.ts';
import { WordPaths } from './word-paths.ts';

/** What a token may be to the phrases of a tree; it depends on nothing but what is printed. */
export interface PhraseWord {
  /** The numbers of its word in any case, of its word with a capital, and of what is printed, as far as phrases have them. */
  readonly numbers: readonly number[];
  /** The signs of all words that it may be. */
  readonly signs: number;
  /** Whether a phrase may begin with it. */
  readonly begins: boolean;
  /** The rows of words that a contraction is read as. */
  readonly contracted: readonly (readonly number[])[];
  readonly isMark: boolean;
  readonly endsClause: boolean;
}

/** Newsrooms use few words, and an archive of names and figures ever more: beyond so many it begins anew. */
const MOST_KEPT = 50_000;
/** Of a longer word the engine would keep the whole article that it was cut from. */
const LONGEST_KEPT = 12;

/** Looks up what a token is to the phrases of a tree, each printed form once. */
export class PhraseWords {
  readonly #tree: PhraseTree<unknown>;
  readonly #known = new Map<string, PhraseWord>();

  constructor(tree: PhraseTree<unknown>) {
    this.#tree = tree;
  }

  ofAll(tokens: readonly Token[]): PhraseWord[] {
    return tokens.map((token) => this.#of(token));
  }

  #of(token: Token): PhraseWord {
    const known = this.#known.get(token.text);
    if (known !== undefined) return known;
    const word = this.#lookUp(token);
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    if (token.text.length <= LONGEST_KEPT) this.#known.set(token.text, word);
    return word;
  }

  #lookUp(token: Token): PhraseWord {
    const { paths, capitals, exact } = this.#tree;
    const { text, word } = token;
    const capital = isCapitalised(token) ? capitals.get(word) : undefined;
    const numbers = [paths.numberOf(word), capital ?? NO_WORD, exact.get(text) ?? NO_WORD].filter(isKnown);
    const contracted = this.#contracted(word);
    const first = [...numbers, ...contracted.flatMap(([number]) => number ?? [])];
    return {
      numbers,
      contracted,
      signs: first.reduce((signs, number) => signs | signOf(number), 0),
      begins: first.some((number) => paths.behind(WordPaths.START, number) !== WordPaths.START),
      isMark: MARKS.has(text),
      endsClause: CLAUSE_ENDS.has(text),
    };
  }

  /** "Don't" is read as the "do not" of a phrase, and as the "not" that a phrase begins or goes on with. */
  #contracted(word: string): readonly (readonly number[])[] {
    if (!word.endsWith(NOT)) return [];
    const verb = word.slice(0, -NOT.length);
    const rows = [[CONTRACTED.get(verb) ?? verb, 'not'], ['not'], [NOT]];
    return rows
      .map((row) => row.map((each) => this.#tree.paths.numberOf(each)))
      .filter((row) => row.every(isKnown));
  }
}

/** The number of a word that no phrase has. */
export const NO_WORD = -1;

function isKnown(number: number): boolean {
  return number !== NO_WORD;
}

const NOT = "n't";
const CLAUSE_ENDS: ReadonlySet<string> = new Set([';', ':', '.', '!', '?', '(', ')']);
const MARKS: ReadonlySet<string> = new Set(['“', '”', '"', '‘', '’', '«', '»', '„']);
const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
]);
