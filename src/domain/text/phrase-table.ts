import { foldWord } from './fold.ts';
import { type PatternStep, type Phrase, parsePattern } from './phrase-pattern.ts';
import { isCapitalised, type Token } from './tokens.ts';
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

/** What was found from one token on: for each value the furthest end. */
type Ends<Value> = Map<Value, number>;

interface Gap {
  readonly atMost: number;
  /** The place behind it. */
  readonly after: number;
}

/** Builds the table from phrases in the notation of `parsePattern`. */
export function buildPhraseTable<Value>(
  phrases: Iterable<readonly [pattern: string, value: Value]>,
): PhraseTable<Value> {
  const phraseTree = new PhraseTree<Value>();
  for (const [pattern, value] of phrases) phraseTree.insert(parsePattern(pattern), value);
  return { findAll: (tokens) => new Walk(phraseTree, tokens).findAll() };
}

/** What ends, or goes on behind a gap, in a place that a path of words comes to. */
interface Place<Value> {
  readonly values: Value[];
  readonly gaps: Gap[];
}

/** Phrases as paths of words. Words that must be printed in a certain way are other words than those that need not. */
class PhraseTree<Value> {
  readonly paths = new WordPaths();
  /** Of the places where a phrase ends or has a gap; of most places there is nothing to know. */
  readonly #known: (Place<Value> | undefined)[] = [];
  /** Numbers of words with a capital, by the word in small letters, and of words that must be printed like that. */
  readonly capitals = new Map<string, number>();
  readonly exact = new Map<string, number>();

  insert(choices: readonly Phrase[], value: Value): void {
    for (const place of this.#behindAnyOf([WordPaths.START], choices)) {
      if (this.#isWordless(place)) continue;
      const { values } = this.#knownOf(place);
      if (!values.includes(value)) values.push(value);
    }
  }

  at(place: number): Place<Value> | undefined {
    return this.#known[place];
  }

  /** Nothing, or a gap that begins a phrase: that would be found everywhere. */
  #isWordless(place: number): boolean {
    return (
      place === WordPaths.START || (this.at(WordPaths.START)?.gaps ?? []).some(({ after }) => after === place)
    );
  }

  #knownOf(place: number): Place<Value> {
    // without holes, or it would be looked up like a map
    while (this.#known.length <= place) this.#known.push(undefined);
    const known = this.#known[place] ?? { values: [], gaps: [] };
    this.#known[place] = known;
    return known;
  }

  #behindAnyOf(places: readonly number[], choices: readonly Phrase[]): readonly number[] {
    return [...new Set(choices.flatMap((phrase) => this.#behindPhrase(places, phrase)))];
  }

  #behindPhrase(places: readonly number[], phrase: Phrase): readonly number[] {
    return phrase.reduce(
      (reached, item) =>
        item.kind === 'choice'
          ? this.#behindAnyOf(reached, item.choices)
          : reached.map((place) => this.#behind(place, item)),
      places,
    );
  }

  #behind(place: number, step: PatternStep): number {
    if (step.kind === 'gap') return this.#behindGap(place, step.atMost);
    const { letterCase } = step;
    const word = letterCase === 'exact' ? step.word : foldWord(step.word);
    if (letterCase === 'any') return this.paths.extend(place, word);
    const name = `${letterCase} ${word}`;
    const behind = this.paths.extend(place, name);
    (letterCase === 'exact' ? this.exact : this.capitals).set(word, this.paths.numberOf(name));
    return behind;
  }

  #behindGap(place: number, atMost: number): number {
    const { gaps } = this.#knownOf(place);
    const known = gaps.find((gap) => gap.atMost === atMost);
    if (known) return known.after;
    const after = this.paths.extend(place, `gap ${atMost}`);
    gaps.push({ atMost, after });
    return after;
  }
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set([';', ':', '.', '!', '?', '(', ')']);
const MARKS: ReadonlySet<string> = new Set(['“', '”', '"', '‘', '’', '«', '»', '„']);

/** In how many ways a token's word may be meant by a phrase. */
const WAYS = 3;

/** One reading of a row of tokens. */
class Walk<Value> {
  readonly #tree: PhraseTree<Value>;
  readonly #tokens: readonly Token[];
  /** For each token the numbers of its word in any case, of its word with a capital, and of what is printed; or -1. */
  readonly #words: Int32Array;
  readonly #ends: Ends<Value> = new Map();
  /** Whether a word with "n't" is among them. */
  #isContracted = false;

