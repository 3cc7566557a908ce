import { phraseStartingAt } from './noun-phrases.ts';
import { isCapitalised, isNameWord, type NounPhrase } from './person-names.ts';
import { isCompanion } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import {
  ARTICLES,
  CALENDAR_WORDS,
  CLAUSE_OPENERS,
  NEVER_NAMES,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
} from './speech-words.ts';

/** What a time is told by: "Later that afternoon, …" has its subject behind it. */
const TIME_NOUNS =
  /^(?:afternoon|days?|evening|hours?|minutes|moment|month|months|morning|night|week|weeks|years?)$/;

/** "Public fight: The mayor …": a few words that head a paragraph, and the token behind them. */
function afterKicker(tokens: readonly Token[]): number {
  const colon = tokens.slice(0, LONGEST_KICKER + 1).findIndex((token) => token.text === ':');
  return colon > 0 && isCapitalised(tokens[colon + 1]) ? colon + 1 : 0;
}

/** "SOFIA (Ledger) - The assembly …": the token behind the dash of a place and a day; 0 where there is none. */
function afterDateline(tokens: readonly Token[]): number {
  if (!/^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? '')) return 0;
  return tokens.slice(0, LONGEST_DATELINE).findIndex(({ text }) => /^[-–—]$/.test(text)) + 1;
}

const LONGEST_DATELINE = 12;

/** Longest heading in front of a paragraph's first sentence, in tokens. */
const LONGEST_KICKER = 5;

/** The noun phrase that opens a sentence's main clause, looked for before token `end`. */
export function leadingSubject(tokens: readonly Token[], end: number): NounPhrase | undefined {
  let first = Math.max(afterKicker(tokens), afterDateline(tokens));
  while (first < end && tokens[first]?.kind === 'mark') first += 1;
  const afterDay = Math.max(endOfDay(tokens, first), endOfTime(tokens, first));
  if (afterDay > first) {
    first = afterDay;
  } else if (opensAside(tokens[first]) || opensParticiple(tokens, first)) {
    while (first < end && tokens[first]?.text !== ',' && !isPronounBehind(tokens, first)) first += 1;
    if (tokens[first]?.text === ',') first += 1;
  }
  while (first < end && opensMainClause(tokens, first)) first += 1;
  if (first >= end) return undefined;
  const phrase = phraseStartingAt(tokens, first);
  const isTime = phrase !== undefined && TIME_NOUNS.test(tokens[phrase.last]?.lower ?? '');
  if (!isTime) return phrase;
  let next = phrase.last + 1;
  while (next < end && opensMainClause(tokens, next)) next += 1;
  return next < end ? phraseStartingAt(tokens, next) : undefined;
}

/** "In a video he mocked …": no comma need part an aside from the pronoun behind it; "asked whether he …" has one. */
function isPronounBehind(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    PREPOSITIONS.has(tokens[0]?.lower ?? '') &&
    SUBJECT_PRONOUNS.has(tokens[at]?.lower ?? '') &&
    before?.kind === 'word' &&
    !PREPOSITIONS.has(before.lower) &&
    !CLAUSE_OPENERS.has(before.lower) &&
    !RELATIVES.has(before.lower) &&
    !before.lower.endsWith('ing')
  );
}

/** Where "Last week" ends that no comma parts from "the president" behind it; else where it was looked for. */
function endOfTime(tokens: readonly Token[], first: number): number {
  const isTime =
    /^(?:last|this|next)$/.test(tokens[first]?.lower ?? '') &&
    TIME_NOUNS.test(tokens[first + 1]?.lower ?? '');
  return isTime && tokens[first + 2]?.kind === 'word' ? first + 2 : first;
}

/** Where "On Thursday" ends that no comma parts from "the prime minister" behind it; else where it was looked for. */
export function endOfDay(tokens: readonly Token[], first: number): number {
  const isOfDay = ({ lower, kind }: Token) =>
    kind === 'word' &&
    (CALENDAR_WORDS.has(lower) || /^(?:\d{1,2}|last|morning|evening|afternoon)$/.test(lower));
  if (tokens[first]?.lower !== 'on') return first;
  const day = tokens.findIndex(({ lower }, at) => at > first + 1 && at < first + 4 && lower === 'day');
  const isThatDay = tokens.slice(first + 1, day).every(({ lower }) => /^(?:same|that|the)$/.test(lower));
  let at = day > 0 && isThatDay ? day + 1 : first + 1;
  while (at < tokens.length && isOfDay(tokens[at] as Token)) at += 1;
  return at > first + 1 && tokens[at]?.kind === 'word' ? at : first;
}

/** "But", "Then", "However,": what may stand before the subject of a sentence. */
function opensMainClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const word = token?.lower ?? '';
  if (token?.text === ',' || isCompanion(token) || CLAUSE_OPENERS.has(word)) return true;
  return tokens[at + 1]?.text === ',' && NEVER_NAMES.has(word);
}

/** "Reacting to the speech, Anna Berg said", and not "Boeing said". */
function opensParticiple(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? '';
  return (
    /^\p{Lu}\p{Ll}+ing$/u.test(tokens[at]?.text ?? '') &&
    (PREPOSITIONS.has(next) || ARTICLES.has(next) || next === 'to' || next === 'next')
  );
}

function opensAside(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (
    PREPOSITIONS.has(token.lower) ||
    /^(?:as|when|while|although|though|if|once|according|asked|pressed|questioned|quizzed)$/.test(token.lower)
  ) {
    return true;
  }
  return /^\p{L}{2,}ing$/u.test(token.text) && !isNameWord(token);
}
