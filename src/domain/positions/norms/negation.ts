import { isNegator } from '../../text/reporting-words.ts';
import type { SentenceView, TokenRange } from '../sentence-view.ts';

/** Phrases that say no without a negator. */
const NEGATIVE_PHRASE = /\b(?:yet to|far from|short of|instead of|rather than|fail(?:s|ed|ing)? to)\b/;

/** A negator shortly before the phrase or inside it ("given no permission"), or a subject such as "none of the jets". */
export function isNegated(view: SentenceView, phrase: TokenRange): boolean {
  const near = [
    ...wordsBefore(view, phrase.from, 4),
    ...view.tokens.slice(phrase.from, phrase.to).map(({ word }) => word),
  ];
  // "does not understand why they allowed it": they did
  const words = near.slice(near.findLastIndex((word) => /^(?:why|how)$/.test(word)) + 1);
  return words.some(saysNo) || NEGATIVE_PHRASE.test(words.join(' ')) || hasNegativeSubject(view, phrase.from);
}

/** The words before a place, of which "so far" counts as none: "has not so far agreed to lift it". */
function wordsBefore(view: SentenceView, at: number, count: number): string[] {
  const words = view.tokens.slice(Math.max(0, at - count - 2), at).map(({ word }) => word);
  return words.filter((_, index) => !isSoFar(words, index) && !isSoFar(words, index - 1)).slice(-count);
}

function isSoFar(words: readonly string[], at: number): boolean {
  return words[at] === 'so' && words[at + 1] === 'far';
}

/** What takes a no back that stands before it. */
const DENIES_NOTHING = /^(?:only|just|merely|forget|overlook|ignore)$/;

/** A negator among words; "ought to not only allow", "let us not forget that it may" and "as never before" deny nothing. */
export function saysNo(word: string, at: number, words: readonly string[]): boolean {
  if (word === 'never' && words[at + 1] === 'before') return false;
  return isNegator(word) && !(word === 'not' && DENIES_NOTHING.test(words[at + 1] ?? ''));
}

/** "Does not limit": the negator stands right before the verb, and not inside the phrase. */
export function isDirectlyNegated(view: SentenceView, phrase: TokenRange): boolean {
  return view.tokens.slice(Math.max(0, phrase.from - 2), phrase.from).some(({ word }) => isNegator(word));
}

export function hasNegativeSubject(view: SentenceView, at: number): boolean {
  return view.tokens
    .slice(Math.max(0, at - 16), at)
    .some(({ word }) => /^(?:none|neither|nobody|nothing)$/.test(word));
}
