import {
  isCapitalised,
  isCountryOf,
  isNameWord,
  isPossessive,
  isTitle,
  type NounPhrase,
  nameIn,
} from './person-names.ts';
import { isRole, singular } from './phrase-words.ts';
import { canonicalName, lastWord, type NameRun, namesPrinted } from './printed-names.ts';
import { VERB_FORMS } from './reporting-verbs.ts';
import { type LexiconIndex, phraseKey } from './speaker-lexicon.ts';
import type { SpokenSentence, Token } from './speech-tokens.ts';
import {
  AUXILIARIES,
  CALENDAR_WORDS,
  CLAUSE_OPENERS,
  COUNTRIES,
  INSTITUTION_WORDS,
  PREPOSITIONS,
  ROLE_NOUNS,
} from './speech-words.ts';

/** A name in the running text. */
export interface NameMention {
  readonly sentence: number;
  readonly phrase: NounPhrase;
  readonly name: string;
}

/** Everybody whom an article names, and where. */
export interface People {
  readonly mentions: readonly NameMention[];
  /** Lower-case words of each person's titles and appositions, for "the minister" and "the Union chief". */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Canonical form of a name printed in a sentence; the print itself when nothing better is known. A surname that
   * several people have means the one who was named in full last.
   */
  readonly canonical: (printed: string, sentence: number) => string;
  /** Whether a title, an apposition or the lexicon says that this is a person. */
  readonly isKnown: (name: string) => boolean;
  /** Whether the name has the form of a person's, two words or more, and is never spoken of as a place or a thing. */
  readonly isLikely: (name: string) => boolean;
  /** Whether capitals in the middle of a sentence show one word to be a name. */
  readonly isName: (word: string) => boolean;
  /** Whether the article speaks of the name as a place or a thing. */
  readonly isThing: (name: string) => boolean;
}

/** Finds the names in an article and joins the short forms to the full ones. */
export function findPeople(sentences: readonly SpokenSentence[], lexicon: LexiconIndex): People {
  const printed = sentences.flatMap((sentence, number) => nameRuns(sentence.tokens, number));
  const places = new Set(
    printed
      .filter(({ words }) => words.length === 1)
      .filter((run) => isThing(run, sentences))
      .map(firstWord),
  );
  const runs = printed.map((run) => withoutPlace(run, places));
  const printedNames = namesPrinted(runs);
  const canonical = (name: string, sentence: number): string =>
    canonicalName(withoutPlaceName(name, places), sentence, printedNames, lexicon);
  const roles = new Map<string, Set<string>>();
  const titled = new Set<string>();
  const named = runs.map((run) => ({ run, name: canonical(run.words.join(' '), run.sentence) }));
  for (const [index, { run, name }] of named.entries()) {
    const { tokens } = sentences[run.sentence] ?? { tokens: [] };
    const own = roleWordsAround(tokens, run.phrase);
    const before = named[index - 1];
    const shared = before && isJoinedByAnd(tokens, before.run, run) ? (roles.get(before.name) ?? []) : [];
    const held = lexicon.roles.get(name) ?? [];
    const words = [...(own.length > 0 ? own : shared), ...held];
    if (words.length === 0) continue;
    titled.add(name);
    roles.set(name, new Set([...(roles.get(name) ?? []), ...words]));
  }
  const mentions = named.map(({ run, name }) => ({ sentence: run.sentence, phrase: run.phrase, name }));
  const words = new Set(named.filter(({ run }) => run.phrase.first > 0).map(({ name }) => name));
  const things = new Set(named.filter(({ run }) => isThing(run, sentences)).map(({ name }) => name));
  const isKnown = (name: string): boolean => titled.has(name) || lexicon.names.has(name);
  return {
    mentions,
    roles,
    canonical,
    isKnown,
    isName: (word) => words.has(word),
    isThing: (name) => things.has(name),
    isLikely: (name) =>
      (isKnown(name) ||
        (name.includes(' ') && !things.has(name) && printedNames.fullNames.has(lastWord(name)))) &&
      !lexicon.places.has(phraseKey(name)),
  };
}

/** The last sentence up to one in which an article names somebody; -1 where none does. */
export function lastNamed({ mentions }: People, name: string, sentence: number): number {
  const last = mentions.findLast((mention) => mention.sentence <= sentence && mention.name === name);
  return last?.sentence ?? -1;
}

