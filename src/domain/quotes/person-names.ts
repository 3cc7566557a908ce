import { beginsWithCapital } from '../text/ascii.ts';
import type { Token } from './speech-tokens.ts';
import type { Spelling } from './speech-vocabulary.ts';
import {
  ARTICLES,
  COUNTRIES,
  KINSHIP,
  NAME_PARTICLES,
  NEVER_NAMES,
  POST_NOMINALS,
  PREPOSITIONS,
  ROLE_NOUNS,
  TITLES,
} from './speech-words.ts';

/** Token numbers of a noun phrase within its sentence, both inclusive. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
}

export function isCapitalised(token: Token | undefined): boolean {
  return token?.kind === 'word' && beginsWithCapital(token.text);
}

/** A word of the list, or a compound of one: "Undersecretary", "Councilmember", "Vice-Chancellor", "President-elect". */
export function isTitle(word: string): boolean {
  const bare = word.replace(/\.$|-(?:designate|elect|in-chief)$/, '');
  return (
    TITLES.has(bare) ||
    /.(?:secretary|minister|member|president|marshal|general|chancellor|rapporteur)$/.test(bare)
  );
}

/** A title that says what somebody is in public, and not in a family. */
export function isOffice(word: string): boolean {
  return isTitle(word) && !KINSHIP.has(word);
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}.&]+s?(?:['’]s?)?$/u.test(word);
}

/** A word that may belong to a person's name. */
export function isNameWord(token: Token | undefined): boolean {
  return token?.isNameWord === true;
}

/** Whether a word, by itself, may belong to a person's name. */
export function isWordOfName({ kind, text, lower }: Spelling): boolean {
  if (kind !== 'word') return false;
  if (NAME_PARTICLES.has(lower)) return true;
  // without a capital anywhere, as most words are
  if (text === text.toLowerCase()) return false;
  const word = lower.replace(/'s?$/, '');
  if (!/^(?:de|di|la|le|mac|van)?\p{Lu}/u.test(text) || /\d/.test(word) || isAcronym(text)) return false;
  return !NEVER_NAMES.has(word) && !isTitle(lower) && !namesRole(word);
}

/** "Neighbours", "Official": what somebody is and not what he is called. */
function namesRole(word: string): boolean {
  const one = word.endsWith('men') ? word.replace(/men$/, 'man') : word.replace(/s$/, '');
  return ROLE_NOUNS.has(word) || (one !== word && (ROLE_NOUNS.has(one) || TITLES.has(one)));
}

/**
 * The person's name at the end of a phrase's core: "production director Jutta Brandis" holds one, "spokesman for
 * Max Holm" does not. One word alone counts; whether it is a person is for the caller to know.
 */
export function nameIn(tokens: readonly Token[], phrase: NounPhrase): NounPhrase | undefined {
  let core = phrase.first;
  while (core <= phrase.last && !PREPOSITIONS.has(tokens[core]?.lower ?? '')) core += 1;
  const titled =
    core <= phrase.last
      ? (nameAfterTitle(tokens, phrase) ?? nameAfterOffice(tokens, phrase, core))
      : undefined;
  return titled ?? nameEndingAt(tokens, core - 1, phrase.first);
}

function nameEndingAt(tokens: readonly Token[], end: number, limit: number): NounPhrase | undefined {
  const isHonoured = end > limit && POST_NOMINALS.has(tokens[end]?.lower ?? '');
  const last = isHonoured ? end - 1 : end;
  let first = last + 1;
  while (first > limit && isNameWord(tokens[first - 1]) && !isPossessive(tokens[first - 1])) first -= 1;
  while (first <= last && NAME_PARTICLES.has(tokens[first]?.text ?? '') && first > limit) first += 1;
  if (first < last && isCountryOf(tokens, first)) first += 1;
  if (first > last || !isCapitalised(tokens[last])) return undefined;
  return isPossessive(tokens[last]) ? undefined : { first, last };
}

/** The name of an owner that ends the phrase: "President Anna Berg's". */
export function ownerIn(tokens: readonly Token[], phrase: NounPhrase): NounPhrase | undefined {
  if (!isPossessive(tokens[phrase.last]) || !isNameWord(tokens[phrase.last])) return undefined;
  let first = phrase.last;
  while (first > phrase.first && isNameWord(tokens[first - 1])) first -= 1;
  return { first, last: phrase.last };
}

/** The first full name that begins at one of the tokens; "PETER DIXON" is one too. */
export function fullNameWithin(tokens: readonly Token[], from: number, to: number): NounPhrase | undefined {
  for (let first = from; first < to; first += 1) {
    const fits = isShouted(tokens[first]) ? isShouted : isNameWord;
    let last = first;
    while (last < to && fits(tokens[last])) last += 1;
    if (last - first > 1 && isCapitalised(tokens[first])) return { first, last: last - 1 };
  }
  return undefined;
}

/** A word of three capitals or more. */
function isShouted(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(token.text);
}

/** "president of [Latvia] Anna Berg": a country that belongs to the office and not to the name. */
export function isCountryOf(tokens: readonly Token[], at: number): boolean {
  return COUNTRIES.has(tokens[at]?.text ?? '') && /^(?:of|the)$/.test(tokens[at - 1]?.lower ?? '');
}

/** A word that ends like an owner: "Berg's". */
export function isPossessive(token: Token | undefined): boolean {
  return token?.isPossessive === true;
}

/**
 * "Chairman of the Chiefs of Staff Gen. Max Holm" ends in a person; "aide to President Anna Berg" and "spokesman for
 * Union chief Anna Berg" end in somebody else.
 */
function nameAfterTitle(tokens: readonly Token[], phrase: NounPhrase): NounPhrase | undefined {
  const name = nameEndingAt(tokens, phrase.last, phrase.first);
  if (name === undefined) return undefined;
  let title = name.first;
  while (title > phrase.first && isTitle(tokens[title - 1]?.lower ?? '')) title -= 1;
  const before = tokens[title - 1]?.lower ?? '';
  if (title === name.first || title <= phrase.first) return undefined;
  if (PREPOSITIONS.has(before) || ARTICLES.has(before)) return undefined;
  while (title > phrase.first && isCapitalised(tokens[title - 1])) title -= 1;
  return /^(?:for|from|to)$/.test(tokens[title - 1]?.lower ?? '') ? undefined : name;
}

/** "deputy head of the harbour committee Anna Berg": a full name right behind what somebody is the head of. */
function nameAfterOffice(tokens: readonly Token[], phrase: NounPhrase, core: number): NounPhrase | undefined {
  const name = nameEndingAt(tokens, phrase.last, phrase.first);
  if (name === undefined || name.first === name.last || tokens[core]?.lower !== 'of') return undefined;
  const before = tokens[name.first - 1];
  // "Secretary of State Anna Berg": what stands before the name is no word of it
  const isPlain =
    /^\p{Ll}/u.test(before?.text ?? '') || COUNTRIES.has(before?.text ?? '') || !isNameWord(before);
  if (!isPlain || PREPOSITIONS.has(before?.lower ?? '') || ARTICLES.has(before?.lower ?? ''))
    return undefined;
  return isTitle(tokens[core - 1]?.lower ?? '') || ROLE_NOUNS.has(tokens[core - 1]?.lower ?? '')
    ? name
    : undefined;
}

/** A name of two or more words that begins here and is closed by a mark or the end. */
export function nameStartingAt(tokens: readonly Token[], first: number): NounPhrase | undefined {
  let last = first;
  while (isNameWord(tokens[last + 1])) last += 1;
  const phrase = { first, last };
  if (last === first || !nameIn(tokens, phrase)) return undefined;
  return tokens[last + 1]?.kind === 'word' ? undefined : phrase;
}

/** First token of the run of capitalised words that ends at `last`, or undefined when that word has no capital. */
export function capitalRunEndingAt(
  tokens: readonly Token[],
  last: number,
  limit: number,
): number | undefined {
  if (!isCapitalised(tokens[last])) return undefined;
  let first = last;
  while (first > limit && (isCapitalised(tokens[first - 1]) || TITLES.has(tokens[first - 1]?.lower ?? '')))
    first -= 1;
  return first;
}
