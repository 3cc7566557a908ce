import { inflectVerb } from './english-verbs.ts';
import { tokenise } from './tokens.ts';

/** One word of a phrase as it is looked up, or a gap of at most so many words. */
export type PatternStep =
  | { readonly kind: 'word'; readonly word: string; readonly letterCase: LetterCase }
  | { readonly kind: 'gap'; readonly atMost: number };

/** How a word must be printed: in any way, with a capital first, or exactly in the capitals of the pattern. */
export type LetterCase = 'any' | 'capital' | 'exact';

/**
 * Expands a phrase of a topic pack into the word sequences that it stands for.
 *
 * - `{lift}` is any form of the verb; `(ban|range limits)` is a choice, which may hold others; `(the)?` may be missing
 * - `~` is a gap of at most three words, `~5` of at most five
 * - a capital in the pattern asks for a capital in the text; `=US` asks for exactly these letters
 *
 * @throws RangeError for brackets that do not close
 */
export function expandPattern(pattern: string): PatternStep[][] {
  const parts = pattern.match(/\)\?|[()|]|\{[^{}]*\}|[^\s(){}|]+/g) ?? [];
  const reader = new PatternReader(parts);
  const sequences = reader.readChoice();
  if (!reader.isDone() || /[{}]/.test(pattern.replaceAll(/\{[^{}]*\}/g, ''))) {
    throw new RangeError(`unbalanced brackets in "${pattern}"`);
  }
  return sequences.filter((sequence) => sequence.some((step) => step.kind === 'word'));
}

/** Reads the parts of a pattern by recursive descent: a choice of sequences of items. */
class PatternReader {
  readonly #parts: readonly string[];
  #at = 0;

  constructor(parts: readonly string[]) {
    this.#parts = parts;
  }

  isDone(): boolean {
    return this.#at >= this.#parts.length;
  }

  readChoice(): PatternStep[][] {
    const choices = this.#readSequence();
    while (this.#parts[this.#at] === '|') {
      this.#at += 1;
      choices.push(...this.#readSequence());
    }
    return choices;
  }

  #readSequence(): PatternStep[][] {
    let sequences: PatternStep[][] = [[]];
    for (;;) {
      const part = this.#parts[this.#at];
      if (part === undefined || part === '|' || part === ')' || part === ')?') return sequences;
      const tails = this.#readItem(part);
      sequences = sequences.flatMap((head) => tails.map((tail) => [...head, ...tail]));
    }
  }

  #readItem(part: string): PatternStep[][] {
    this.#at += 1;
    if (part !== '(') return stepsOf(part);
    const choices = this.readChoice();
    const close = this.#parts[this.#at];
    if (close === undefined) throw new RangeError('a bracket is not closed');
    this.#at += 1;
    return close === ')?' ? [...choices, []] : choices;
  }
}

function stepsOf(part: string): PatternStep[][] {
  if (part.startsWith('~')) return [[{ kind: 'gap', atMost: Number(part.slice(1) || '3') }]];
  if (part.startsWith('{')) return inflectVerb(part.slice(1, -1)).map((form) => [wordStep(form, 'any')]);
  if (CLITIC.test(part)) return [[wordStep("'s", 'any')]];
  const isExact = part.startsWith('=');
  const tokens = tokenise(isExact ? part.slice(1) : part);
  return [tokens.map(({ text, word }) => (isExact ? wordStep(text, 'exact') : wordStep(word, caseOf(text))))];
}

/** Standing alone it is two tokens, and behind a word of the text it is one. */
const CLITIC = /^['’]s$/;

function caseOf(shown: string): LetterCase {
  return /^\p{Lu}/u.test(shown) ? 'capital' : 'any';
}

function wordStep(word: string, letterCase: LetterCase): PatternStep {
  return { kind: 'word', word, letterCase };
}
