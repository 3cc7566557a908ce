import { foldWord } from './fold.ts';
import { expandPattern, type LetterCase, type PatternStep } from './phrase-pattern.ts';
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

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  readonly gaps: { readonly atMost: number; readonly node: Node<Value> }[];
  readonly endings: { readonly value: Value; readonly cases: readonly CheckedCase[] }[];
}

/** `distance` counts from the first token of a phrase without gaps. */
interface CheckedCase {
  readonly distance: number;
  readonly letterCase: LetterCase;
  readonly shown: string;
}

/** Builds the table, a trie over folded words, from phrases in the notation of `expandPattern`. */
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
  return { next: new Map(), gaps: [], endings: [] };
}

function insert<Value>(root: Node<Value>, steps: readonly PatternStep[], value: Value): void {
  let node = root;
  const cases: CheckedCase[] = [];
  for (const [distance, step] of steps.entries()) {
    if (step.kind === 'gap') {
      const gap = { atMost: step.atMost, node: emptyNode<Value>() };
      node.gaps.push(gap);
      node = gap.node;
      continue;
    }
    if (step.letterCase !== 'any') cases.push({ distance, letterCase: step.letterCase, shown: step.word });
    node = childOf(node, foldWord(step.word));
  }
  node.endings.push({ value, cases });
}

function childOf<Value>(node: Node<Value>, word: string): Node<Value> {
  const known = node.next.get(word);
  if (known) return known;
  const made = emptyNode<Value>();
  node.next.set(word, made);
  return made;
}

function matchesFrom<Value>(root: Node<Value>, tokens: readonly Token[], from: number): PhraseMatch<Value>[] {
  const first = tokens[from];
  if (!first || !root.next.has(first.word)) return [];
  const found: PhraseMatch<Value>[] = [];
  walk(root, tokens, from, (to, ending) => {
    if (ending.cases.every((check) => isPrintedSo(tokens[from + check.distance], check))) {
      found.push({ from, to, value: ending.value });
    }
  });
  return found;
}

function walk<Value>(
  node: Node<Value>,
  tokens: readonly Token[],
  at: number,
  report: (to: number, ending: Node<Value>['endings'][number]) => void,
): void {
  for (const ending of node.endings) report(at, ending);
  const token = tokens[at];
  if (!token) return;
  const next = node.next.get(token.word);
  if (next) walk(next, tokens, at + 1, report);
  for (const gap of node.gaps) {
    for (let skipped = 0; skipped <= gap.atMost && at + skipped < tokens.length; skipped += 1) {
      const after = gap.node.next.get(tokens[at + skipped]?.word ?? '');
      if (after) walk(after, tokens, at + skipped + 1, report);
      if (isClauseMark(tokens[at + skipped])) break;
    }
  }
}

/** A gap does not reach over the end of a clause. */
function isClauseMark(token: Token | undefined): boolean {
  return token !== undefined && /^[;:.!?()]$/.test(token.text);
}

function isPrintedSo(token: Token | undefined, check: CheckedCase): boolean {
  if (!token) return false;
  return check.letterCase === 'exact' ? token.text === check.shown : isCapitalised(token);
}
