import { foldWord } from './fold.ts';
import { expandPattern, type PatternStep } from './phrase-pattern.ts';
import { isCapitalised, type Token } from './tokens.ts';

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

type Children<Value> = Map<string, Node<Value>>;

/**
 * A trie's node. Words that must be printed in a certain way are kept apart from those that need not. Most of the tens
 * of thousands of nodes are leaves, so that nothing is made before it holds something.
 */
interface Node<Value> {
  anyCase?: Children<Value>;
  capital?: Children<Value>;
  exact?: Children<Value>;
  gaps?: { readonly atMost: number; readonly after: Node<Value> }[];
  values?: Value[];
}

/** What was found from one token on: for each value the furthest end. */
type Ends<Value> = Map<Value, number>;

/** Builds the table from phrases in the notation of `expandPattern`. */
export function buildPhraseTable<Value>(
  phrases: Iterable<readonly [pattern: string, value: Value]>,
): PhraseTable<Value> {
  const root: Node<Value> = {};
  for (const [pattern, value] of phrases) {
    for (const steps of expandPattern(pattern)) insert(root, steps, value);
  }
  return { findAll: (tokens) => findAll(root, tokens) };
}

function findAll<Value>(root: Node<Value>, tokens: readonly Token[]): PhraseMatch<Value>[] {
  const found: PhraseMatch<Value>[] = [];
  const ends: Ends<Value> = new Map();
  for (let from = 0; from < tokens.length; from += 1) {
    step(root, tokens, from, ends);
    if (ends.size === 0) continue;
    for (const [value, to] of ends) found.push({ from, to, value });
    ends.clear();
  }
  return found;
}

function insert<Value>(root: Node<Value>, steps: readonly PatternStep[], value: Value): void {
  let node = root;
  for (const each of steps) node = childFor(node, each);
  node.values ??= [];
  if (!node.values.includes(value)) node.values.push(value);
}

function childFor<Value>(node: Node<Value>, each: PatternStep): Node<Value> {
  if (each.kind === 'gap') return childBehindGap(node, each.atMost);
  const kind = each.letterCase === 'exact' ? 'exact' : each.letterCase === 'capital' ? 'capital' : 'anyCase';
  node[kind] ??= new Map();
  return childIn(node[kind], kind === 'exact' ? each.word : foldWord(each.word));
}

function childBehindGap<Value>(node: Node<Value>, atMost: number): Node<Value> {
  node.gaps ??= [];
  const known = node.gaps.find((gap) => gap.atMost === atMost);
  if (known) return known.after;
  const after: Node<Value> = {};
  node.gaps.push({ atMost, after });
  return after;
}

function childIn<Value>(children: Children<Value>, key: string): Node<Value> {
  const known = children.get(key);
  if (known) return known;
  const made: Node<Value> = {};
  children.set(key, made);
  return made;
}

/** Goes on from a node whose phrase has been read up to `at`. Quotation marks inside a phrase do not break it. */
function walk<Value>(node: Node<Value>, tokens: readonly Token[], at: number, ends: Ends<Value>): void {
  for (const value of node.values ?? []) {
    const known = ends.get(value);
    if (known === undefined || known < at) ends.set(value, at);
  }
  const next = isMark(tokens[at]) ? at + 1 : at;
  step(node, tokens, next, ends);
  for (const { atMost, after } of node.gaps ?? []) walkGap(after, tokens, next, atMost, ends);
}

/** A gap does not reach over the end of a clause. */
function walkGap<Value>(
  node: Node<Value>,
  tokens: readonly Token[],
  at: number,
  atMost: number,
  ends: Ends<Value>,
): void {
  const last = Math.min(at + atMost, tokens.length - 1);
  for (let index = at; index <= last; index += 1) {
    step(node, tokens, index, ends);
    if (CLAUSE_ENDS.has(tokens[index]?.text ?? '')) return;
  }
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set([';', ':', '.', '!', '?', '(', ')']);
const MARKS: ReadonlySet<string> = new Set(['“', '”', '"', '‘', '’', '«', '»', '„']);

function isMark(token: Token | undefined): boolean {
  return token !== undefined && token.text.length === 1 && MARKS.has(token.text);
}

function step<Value>(node: Node<Value>, tokens: readonly Token[], at: number, ends: Ends<Value>): void {
  const token = tokens[at];
  if (!token) return;
  const anyCase = node.anyCase?.get(token.word);
  if (anyCase) walk(anyCase, tokens, at + 1, ends);
  if (node.capital && isCapitalised(token)) {
    const capital = node.capital.get(token.word);
    if (capital) walk(capital, tokens, at + 1, ends);
  }
  const exact = node.exact?.get(token.text);
  if (exact) walk(exact, tokens, at + 1, ends);
  if (token.word.endsWith("n't")) stepOverContraction(node, tokens, at, ends);
}

/** "Don't" is read as the "do not" of a phrase, and as the "not" that a phrase begins or goes on with. */
function stepOverContraction<Value>(
  node: Node<Value>,
  tokens: readonly Token[],
  at: number,
  ends: Ends<Value>,
): void {
  const verb = tokens[at]?.word.slice(0, -"n't".length) ?? '';
  const whole = node.anyCase?.get(CONTRACTED.get(verb) ?? verb)?.anyCase?.get('not');
  for (const no of [whole, node.anyCase?.get('not'), node.anyCase?.get("n't")]) {
    if (no) walk(no, tokens, at + 1, ends);
  }
}

const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ['wo', 'will'],
  ['ca', 'can'],
  ['sha', 'shall'],
]);
