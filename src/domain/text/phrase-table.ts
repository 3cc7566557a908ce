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

/** A trie's node. Words that must be printed in a certain way are kept apart from those that need not. */
interface Node<Value> {
  readonly anyCase: Map<string, Node<Value>>;
  readonly capital: Map<string, Node<Value>>;
  readonly exact: Map<string, Node<Value>>;
  readonly gaps: Map<number, Node<Value>>;
  readonly values: Set<Value>;
}

type Report<Value> = (to: number, value: Value) => void;

/** Builds the table from phrases in the notation of `expandPattern`. */
export function buildPhraseTable<Value>(
  phrases: Iterable<readonly [pattern: string, value: Value]>,
): PhraseTable<Value> {
  const root = emptyNode<Value>();
  for (const [pattern, value] of phrases) {
    for (const steps of expandPattern(pattern)) insert(root, steps, value);
  }
  return { findAll: (tokens) => tokens.flatMap((_, from) => matchesFrom(root, tokens, from)) };
}

function emptyNode<Value>(): Node<Value> {
  return { anyCase: new Map(), capital: new Map(), exact: new Map(), gaps: new Map(), values: new Set() };
}

function insert<Value>(root: Node<Value>, steps: readonly PatternStep[], value: Value): void {
  let node = root;
  for (const step of steps) node = childFor(node, step);
  node.values.add(value);
}

function childFor<Value>(node: Node<Value>, step: PatternStep): Node<Value> {
  if (step.kind === 'gap') return childIn(node.gaps, step.atMost);
  if (step.letterCase === 'exact') return childIn(node.exact, step.word);
  return childIn(step.letterCase === 'capital' ? node.capital : node.anyCase, foldWord(step.word));
}

function childIn<Key, Value>(children: Map<Key, Node<Value>>, key: Key): Node<Value> {
  const known = children.get(key);
  if (known) return known;
  const made = emptyNode<Value>();
  children.set(key, made);
  return made;
}

function matchesFrom<Value>(root: Node<Value>, tokens: readonly Token[], from: number): PhraseMatch<Value>[] {
  const first = tokens[from];
  if (!first || !canBegin(root, first)) return [];
  const found: PhraseMatch<Value>[] = [];
  const ends = new Map<Value, number>();
  walk(root, tokens, from, (to, value) => ends.set(value, Math.max(to, ends.get(value) ?? 0)));
  for (const [value, to] of ends) found.push({ from, to, value });
  return found;
}

function canBegin<Value>(root: Node<Value>, { word, text }: Token): boolean {
  return root.anyCase.has(word) || root.capital.has(word) || root.exact.has(text);
}

function walk<Value>(node: Node<Value>, tokens: readonly Token[], at: number, report: Report<Value>): void {
  for (const value of node.values) report(at, value);
  const token = tokens[isMark(tokens[at]) ? at + 1 : at];
  if (!token) return;
  if (token !== tokens[at]) at += 1;
  step(node, token, (next) => walk(next, tokens, at + 1, report));
  for (const [atMost, after] of node.gaps) walkGap(after, tokens, at, atMost, report);
}

/** Quotation marks inside a phrase do not break it: has a “clear right” to. */
function isMark(token: Token | undefined): boolean {
  return token !== undefined && token.text.length === 1 && '“”"‘’«»„'.includes(token.text);
}

/** A gap does not reach over the end of a clause. */
function walkGap<Value>(
  node: Node<Value>,
  tokens: readonly Token[],
  at: number,
  atMost: number,
  report: Report<Value>,
): void {
  for (let skipped = 0; skipped <= atMost; skipped += 1) {
    const token = tokens[at + skipped];
    if (!token) return;
    step(node, token, (next) => walk(next, tokens, at + skipped + 1, report));
    if (/^[;:.!?()]$/.test(token.text)) return;
  }
}

function step<Value>(node: Node<Value>, token: Token, go: (next: Node<Value>) => void): void {
  const anyCase = node.anyCase.get(token.word);
  if (anyCase) go(anyCase);
  const capital = node.capital.size > 0 && isCapitalised(token) ? node.capital.get(token.word) : undefined;
  if (capital) go(capital);
  const exact = node.exact.size > 0 ? node.exact.get(token.text) : undefined;
  if (exact) go(exact);
}
