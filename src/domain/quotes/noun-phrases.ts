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
import { isCompanion, LEADS_ON, reportingVerbAt, type VerbHit } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import {
  ARTICLES,
  AUXILIARIES,
  CALENDAR_WORDS,
  CLAUSE_OPENERS,
  NEVER_NAMES,
  PERSON_PRONOUNS,
  POSSESSIVES,
  PREPOSITIONS,
  RELATIVES,
  ROLE_NOUNS,
  SPEAKING_PRONOUNS,
} from './speech-words.ts';

/** Longest noun phrase taken for a speaker, in tokens; what is longer is a misread clause. */
const MAX_PHRASE_TOKENS = 16;

/** The subject to the left of a verb, over auxiliaries, adverbs and appositions. */
export function subjectBefore(tokens: readonly Token[], verb: number): NounPhrase | undefined {
  const last = skipToSubject(tokens, verb - 1);
  const before = tokens[last];
  if (before === undefined) return undefined;
  if (before.text === ',' || before.text === '–' || before.text === '—' || before.text === ')') {
    return subjectOverApposition(tokens, last);
  }
  if (before.lower === 'and' || before.lower === 'but' || before.lower === 'then') {
    return leadingSubject(tokens, last);
  }
  if (before.lower === 'who' || before.lower === 'which') {
    return antecedentAt(tokens, tokens[last - 1]?.text === ',' ? last - 2 : last - 1);
  }
  const phrase = phraseEndingAt(tokens, headOfRelative(tokens, last, verb) ?? last);
  return phrase === undefined ? undefined : (nameBeforeTitle(tokens, phrase) ?? phrase);
}

/** Whom "who" takes up: a name, the name that what stands before it describes, or what stands nearest. */
function antecedentAt(tokens: readonly Token[], last: number): NounPhrase | undefined {
  const named = nameEndingAt(tokens, last);
  if (named !== undefined && !PREPOSITIONS.has(tokens[named.first - 1]?.lower ?? '')) return named;
  const phrase = phraseEndingAt(tokens, last);
  // "Anna Berg, the head of the Oslo office, who"
  const described =
    phrase && tokens[phrase.first - 1]?.text === ',' ? nameEndingAt(tokens, phrase.first - 2) : undefined;
  const isRoleOf = described && ROLE_NOUNS.has(headOf(tokens, phrase?.first ?? last, last));
  return (isRoleOf ? described : undefined) ?? named ?? (phrase && nearestOf(tokens, phrase));
}

function nameEndingAt(tokens: readonly Token[], last: number): NounPhrase | undefined {
  const first = capitalRunEndingAt(tokens, last, 0);
  const name = first === undefined ? undefined : { first, last };
  return name && nameIn(tokens, name) ? name : undefined;
}

/** "24 put their names to the declaration, which …": what the last article begins. */
function nearestOf(tokens: readonly Token[], { first, last }: NounPhrase): NounPhrase {
  const article = tokens.findLastIndex(({ lower }, at) => at > first && at <= last && ARTICLES.has(lower));
  const before = tokens[article - 1]?.lower ?? '';
  const isInside = article > first && (PREPOSITIONS.has(before) || before === 'to') && before !== 'of';
  return { first: isInside ? article : first, last };
}

/** "Anna Berg, president and chief executive of the port said": an apposition that nothing closes. */
function nameBeforeTitle(tokens: readonly Token[], phrase: NounPhrase): NounPhrase | undefined {
  if (nameIn(tokens, phrase) !== undefined) return undefined;
  let comma = phrase.first - 1;
  while (comma > phrase.first - 6 && (tokens[comma]?.lower === 'and' || isTitle(tokens[comma]?.lower ?? '')))
    comma -= 1;
  if (tokens[comma]?.text !== ',' || !isTitle(tokens[comma + 1]?.lower ?? '')) return undefined;
  const named = phraseEndingAt(tokens, comma - 1);
  const name = named === undefined ? undefined : nameIn(tokens, named);
  return name !== undefined && name.first < name.last && name.first === named?.first ? named : undefined;
}

