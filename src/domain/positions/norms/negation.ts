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

/** The words before a place without adverbs of time: "has not so far agreed to lift it", "is not ready at present to". */
function wordsBefore(view: SentenceView, at: number, count: number): string[] {
  const words = view.tokens.slice(Math.max(0, at - count - LONGEST_ADVERB), at).map(({ word }) => word);
  const kept = words.join(' ').replaceAll(ADVERB_OF_TIME, ' ');
  return kept.split(' ').filter(Boolean).slice(-count);
}

const ADVERB_OF_TIME =
  /\b(?:so far|at present|for now|at (?:the|this) (?:moment|point|stage|time)|currently)\b/g;
const LONGEST_ADVERB = 3;

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

/** "None of the jets may …", or a no that stands before the subject. */
export function hasNegativeSubject(view: SentenceView, at: number): boolean {
  const words = view.tokens.slice(Math.max(0, at - 16), at).map(({ word }) => word);
  return words.some((word) => /^(?:none|neither|nobody|nothing)$/.test(word)) || isInverted(words);
}

/** "Nor does Berlin intend to …". */
function isInverted(words: readonly string[]): boolean {
  const near = words.slice(-INVERTED_WITHIN);
  return near.some((word, index) => word === 'nor' && AUXILIARY.test(near[index + 1] ?? ''));
}

const AUXILIARY = /^(?:do|does|did|is|are|was|were|will|would|has|have|had|can|could|should|may|must)$/;
/** Tokens from "nor" to the verb, at most. */
const INVERTED_WITHIN = 8;