function firstWord({ words }: NameRun): string {
  return words[0] ?? '';
}

/** "a surgeon in Oslo Anna Berg told": a place of the article's that is glued to a full name. */
function withoutPlace(run: NameRun, places: ReadonlySet<string>): NameRun {
  if (run.words.length < 3 || !places.has(firstWord(run))) return run;
  const phrase = { first: run.phrase.first + 1, last: run.phrase.last };
  return { ...run, phrase, words: run.words.slice(1) };
}

function withoutPlaceName(name: string, places: ReadonlySet<string>): string {
  const end = name.indexOf(' ');
  const isLong = name.includes(' ', end + 1);
  return isLong && places.has(name.slice(0, end)) ? name.slice(end + 1) : name;
}

/** What is said of places and things, and of no person: "in it", "the …", "… missiles". */
function isThing({ sentence, phrase }: NameRun, sentences: readonly SpokenSentence[]): boolean {
  const tokens = sentences[sentence]?.tokens ?? [];
  const before = tokens[phrase.first - 1]?.lower ?? '';
  if (/^(?:a|an|the|in|into|near|inside|outside|around|across)$/.test(before)) return true;
  const after = tokens[phrase.last + 1];
  return (
    /^\p{Ll}+[^s]s$/u.test(after?.text ?? '') &&
    after?.verbs.length === 0 &&
    !AUXILIARIES.has(after?.lower ?? '')
  );
}

/** How many tokens an office with its body may have. */
const LONGEST_OFFICE = 14;

function nameRuns(tokens: readonly Token[], sentence: number): NameRun[] {
  const runs: NameRun[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    if (!isNameWord(tokens[first]) || !isCapitalised(tokens[first])) continue;
    if (isCountryOf(tokens, first) && isNameWord(tokens[first + 1])) continue;
    let last = first;
    while (isNameWord(tokens[last + 1]) && !isPossessive(tokens[last])) last += 1;
    while (last > first && !isCapitalised(tokens[last])) last -= 1;
    const words = tokens.slice(first, last + 1).map(withoutOwnersEnd);
    runs.push({ sentence, phrase: { first, last }, words });
    first = last;
  }
  return runs;
}