/** Where the subject ends of "neighbours who had put out the fire spoke": before the clause that describes it. */
function headOfRelative(tokens: readonly Token[], last: number, verb: number): number | undefined {
  const phrase = phraseEndingAt(tokens, last);
  if (phrase === undefined) return undefined;
  for (let at = phrase.first - 1; at > 0 && verb - at < MAX_PHRASE_TOKENS; at -= 1) {
    if (tokens[at]?.kind !== 'word') return undefined;
    if (tokens[at]?.lower === 'who') return phrase.first - at > 1 ? at - 1 : undefined;
  }
  return undefined;
}

function skipToSubject(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token?.kind !== 'word') return at;
    if (/^(?:week|month|year|morning|afternoon|evening|night)$/.test(token.lower) && at > 0) {
      const before = tokens[at - 1]?.lower ?? '';
      if (!/^(?:this|last|on|in|the|earlier)$/.test(before) && !isCompanion(tokens[at - 1])) return at;
      at -= 1;
    } else if (isCompanion(token) || AUXILIARIES.has(token.lower)) {
      at -= 1;
    } else if (/^(?:reply|response|return|turn)$/.test(token.lower) && tokens[at - 1]?.lower === 'in') {
      at -= 2;
    } else if (
      token.lower === 'to' &&
      tokens[at - 1]?.lower === 'on' &&
      /^(?:goes|went)$/.test(tokens[at - 2]?.lower ?? '')
    ) {
      at -= 3;
    } else if (token.lower === 'to' && LEADS_ON.test(tokens[at - 1]?.lower ?? '')) {
      at -= 2;
    } else if (/^(?:on|this|last)$/.test(token.lower) && at < from) {
      at -= 1;
    } else {
      return at;
    }
  }
}

/** The subject of "X, the minister, said" and "X, who was there, said": the comma stands at `comma`. */
function subjectOverApposition(tokens: readonly Token[], comma: number): NounPhrase | undefined {
  const ends = [comma - 1];
  const starts: number[] = [];
  let at = comma - 1;
  for (; at >= 0 && !isClauseEdge(tokens[at]); at -= 1) {
    const mark = tokens[at]?.text ?? '';
    if (mark !== ',' && mark !== '(' && mark !== '–' && mark !== '—') continue;
    starts.push(at + 1);
    ends.push(at - 1);
  }
  starts.push(at + 1);
  const parts = starts.map((first, index) => ({ first, last: ends[index] ?? first }));
  while (parts.length > 1 && isAside(tokens, parts[0])) parts.shift();
  const [nearest, ...farther] = parts;
  if (nearest === undefined || nearest.last < nearest.first) return undefined;
  // "his words, he went on, referred to …"
  const pronoun = parts.find(({ first }) => PERSON_PRONOUNS.has(tokens[first]?.lower ?? ''));
  if (pronoun !== undefined) return { first: pronoun.first, last: pronoun.first };
  const phrase = phraseEndingAt(tokens, nearest.last);
  if (phrase && nameIn(tokens, phrase)) return phrase;
  const others = farther.map((part) => phraseEndingAt(tokens, part.last));
  return others.find((other) => other !== undefined && nameIn(tokens, other) !== undefined) ?? phrase;
}

/** A part between commas that cannot be the subject: "who was there", "speaking in Prague", "58". */
function isAside(tokens: readonly Token[], part: NounPhrase | undefined): boolean {
  const first = part === undefined ? undefined : tokens[part.first];
  if (first === undefined) return true;
  // "although Anna Berg, asked about it, said": what the opener opens has its own subject
  if (CLAUSE_OPENERS.has(first.lower) && part && nameIn(tokens, part)?.last === part.last) return false;
  if (RELATIVES.has(first.lower) || PREPOSITIONS.has(first.lower) || CLAUSE_OPENERS.has(first.lower))
    return true;
  return /^\p{Ll}+(?:ing|ed)$/u.test(first.text) || /^\d/.test(first.text);
}

function isClauseEdge(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'quotation' || /^[;:?!•]$/.test(token.text);
}

