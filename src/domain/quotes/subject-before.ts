import { leadingSubject } from './leading-subject.ts';
import { headOf, MAX_PHRASE_TOKENS, phraseEndingAt } from './noun-phrases.ts';
import { capitalRunEndingAt, isTitle, type NounPhrase, nameIn } from './person-names.ts';
import { isCompanion, LEADS_ON } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import {
  ARTICLES,
  AUXILIARIES,
  CLAUSE_OPENERS,
  PREPOSITIONS,
  RELATIVES,
  ROLE_NOUNS,
  SUBJECT_PRONOUNS,
} from './speech-words.ts';

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
export function antecedentAt(tokens: readonly Token[], last: number): NounPhrase | undefined {
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
  const pronoun = parts.find(({ first }) => SUBJECT_PRONOUNS.has(tokens[first]?.lower ?? ''));
  if (pronoun !== undefined) return { first: pronoun.first, last: pronoun.first };
  const phrase = phraseEndingAt(tokens, nearest.last);
  if (phrase && nameIn(tokens, phrase)) return phrase;
  const others = farther.map((part) => phraseEndingAt(tokens, part.last));
  return others.find((other) => other !== undefined && nameIn(tokens, other) !== undefined) ?? phrase;
}

/** A part between commas that cannot be the subject: "who was there", "speaking in Prague", "58". */
function isAside(tokens: readonly Token[], part: NounPhrase | undefined): boolean {
  const first = part === undefined ? undefined : tokens[part.first];
  if (first === undefined || (part?.first === part?.last && isAdverb(first))) return true;
  // "although Anna Berg, asked about it, said": what the opener opens has its own subject
  if (CLAUSE_OPENERS.has(first.lower) && part && nameIn(tokens, part)?.last === part.last) return false;
  if (RELATIVES.has(first.lower) || PREPOSITIONS.has(first.lower) || CLAUSE_OPENERS.has(first.lower))
    return true;
  // "Sen. Anna Berg, R-S.C., said"
  if (/^[DIR]-\p{Lu}/u.test(first.text)) return true;
  return /^\p{Ll}+(?:ing|ed)$/u.test(first.text) || /^\d/.test(first.text);
}

function isAdverb(token: Token): boolean {
  return (
    isCompanion(token) ||
    /^(?:however|instead|meanwhile|nevertheless|nonetheless|though|too)$/.test(token.lower)
  );
}

function isClauseEdge(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'quotation' || /^[;:?!•]$/.test(token.text);
}
