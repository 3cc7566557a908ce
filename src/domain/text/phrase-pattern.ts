import { inflectVerb } from './english-verbs.ts';
import { tokenise } from './tokens.ts';

/** One word of a phrase as it is looked up, or a gap of at most so many words. */
export type PatternStep =
  | { readonly kind: 'word'; readonly word: string; readonly letterCase: LetterCase }
  | { readonly kind: 'gap'; readonly atMost: number };

/** How a word must be printed: in any way, with a capital first, or exactly in the capitals of the pattern. */
export type LetterCase = 'any' | 'capital' | 'exact';

/** What stands at one place of a phrase: a step, or a choice of phrases, of which one may be empty. */
export type PatternItem = PatternStep | { readonly kind: 'choice'; readonly choices: readonly Phrase[] };
export type Phrase = readonly PatternItem[];

/**
 * Reads the notation of a topic pack's phrases.
 *
 * - `{lift}` is any form of the verb; `(ban|range limits)` is a choice, which may hold others; `(the)?` may be missing
 * - `~` is a gap of at most three words, `~5` of at most five
 * - a capital in the pattern asks for a capital in the text; `=US` asks for exactly these letters
 *
 * @returns the choices of the whole pattern
 * @throws RangeError for brackets that do not close
 */
export function parsePattern(pattern: string): readonly Phrase[] {
  const parts = pattern.match(/\)\?|[()|]|\{[^{}]*\}|[^\s(){}|]+/g) ?? [];
  const reader = new PatternReader(parts);
  const choices = reader.readChoices();
  if (!reader.isDone() || /[{}]/.test(pattern.replaceAll(/\{[^{}]*\}/g, ''))) {
    throw new RangeError(`unbalanced brackets in "${pattern}"`);
  }
  return choices;
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

  readChoices(): Phrase[] {
    const choices = [this.#readPhrase()];
    while (this.#parts[this.#at] === '|') {
      this.#at += 1;
      choices.push(this.#readPhrase());
    }
    return choices;
  }

  #readPhrase(): Phrase {
    const items: PatternItem[] = [];
    for (;;) {
      const part = this.#parts[this.#at];
      if (part === undefined || part === '|' || part === ')' || part === ')?') return items;
      this.#at += 1;
      if (part === '(') items.push(this.#readBracket());
      else items.push(...itemsOf(part));
    }
  }

  #readBracket(): PatternItem {
    const choices = this.readChoices();
    const close = this.#parts[this.#at];
    if (close === undefined) throw new RangeError('a bracket is not closed');
    this.#at += 1;
    return { kind: 'choice', choices: close === ')?' ? [...choices, []] : choices };
  }
}

function itemsOf(part: string): Phrase {
  if (part.startsWith('~')) return [{ kind: 'gap', atMost: Number(part.slice(1) || '3') }];
  if (part.startsWith('{')) {
    const forms = inflectVerb(part.slice(1, -1));
    return [{ kind: 'choice', choices: forms.map((form) => [wordStep(form, 'any')]) }];
  }
  if (CLITIC.test(part)) return [wordStep("'s", 'any')];
  const isExact = part.startsWith('=');
  const tokens = tokenise(isExact ? part.slice(1) : part);
  return tokens.map(({ text, word }) => (isExact ? wordStep(text, 'exact') : wordStep(word, caseOf(text))));
}

/** Standing alone it is two tokens, and behind a word of the text it is one. */
const CLITIC = /^['’]s$/;

function caseOf(shown: string): LetterCase {
  return /^\p{Lu}/u.test(shown) ? 'capital' : 'any';
}

function wordStep(word: string, letterCase: LetterCase): PatternStep {
  return { kind: 'word', word, letterCase };
}
