import { isCapitalised } from './person-names.ts';
import type { Token } from './speech-tokens.ts';
import {
  ARTICLES,
  DEMONYMS,
  LEADING_OFFICES,
  OFFICE_SYNONYMS,
  PARTY_WORDS,
  POSSESSIVES,
  PREPOSITIONS,
  ROLE_NOUNS,
  TOP_NOUNS,
  US_STATES,
} from './speech-words.ts';

/** Whether a word of a description says what one of a person's titles says: "leader" of a president. */
export function fitsRole(word: string, roles: ReadonlySet<string>): boolean {
  if (roles.has(word)) return true;
  if (OFFICE_SYNONYMS.some((same) => same.has(word) && [...same].some((other) => roles.has(other))))
    return true;
  if (word === 'leader' && [...roles].some((role) => LEADING_OFFICES.has(role))) return true;
  return TOP_NOUNS.has(word) && [...roles].some((role) => TOP_NOUNS.has(role));
}

export function isRole(head: string): boolean {
  return ROLE_NOUNS.has(head) || ROLE_NOUNS.has(singular(head));
}

/** The pronoun that a description such as "old fisherman" asks for; undefined for a name, or where it may be either. */
export function pronounOf(description: string): 'he' | 'she' | undefined {
  const noun = description.split(' ').at(-1) ?? '';
  if (!/^\p{Ll}/u.test(noun)) return undefined;
  if (/(?:woman|mother|sister|daughter|wife|widow|actress|queen|princess|baroness)$/.test(noun)) return 'she';
  return /(?:man|father|brother|son|husband|king|prince|baron|priest)$/.test(noun) ? 'he' : undefined;
}

/** Those who speak for somebody, or without a name: never the person spoken of before. */
const NAMELESS = /^(?:insider|official|source|spokes(?:man|person|woman))$/;

/**
 * "the detective superintendent", "the head of the Union": words that may take up a person who was named before.
 * Words with capitals name something else, except after "head of" and the like.
 */
export function isPlainDescription(words: readonly Token[]): boolean {
  const head = headNoun(words);
  if (words[0]?.lower !== 'the' || NAMELESS.test(head)) return false;
  const capitals = words
    .filter(isCapitalised)
    .filter(({ lower, text }) => lower !== 'the' && !isParty(text) && !tellsWhence(lower)).length;
  if (TOP_NOUNS.has(head)) return capitals <= 1;
  const isPerson = ROLE_NOUNS.has(head) || head.endsWith('year-old');
  return isPerson && capitals === 0 && words.length <= 4 && core(words).length === words.length;
}

/** "the Forza Italia leader", "the deputy prime minister": more of who somebody is, in words that name nobody else. */
export function tellsMore(words: readonly Token[]): boolean {
  const head = headNoun(words);
  return words[0]?.lower === 'the' && words.length <= 5 && ROLE_NOUNS.has(head) && !NAMELESS.test(head);
}

/** "the Ohio Republican", "the Green politician": of which land or party somebody is names nobody else. */
function tellsWhence(word: string): boolean {
  return DEMONYMS.has(word) || PARTY_WORDS.has(word) || US_STATES.has(word);
}

/** "SPD", "CDU/CSU": letters that stand for a body. */
function isParty(word: string): boolean {
  return /^\p{Lu}{2,}(?:\/\p{Lu}{2,})?$/u.test(word);
}

/** Whether a description names a body and the person's titles name others: "the FDP politician" is none of the SPD. */
export function isOfAnotherParty(words: readonly Token[], roles: ReadonlySet<string>): boolean {
  const party = words.find(({ text }) => isParty(text));
  return party !== undefined && !roles.has(party.lower) && [...roles].some((role) => PARTY_LIKE.test(role));
}

/** An abbreviation in lower case: no vowel, or fewer than four letters and no common word. */
const PARTY_LIKE = /^[bcdfghjklmnpqrstvwxz]{2,5}$/;

/** Nouns that fit whoever holds an office or a seat. */
const VAGUE = /^(?:diplomat|official|politician|statesman|stateswoman)$/;

/** "the official", "the Polish politician": no title, but whoever is spoken of and holds an office. */
export function isVagueDescription(words: readonly Token[]): boolean {
  const told = words.slice(1, -1).map(({ lower }) => lower);
  return (
    words[0]?.lower === 'the' &&
    VAGUE.test(words.at(-1)?.lower ?? '') &&
    told.every((word) => DEMONYMS.has(word) || /^(?:senior|top|us|u\.s\.)$/.test(word))
  );
}

/** The noun that the phrase is about: the last word before its first preposition. */
export function headNoun(words: readonly Token[]): string {
  return core(words).at(-1)?.lower ?? '';
}

export function core(words: readonly Token[]): readonly Token[] {
  const end = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word.lower));
  return end < 0 ? words : words.slice(0, end);
}

export function withoutArticle(words: readonly Token[]): readonly Token[] {
  const first = words[0]?.lower ?? '';
  const drops = ARTICLES.has(first) || POSSESSIVES.has(first);
  return words.length > 1 && drops ? words.slice(1) : words;
}

/** "the diplomat's" as "the diplomat". */
export function withoutOwning(words: readonly Token[]): readonly Token[] {
  if (!/'s?$/.test(words.at(-1)?.lower ?? '')) return words;
  return words.map((word, at) =>
    at === words.length - 1 ? { ...word, lower: word.lower.replace(/'s?$/, '') } : word,
  );
}

/** "a pair of US officials" as "US officials". */
export function withoutCount(words: readonly Token[]): readonly Token[] {
  const of = words.findIndex(({ lower }) => lower === 'of');
  return /^(?:couple|dozens|group|handful|number|pair|trio)$/.test(words[of - 1]?.lower ?? '')
    ? words.slice(of + 1)
    : words;
}

export function singular(word: string): string {
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

export function singularText(word: Token): string {
  if (isCapitalised(word) || !ROLE_NOUNS.has(singular(word.lower))) return word.text;
  return singular(word.text);
}

/** The words with the spaces that print would have; a name loses its possessive. */
export function joined(words: readonly Token[]): string {
  const spaced = words.map(({ text }) => text).join(' ');
  const bare = words.at(-1)?.isPossessive ? spaced.replace(/['’]s?$/, '') : spaced;
  return words.every(({ kind }) => kind === 'word') ? bare : bare.replace(/ ([,.)])/g, '$1');
}
