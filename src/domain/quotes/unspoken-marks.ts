import type { NounPhrase } from './person-names.ts';
import { headNoun } from './phrase-words.ts';
import type { VerbHit } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import { ARTICLES, AUXILIARIES, BE_FORMS, PREPOSITIONS } from './speech-words.ts';

/** Longest stretch, in words, that is taken for a scare quote when nobody is said to have spoken it. */
const LONGEST_SCARE_QUOTE_WORDS = 3;

/** Words before a mark that announce a name or a doubt, whatever stands between the marks. Sorted. */
const NAMING_WORDS = new Set([
  'code-named',
  'codenamed',
  'entitled',
  'named',
  'nicknamed',
  'so-called',
  'titled',
]);

/** Words in capitals in mid-sentence, without a closing mark: the name of a paper, a film, a weapon. */
export function isNameOfWork(tokens: readonly Token[], at: number, content: string): boolean {
  const previous = tokens[at - 1];
  if (previous !== undefined && NAMING_WORDS.has(previous.lower)) return !/[.!?]$/.test(content);
  if (previous === undefined || previous.text === ':' || previous.text === ',') return false;
  const words = content.replace(/[.,]$/, '').split(/\s+/);
  if (words.length > 8 || /[!?,;]/.test(content.slice(0, -1))) return false;
  return words.every((word, index) => /^[\p{Lu}\d]/u.test(word) || (index > 0 && isSmallWord(word)));
}

function isSmallWord(word: string): boolean {
  const lower = word.toLowerCase();
  return ARTICLES.has(lower) || PREPOSITIONS.has(lower) || lower === 'and';
}

/** Verbs whose point is the word chosen, so that "called it an "own goal"" quotes. Sorted. */
const NAMING_VERBS = new Set([
  'blast',
  'call',
  'condemn',
  'criticise',
  'criticize',
  'decry',
  'denounce',
  'describe',
  'dismiss',
  'dub',
  'hail',
  'label',
  'slam',
]);

/**
 * One or two words behind an article, in the middle of what many are reported to say: "ten towns said they would join
 * a "harbour force" for …". No one of them chose the term. After a form of "be" it is a judgement, and quoted.
 */
export function isSharedTerm(
  tokens: readonly Token[],
  at: number,
  content: string,
  { verb, speaker }: { readonly verb?: VerbHit | undefined; readonly speaker: NounPhrase },
): boolean {
  if (!areMany(tokens, speaker)) return false;
  if (!/^(?:the|a|an)$/.test(tokens[at - 1]?.lower ?? '') || /[.,!?]$/.test(content)) return false;
  if (content.split(/\s+/).length > 2 || NAMING_VERBS.has(verb?.form.lemma ?? '')) return false;
  const before = tokens[at - 2]?.lower ?? '';
  return (
    !BE_FORMS.has(before) &&
    !/^(?:as|become|became)$/.test(before) &&
    reportsThat(tokens.slice((verb?.last ?? -1) + 1, at))
  );
}

/** "Forty towns", "some allies", "officials". */
function areMany(tokens: readonly Token[], { first, last }: NounPhrase): boolean {
  const words = tokens.slice(first, last + 1);
  return (
    /^(?:both|many|others|several|some|they)$/.test(words[0]?.lower ?? '') || /[^s]s$/.test(headNoun(words))
  );
}

/** A clause of its own between the verb and the term: "said they would join a …". */
function reportsThat(tokens: readonly Token[]): boolean {
  return tokens.some((token) => AUXILIARIES.has(token.lower) || token.lower === 'that');
}

/** "…, arguing that they were late, but has built a "pier"": a participle's words end where the main verb goes on. */
export function leavesParticiple(tokens: readonly Token[], at: number, verb: VerbHit | undefined): boolean {
  if (verb?.form.subject !== 'none') return false;
  const after = tokens.slice(verb.last + 1, at);
  return after.some(
    (token, index) => token.text === ',' && /^(?:and|but)$/.test(after[index + 1]?.lower ?? ''),
  );
}

/** So many words are nobody's term: somebody said them. */
const FEWEST_SPOKEN_WORDS = 7;

export function isLongerThanTerms(content: string): boolean {
  return content.split(/\s+/).length >= FEWEST_SPOKEN_WORDS;
}

/** A few words in marks that no source is said to have used. */
export function isScareQuote(content: string): boolean {
  return content.split(/\s+/).length <= LONGEST_SCARE_QUOTE_WORDS;
}
