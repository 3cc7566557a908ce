import {
  capitalRunEndingAt,
  isCapitalised,
  isNameWord,
  isTitle,
  type NounPhrase,
  nameIn,
  nameStartingAt,
} from './person-names.ts';
import { isRole } from './phrase-words.ts';
import { isCompanion, reportingVerbAt, type VerbHit } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import {
  ARTICLES,
  AUXILIARIES,
  CLAUSE_OPENERS,
  NEVER_NAMES,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  ROLE_NOUNS,
  SPEAKING_PRONOUNS,
} from './speech-words.ts';

/** Longest noun phrase taken for a speaker, in tokens; what is longer is a misread clause. */
export const MAX_PHRASE_TOKENS = 16;

/** Words that no noun phrase reaches over. */
const OUTSIDE_PHRASES: ReadonlySet<string> = new Set([...CLAUSE_OPENERS, ...RELATIVES, ...AUXILIARIES]);

/** Whether a token ends a noun phrase on either side. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return token?.text !== '&';
  if (OUTSIDE_PHRASES.has(token.lower)) return true;
  const hit = reportingVerbAt(tokens, at);
  return hit !== undefined && hit.form.subject !== 'none' && !hit.form.onlyBeside;
}

/** The noun phrase whose last token is `last`. */
export function phraseEndingAt(tokens: readonly Token[], last: number): NounPhrase | undefined {
  if (last < 0 || endsPhraseAsLast(tokens, last)) return undefined;
  const word = tokens[last]?.lower ?? '';
  if (SPEAKING_PRONOUNS.has(word)) return { first: last, last };
  let first = last;
  while (first > 0 && last - first < MAX_PHRASE_TOKENS && !beginsPhrase(tokens, first)) first -= 1;
  return withoutOpening(tokens, { first, last });
}

/** Whether a phrase that is read from its end begins here: at a clause, or at an article behind a noun. */
function beginsPhrase(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]?.lower ?? '';
  if (endsPhrase(tokens, first - 1) || /^(?:after|before)$/.test(before)) return true;
  return /^(?:a|an|the)$/.test(tokens[first]?.lower ?? '') && !PREPOSITIONS.has(before);
}

function endsPhraseAsLast(tokens: readonly Token[], last: number): boolean {
  const token = tokens[last];
  if (token?.kind !== 'word') return true;
  if (SPEAKING_PRONOUNS.has(token.lower)) return false;
  return endsPhrase(tokens, last);
}

/** Drops an opening such as "In Brussels on Tuesday", which a phrase read from its end has swallowed. */
function withoutOpening(tokens: readonly Token[], phrase: NounPhrase): NounPhrase | undefined {
  if (!PREPOSITIONS.has(tokens[phrase.first]?.lower ?? '')) return phrase;
  const name = addressWithin(tokens, phrase) ?? capitalRunEndingAt(tokens, phrase.last, phrase.first);
  const beforeName = name === undefined ? '' : (tokens[name - 1]?.lower ?? '');
  if (
    name !== undefined &&
    (ADDRESS.test(tokens[name]?.lower ?? '') || beforeName === 'with' || !PREPOSITIONS.has(beforeName))
  ) {
    return { first: name, last: phrase.last };
  }
  for (let at = phrase.last; at > phrase.first + 1; at -= 1) {
    const isStart = ARTICLES.has(tokens[at]?.lower ?? '') || POSSESSIVES.has(tokens[at]?.lower ?? '');
    if (isStart && !PREPOSITIONS.has(tokens[at - 1]?.lower ?? '')) return { first: at, last: phrase.last };
  }
  return undefined;
}

/** "In the House of Commons Mr Berg": where somebody is addressed, the name begins. */
function addressWithin(tokens: readonly Token[], { first, last }: NounPhrase): number | undefined {
  const at = tokens.findLastIndex(({ lower }, index) => index > first && index < last && ADDRESS.test(lower));
  return at < 0 ? undefined : at;
}

const ADDRESS = /^(?:dame|dr|lady|lord|miss|mr|mrs|ms|sir)\.?$/;

/** The subject to the right of an inverted verb: "warned the minister". */
export function subjectAfter(tokens: readonly Token[], verb: VerbHit): NounPhrase | undefined {
  let first = verb.last + 1;
  while (isCompanion(tokens[first]) && tokens[first]?.text !== 'Ally') first += 1;
  return phraseStartingAt(tokens, first);
}