/** Whether a token ends a noun phrase on either side. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return token?.text !== '&';
  if (CLAUSE_OPENERS.has(token.lower) || RELATIVES.has(token.lower) || AUXILIARIES.has(token.lower))
    return true;
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
  while (last - first < MAX_PHRASE_TOKENS && !endsPhrase(tokens, last + 1)) {
    const next = tokens[last + 1];
    if (next === undefined || isCompanion(next)) break;
    if (last >= first && isPredicate(tokens, last, next)) break;
    const isPreposition = PREPOSITIONS.has(next.lower);
    if (isPreposition && (last < first || !keepsPreposition(tokens, first, last))) break;
    last += 1;
  }
  if (last < first) return undefined;
  const mayName = tokens[last + 1]?.text === ',' && ROLE_NOUNS.has(headOf(tokens, first, last));
  const named = mayName ? nameStartingAt(tokens, last + 2) : undefined;
  // "according to the minister, Oslo had refused": what goes on behind the comma is another's
  const behind = named && tokens[named.last + 1];
  const isClosed = behind?.kind !== 'word' || reportingVerbAt(tokens, (named?.last ?? 0) + 1) !== undefined;
  const apposition = isClosed ? named : undefined;
  if (apposition !== undefined && !nameIn(tokens, { first, last })) return apposition;
  return { first, last };
}

/** The noun a phrase is about: the last word before its first preposition. */
function headOf(tokens: readonly Token[], first: number, last: number): string {
  let head = first;
  while (head < last && !PREPOSITIONS.has(tokens[head + 1]?.lower ?? '')) head += 1;
  return tokens[head]?.lower ?? '';
}

/**
 * A verb that is no reporting verb: what follows "the official" or a name. A plural behind a name is a thing that bears
 * it ("Maria Petrova posters"), and so is a body ("Paris police").
 */
function isPredicate(tokens: readonly Token[], last: number, next: Token): boolean {
  if (!/^\p{Ll}/u.test(next.text) || PREPOSITIONS.has(next.lower)) return false;
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
  return /^(?:of|for|from|at|in|with|on|to|near)$/.test(preposition);
}

/** What a time is told by: "Later that afternoon, …" has its subject behind it. */
const TIME_NOUNS =
  /^(?:afternoon|days?|evening|hours?|minutes|moment|month|months|morning|night|week|weeks|years?)$/;

/** "Public fight: The mayor …": a few words that head a paragraph, and the token behind them. */
function afterKicker(tokens: readonly Token[]): number {
  const colon = tokens.slice(0, LONGEST_KICKER + 1).findIndex((token) => token.text === ':');
  return colon > 0 && isCapitalised(tokens[colon + 1]) ? colon + 1 : 0;
}

/** Longest heading in front of a paragraph's first sentence, in tokens. */
const LONGEST_KICKER = 5;

/** The noun phrase that opens a sentence's main clause, looked for before token `end`. */
export function leadingSubject(tokens: readonly Token[], end: number): NounPhrase | undefined {
  let first = afterKicker(tokens);
  while (first < end && tokens[first]?.kind === 'mark') first += 1;
  const afterDay = endOfDay(tokens, first);
  if (afterDay > first) {
    first = afterDay;
  } else if (opensAside(tokens[first]) || opensParticiple(tokens, first)) {
    while (first < end && tokens[first]?.text !== ',') first += 1;
    first += 1;
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

/** Where "On Thursday" ends that no comma parts from "the prime minister" behind it. */
function endOfDay(tokens: readonly Token[], first: number): number {
  const isOfDay = ({ lower, kind }: Token) =>
    kind === 'word' &&
    (CALENDAR_WORDS.has(lower) || /^(?:\d{1,2}|last|morning|evening|afternoon)$/.test(lower));
  if (tokens[first]?.lower !== 'on') return first;
  let at = first + 1;
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
    (PREPOSITIONS.has(next) || ARTICLES.has(next) || next === 'to')
  );
}

function opensAside(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (
    PREPOSITIONS.has(token.lower) ||
    /^(?:as|when|while|although|though|if|once|according)$/.test(token.lower)
  ) {
    return true;
  }
  return /^\p{L}{2,}ing$/u.test(token.text) && !isNameWord(token);
}