function withoutOwnersEnd({ text, isPossessive }: Token): string {
  return isPossessive ? text.replace(/['’]s?$/, '') : text;
}

/** Title words before a name and the apposition behind it. */
function roleWordsAround(tokens: readonly Token[], phrase: NounPhrase): string[] {
  const words: string[] = [];
  for (let at = phrase.first - 1; at >= 0 && phrase.first - at < 6; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || CLAUSE_OPENERS.has(token.lower)) break;
    if (PREPOSITIONS.has(token.lower) && !isOfCountry(tokens, at, phrase)) break;
    if (AUXILIARIES.has(token.lower) || token.verbs.length > 0) break;
    if (isRole(token.lower) && isPlainWord(tokens[at + 1])) break;
    words.push(titleWord(token.lower.replace(/'s$/, '')));
  }
  const nearest = words.find((word) => word !== 'the' && word !== 'of' && !isCountry(word)) ?? '';
  const isTitled = isTitle(nearest) || (isRole(nearest) && words.some(isTitle));
  const before = isTitled ? words : titleBeforeComma(tokens, phrase);
  return [...before, ...officeOfBody(tokens, phrase.first), ...appositionWords(tokens, phrase.last + 1)];
}

/** The title in "spokeswoman for the Ministry of Health Anna Berg": a body lies between it and the name. */
function officeOfBody(tokens: readonly Token[], name: number): string[] {
  const nearest = tokens[name - 1];
  const isBody = nearest?.kind === 'word' && INSTITUTION_WORDS.has(nearest.lower) && isCapitalised(nearest);
  if (!isBody) return [];
  for (let at = name - 2; at > 0 && name - at < LONGEST_OFFICE; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') return [];
    const office = tokens[at - 1]?.lower ?? '';
    if (/^(?:at|for|of)$/.test(token.lower) && isTitle(office) && isRole(office)) return [office];
    if (!isCapitalised(token) && !/^(?:and|for|of|the)$/.test(token.lower)) return [];
  }
  return [];
}

/** "Senators Anna Berg and Max Holm": a title in the plural is both people's. */
function isJoinedByAnd(tokens: readonly Token[], one: NameRun, other: NameRun): boolean {
  const title = tokens[one.phrase.first - 1]?.lower ?? '';
  return (
    one.sentence === other.sentence &&
    other.phrase.first - one.phrase.last === 2 &&
    tokens[other.phrase.first - 1]?.lower === 'and' &&
    title !== singular(title) &&
    isTitle(singular(title))
  );
}

/** A word that ends what somebody is: "an official [met] Anna Berg". */
function isPlainWord(token: Token | undefined): boolean {
  const word = token?.lower ?? '';
  return /^\p{Ll}/u.test(token?.text ?? '') && !isTitle(word) && !isRole(word) && !PREPOSITIONS.has(word);
}

/** "Senators" before two names is the title of each. */
function titleWord(word: string): string {
  return isTitle(singular(word)) ? singular(word) : word;
}

function isCountry(word: string): boolean {
  return COUNTRIES.has(word.charAt(0).toUpperCase() + word.slice(1));
}

/** The "of" in "president of the Maldives Anna Berg". */
function isOfCountry(tokens: readonly Token[], at: number, name: NounPhrase): boolean {
  return tokens[at]?.lower === 'of' && isCountryOf(tokens, name.first - 1);
}

/** Words of "the prime minister of the islands, Anna Berg": a title, a comma, and the name that it belongs to. */
function titleBeforeComma(tokens: readonly Token[], name: NounPhrase): string[] {
  const comma = name.first - 1;
  if (tokens[comma]?.text !== ',' || closesAside(tokens, comma, name)) return [];
  const words: string[] = [];
  for (let at = comma - 1; at >= 0 && comma - at < 10; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || AUXILIARIES.has(token.lower) || CLAUSE_OPENERS.has(token.lower)) return [];
    if (!PREPOSITIONS.has(token.lower)) words.push(token.lower.replace(/'s$/, ''));
    const isStart = /^(?:the|its|their|his|her)$/.test(token.lower) || /['’]s$/.test(token.text);
    const isOne = words.some((word) => isTitle(word) || ROLE_NOUNS.has(word));
    if (!isStart || !isOne) continue;
    return !(at === 1 && PREPOSITIONS.has(tokens[0]?.lower ?? '')) ? words : [];
  }
  return [];
}

/** "After two hours with the president on Friday, Anna Berg said": the comma parts her from an aside about another. */
function closesAside(tokens: readonly Token[], comma: number, name: NounPhrase): boolean {
  if (CALENDAR_WORDS.has(tokens[comma - 1]?.lower ?? '')) return true;
  const opener = tokens[0]?.lower ?? '';
  const opens = PREPOSITIONS.has(opener) || opener === 'after' || opener === 'before';
  const isFirst = tokens.findIndex(({ text }) => text === ',') === comma;
  return opens && isFirst && tokens[name.last + 1]?.text !== ',';
}

/** Words of ", the defence minister," or ", who chairs …": the sign of a person. ", the minister said" is no apposition. */
function appositionWords(tokens: readonly Token[], comma: number): string[] {
  if (tokens[comma]?.text !== ',') return [];
  const first = tokens[comma + 1];
  if (first?.lower === 'who') return ['who'];
  if (first === undefined || !/^(?:the|a|an|its|his|her|former)$/.test(first.lower)) return [];
  const words: string[] = [];
  for (let at = comma + 2; at < comma + 10; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') return token?.kind === 'quotation' ? [] : words;
    if (isFiniteVerb(token)) return [];
    if (!PREPOSITIONS.has(token.lower)) words.push(token.lower.replace(/'s$/, ''));
  }
  return words;
}

function isFiniteVerb(token: Token): boolean {
  if (AUXILIARIES.has(token.lower)) return true;
  return VERB_FORMS.get(token.text)?.some(({ subject }) => subject === 'any') ?? false;
}

/** Whether a phrase is a name and nothing else. */
export function isPureName(tokens: readonly Token[], phrase: NounPhrase): boolean {
  const name = nameIn(tokens, phrase);
  return name !== undefined && name.first === phrase.first && name.last === phrase.last;
}