  constructor(tree: PhraseTree<Value>, tokens: readonly Token[]) {
    this.#tree = tree;
    this.#tokens = tokens;
    this.#words = new Int32Array(tokens.length * WAYS);
    for (let at = 0; at < tokens.length; at += 1) this.#number(at, tokens[at] as Token);
  }

  #number(at: number, token: Token): void {
    const { paths, capitals, exact } = this.#tree;
    this.#words[at * WAYS] = paths.numberOf(token.word);
    this.#words[at * WAYS + 1] = isCapitalised(token) ? (capitals.get(token.word) ?? -1) : -1;
    this.#words[at * WAYS + 2] = exact.get(token.text) ?? -1;
    this.#isContracted ||= token.word.endsWith("n't");
  }

  findAll(): PhraseMatch<Value>[] {
    const found: PhraseMatch<Value>[] = [];
    for (let from = 0; from < this.#tokens.length; from += 1) {
      this.#step(WordPaths.START, from);
      if (this.#ends.size === 0) continue;
      for (const [value, to] of this.#ends) found.push({ from, to, value });
      this.#ends.clear();
    }
    return found;
  }

  /** Goes on from a place by the token at `at`. */
  #step(place: number, at: number): void {
    const token = this.#tokens[at];
    if (token === undefined) return;
    for (let way = at * WAYS; way < (at + 1) * WAYS; way += 1)
      this.#walkBy(place, this.#words[way] ?? -1, at);
    if (this.#isContracted && token.word.endsWith("n't")) this.#stepOverContraction(place, at);
  }

  #walkBy(place: number, word: number, at: number): void {
    if (word < 0) return;
    const behind = this.#tree.paths.behind(place, word);
    if (behind !== WordPaths.START) this.#walk(behind, at + 1);
  }

  /** Goes on from a phrase that has been read up to `at`. Quotation marks inside a phrase do not break it. */
  #walk(place: number, at: number): void {
    const known = this.#tree.at(place);
    if (known) this.#end(known.values, at);
    const next = isMark(this.#tokens[at]) ? at + 1 : at;
    this.#step(place, next);
    if (known) for (const { atMost, after } of known.gaps) this.#walkGap(after, next, atMost);
  }

  #end(values: readonly Value[], at: number): void {
    for (const value of values) {
      const known = this.#ends.get(value);
      if (known === undefined || known < at) this.#ends.set(value, at);
    }
  }

  /** A gap does not reach over the end of a clause. */
  #walkGap(place: number, at: number, atMost: number): void {
    const last = Math.min(at + atMost, this.#tokens.length - 1);
    for (let index = at; index <= last; index += 1) {
      this.#step(place, index);
      if (CLAUSE_ENDS.has(this.#tokens[index]?.text ?? '')) return;
    }
  }

  /** "Don't" is read as the "do not" of a phrase, and as the "not" that a phrase begins or goes on with. */
  #stepOverContraction(place: number, at: number): void {
    const { paths } = this.#tree;
    const verb = this.#tokens[at]?.word.slice(0, -"n't".length) ?? '';
    const behindVerb = paths.behind(place, paths.numberOf(CONTRACTED.get(verb) ?? verb));
    if (behindVerb !== WordPaths.START) this.#walkBy(behindVerb, paths.numberOf('not'), at);
    this.#walkBy(place, paths.numberOf('not'), at);
    this.#walkBy(place, paths.numberOf("n't"), at);
  }
}

function isMark(token: Token | undefined): boolean {
  return token !== undefined && token.text.length === 1 && MARKS.has(token.text);
}

const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
]);
