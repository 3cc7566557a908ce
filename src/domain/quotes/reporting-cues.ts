import { isCapitalised } from './person-names.ts';
import { NO_FORMS, type VerbForm } from './reporting-verbs.ts';
import type { Token } from './speech-tokens.ts';
import type { Spelling } from './speech-vocabulary.ts';
import {
  AUXILIARIES,
  BE_FORMS,
  DOCUMENT_NOUNS,
  OUTLET_NOUNS,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  ROLE_NOUNS,
  SPEAKING_PRONOUNS,
  VERB_COMPANIONS,
} from './speech-words.ts';

/** A reporting verb at a place in a sentence, with the number of its last token ("pointed out" has two). */
export interface VerbHit {
  readonly at: number;
  readonly last: number;
  readonly form: VerbForm;
}

/** The reporting verb at a token, if the word and its neighbours allow one. */
export function reportingVerbAt(tokens: readonly Token[], at: number): VerbHit | undefined {
  const verbs = tokens[at]?.verbs ?? NO_FORMS;
  if (verbs.length === 0) return undefined;
  for (const form of verbs) {
    if (form.particle !== undefined && tokens[at + 1]?.lower !== form.particle) continue;
    if (form.subject.startsWith('plural') && !allowsPlainForm(tokens, at, form)) continue;
    if (isPassive(tokens, at) || (isNounHere(tokens, at) && !isLedOn(tokens, at)) || isAdjective(tokens, at))
      continue;
    return { at, last: form.particle === undefined ? at : at + 1, form };
  }
  return undefined;
}

/** A past participle of a reporting verb, whoever is its subject: "praised by …". */
export function reportingFormAt(tokens: readonly Token[], at: number): VerbHit | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const form = token.verbs.find(({ subject, particle }) => subject === 'any' && !particle);
  return form === undefined || token.lower.endsWith('s') ? undefined : { at, last: at, form };
}

/** What stands before "to admit" where the admission is made: "had to", "was forced to", "continued to". */
export const LEADS_ON = /^(?:began|compelled|continue|continued|continues|forced|had|has|have)$/;

function isLedOn(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 2]?.lower ?? '';
  return tokens[at - 1]?.lower === 'to' && (before === 'on' || LEADS_ON.test(before));
}

/** "officials say", "would say" and "went on to say", against "to say" and "the report". */
function allowsPlainForm(tokens: readonly Token[], at: number, form: VerbForm): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word') return false;
  if (before.lower === 'to') return isLedOn(tokens, at);
  if (form.subject === 'plural') return !isOneName(tokens, at - 1);
  if (AUXILIARIES.has(before.lower)) return true;
  if (before.lower === 'they' || before.lower === 'people' || before.lower === 'police') return true;
  return /[^s']s$/.test(before.lower) && !before.lower.endsWith("'s");
}

/** "help Ukraine defend itself": one alone says nothing in the plural. */
function isOneName(tokens: readonly Token[], at: number): boolean {
  const name = tokens[at];
  const isPlural = name?.lower.endsWith('s') || SPEAKING_PRONOUNS.has(name?.lower ?? '');
  const isJoined = tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ lower }) => lower === 'and' || lower === '&');
  return isCapitalised(name) && !isPlural && !isJoined;
}

/** "was told" and "is maintaining": behind a form of "be" a word reports nobody's speech here. */
function isPassive(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (isCompanion(tokens[before])) before -= 1;
  return BE_FORMS.has(tokens[before]?.lower ?? '');
}

/**
 * "member states", "misogynistic claims": a form that is a plural noun as well, behind a word that nobody speaks by.
 */
function isPluralNoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before?.kind !== 'word' || !token?.lower.endsWith('s')) return false;
  if (!token.verbs.some(({ isNoun }) => isNoun)) return false;
  if (token.lower === 'states' && (before.lower === 'member' || !statesSomething(tokens[at + 1])))
    return true;
  if (!/^\p{Ll}/u.test(before.text) || SPEAKING_PRONOUNS.has(before.lower)) return false;
  if (isCompanion(before) || DOCUMENT_NOUNS.has(before.lower) || OUTLET_NOUNS.has(before.lower)) return false;
  return !ROLE_NOUNS.has(before.lower) && !RELATIVES.has(before.lower);
}

/** "the letter states that …", and not "member states took the view". */
function statesSomething(next: Token | undefined): boolean {
  return next === undefined || next.kind !== 'word' || next.lower === 'that';
}

/** "ignored repeated warnings": behind another past form a past form describes what follows it. */
function isAdjective(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const isPast = (token: Token | undefined) => token?.kind === 'word' && /^\p{Ll}+ed$/u.test(token.text);
  return isPast(tokens[at]) && isPast(before) && tokens[at + 1]?.kind === 'word' && !isCompanion(before);
}

/** "the claims", "in remarks", "United States": words that only look like verbs. */
function isNounHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:the|a|an|these|those|this)$/.test(before) || POSSESSIVES.has(before)) return true;
  if (isCapitalised(tokens[at]) && isCapitalised(tokens[at - 1])) return true;
  if (isPluralNoun(tokens, at)) return true;
  if (/^(?:in|on)$/.test(before)) return tokens[at]?.verbs.some(({ isNoun }) => isNoun) ?? false;
  return before.endsWith("'s") || PREPOSITIONS.has(before);
}

const NOUNS_IN_LY = /^(?:ally|anomaly|assembly|bully|family|monopoly|rally|reply|supply)$/;

/** Whether a word is an adverb or a time that may stand between a subject and its verb. */
export function standsBeforeVerb({ kind, text, lower }: Spelling): boolean {
  if (kind !== 'word') return false;
  return (
    VERB_COMPANIONS.has(lower) ||
    (lower.endsWith('ly') && /^\p{Ll}+ly$/u.test(text) && !NOUNS_IN_LY.test(lower))
  );
}

/** Adverbs and time words that stand between a subject and its verb. */
export function isCompanion(token: Token | undefined): boolean {
  return token?.isCompanion === true;
}