/** The noun phrase whose first token is `first`; a name ends it, a description keeps its "of …" and "at …". */
export function phraseStartingAt(tokens: readonly Token[], first: number): NounPhrase | undefined {
  if (SPEAKING_PRONOUNS.has(tokens[first]?.lower ?? '')) return pronounPhrase(tokens, first);
  let last = first - 1;
  while (last - first < MAX_PHRASE_TOKENS) {
    const next = tokens[last + 1];
    const isJoined = joinsTitles(tokens, last + 1);
    if (next === undefined || (!isJoined && endsPhrase(tokens, last + 1)) || isCompanion(next)) break;
    if (last >= first && !isJoined && isPredicate(tokens, last, next)) break;
    const isPreposition = PREPOSITIONS.has(next.lower);
    if (isPreposition && (last < first || !keepsPreposition(tokens, first, last))) break;
    last += 1;
  }
  if (last < first || (last === first && ARTICLES.has(tokens[first]?.lower ?? ''))) return undefined;
  const mayName = tokens[last + 1]?.text === ',' && ROLE_NOUNS.has(headOf(tokens, first, last));
  const named = mayName ? nameStartingAt(tokens, last + 2) : undefined;
  // "according to the minister, Oslo had refused": what goes on behind the comma is another's
  const behind = named && tokens[named.last + 1];
  const isClosed = behind?.kind !== 'word' || reportingVerbAt(tokens, (named?.last ?? 0) + 1) !== undefined;
  const apposition = isClosed ? named : undefined;
  if (apposition !== undefined && !nameIn(tokens, { first, last })) return apposition;
  return { first, last };
}

/** "Vice Chancellor and Finance Minister Anna Berg": one person with two titles. */
export function joinsTitles(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'and' || !isTitle(tokens[at - 1]?.lower ?? '')) return false;
  let title = at + 1;
  while (isCapitalised(tokens[title]) && !isTitle(tokens[title]?.lower ?? '')) title += 1;
  while (isTitle(tokens[title + 1]?.lower ?? '')) title += 1;
  return (
    isTitle(tokens[title]?.lower ?? '') && isNameWord(tokens[title + 1]) && isNameWord(tokens[title + 2])
  );
}

/** The noun a phrase is about: the last word before its first preposition. */
export function headOf(tokens: readonly Token[], first: number, last: number): string {
  return tokens[headAt(tokens, { first, last })]?.lower ?? '';
}

/** Where the noun of `headOf` stands. */
export function headAt(tokens: readonly Token[], { first, last }: NounPhrase): number {
  let head = first;
  while (head < last && !PREPOSITIONS.has(tokens[head + 1]?.lower ?? '')) head += 1;
  return head;
}

/**
 * A verb that is no reporting verb: what follows "the official" or a name. A plural behind a name is a thing that bears
 * it ("Maria Petrova posters"), and so is a body ("Paris police").
 */
function isPredicate(tokens: readonly Token[], last: number, next: Token): boolean {
  if (!/^\p{Ll}/u.test(next.text) || PREPOSITIONS.has(next.lower)) return false;
  if (PAST.test(next.lower)) return true;
  const before = tokens[last];
  if (before === undefined || ROLE_NOUNS.has(next.lower) || isTitle(next.lower)) return false;
  if (isNameWord(next)) return false;
  if (isNameWord(before)) {
    const isFullName = isCapitalised(before) && isNameWord(tokens[last - 1]);
    const isTransitive = /^(?:a|an|the|his|her|its|their)$/.test(tokens[last + 2]?.lower ?? '');
    if (next.lower.endsWith('ed') || isTransitive) return true;
    const mayBeVerb = !next.lower.endsWith('s') && !NEVER_NAMES.has(next.lower);
    return mayBeVerb && (isFullName || !isRole(tokens[last + 2]?.lower ?? ''));
  }
  return isRole(before.lower) && !/^(?:deputy|chief|general|republican)$/.test(before.lower);
}

/** Verbs in the past that no noun is spelled like. */
const PAST = /^(?:became|began|brought|came|found|gave|got|held|kept|made|met|sent|stood|took|went)$/;

function pronounPhrase(tokens: readonly Token[], first: number): NounPhrase {
  const rest = tokens.slice(first + 1, first + 4).map((token) => token.lower);
  if (rest[0] !== 'of') return noneOrMany(tokens, first);
  return {
    first,
    last: rest[1] !== undefined && /^(?:the|its|his|her|their)$/.test(rest[1]) ? first + 3 : first + 2,
  };
}

/** "one northern minister" is a description that begins with what could be a pronoun. */
function noneOrMany(tokens: readonly Token[], first: number): NounPhrase {
  if (!/^(?:one|another|some)$/.test(tokens[first]?.lower ?? '')) return { first, last: first };
  let last = first;
  while (last - first < MAX_PHRASE_TOKENS && !endsPhrase(tokens, last + 1)) {
    const next = tokens[last + 1];
    if (next === undefined || isCompanion(next) || PREPOSITIONS.has(next.lower)) break;
    if (isPredicate(tokens, last, next)) break;
    last += 1;
  }
  return { first, last };
}

/** "the head of …", but neither "Anna Berg in Oslo" nor "the official on Monday". */
function keepsPreposition(tokens: readonly Token[], first: number, last: number): boolean {
  if (nameIn(tokens, { first, last }) || isCompanion(tokens[last + 2])) return false;
  const preposition = tokens[last + 1]?.lower ?? '';
  // "declared the minister on arriving in Oslo", "posted the minister on his channel"
  if (preposition === 'on' && /^(?:his|her|its|their|.*ing)$/.test(tokens[last + 2]?.lower ?? ''))
    return false;
  return /^(?:of|for|from|at|in|with|on|to|near)$/.test(preposition);
}
