import { leadingSubject, phraseStartingAt, subjectAfter, subjectBefore } from './noun-phrases.ts';
import {
  capitalRunEndingAt,
  fullNameWithin,
  isCapitalised,
  isNameWord,
  isTitle,
  type NounPhrase,
  nameIn,
} from './person-names.ts';
import { isRole } from './phrase-words.ts';
import { reportingFormAt, reportingVerbAt, type VerbHit } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  NEVER_NAMES,
  PERSON_PRONOUNS,
  PREPOSITIONS,
  SPEECH_NOUNS,
} from './speech-words.ts';

/** The words that give a quotation to somebody: the cue, and the phrase that names the speaker. */
export interface Attribution {
  readonly speaker: NounPhrase;
  /** Tokens of the cue, first and last; absent where the speaker stands before a bare colon. */
  readonly cue?: NounPhrase | undefined;
  readonly verb?: VerbHit | undefined;
}

/** How far behind a quotation its verb may stand, in tokens: "a spokesperson for the ministry of … said". */
const TAIL_REACH = 24;

/** How far before a quotation its verb may stand, in tokens. */
const HEAD_REACH = 80;

/** Auxiliaries that make of a verb what might be said: "would respond to the attack, a "new phase" …". */
const MODALS = /^(?:can|could|may|might|must|shall|should|will|would)$/;

/** Finds who is quoted in a sentence at token `at`: behind the quotation, before it, or at the sentence's end. */
export function attributionOf(tokens: readonly Token[], at: number): Attribution | undefined {
  const after = behind(tokens, at);
  if (after === undefined) return attributionBefore(tokens, at) ?? atSentenceEnd(tokens, at);
  const first = tokens[after.speaker.first]?.lower ?? '';
  const refersBack = PERSON_PRONOUNS.has(first) || first === 'the';
  const before = tokens[at - 1];
  const isIntroduced = before?.lower === 'that' || (refersBack && /^[,:]$/.test(before?.text ?? ''));
  // "Berg said it was “a shame”, according to the Ledger": the Ledger only tells what Berg said
  const isRetold = after.verb === undefined && before?.kind === 'word' && after.cue !== undefined;
  const said = isRetold ? attributionBefore(tokens, at) : undefined;
  if (said?.verb?.form.lemma === 'say') return said;
  return (isIntroduced ? attributionBefore(tokens, at) : undefined) ?? after;
}

/** `"…," said X`, `"…," X said`, `"…", according to X`. */
function behind(tokens: readonly Token[], at: number): Attribution | undefined {
  const content = tokens[at]?.text ?? '';
  const hasMark = /[,.!?…][^\p{L}\p{N}]?\s?$/u.test(content) || /^[,–—-]$/.test(tokens[at + 1]?.text ?? '');
  let first = at + 1;
  while (/^[,–—-]$/.test(tokens[first]?.text ?? '')) first += 1;
  const according = accordingTo(tokens, first) ?? signature(tokens, at) ?? agentBehind(tokens, at);
  if (according !== undefined) return according;
  const quoted = quotedAsSaying(tokens, first) ?? verbThenSubject(tokens, first);
  return quoted ?? (hasMark ? subjectThenVerb(tokens, first) : undefined);
}

/** `"…" – Anna Berg, mayor`: a quotation that opens its sentence, a dash, and a full name. */
function signature(tokens: readonly Token[], at: number): Attribution | undefined {
  if (at !== 0 || !/^[–—-]$/.test(tokens[1]?.text ?? '')) return undefined;
  const speaker = phraseStartingAt(tokens, 2);
  const name = speaker === undefined ? undefined : nameIn(tokens, speaker);
  if (speaker === undefined || name === undefined || name.first === name.last) return undefined;
  return { speaker };
}

/** `was called a "…" by Anna Berg`. */
function agentBehind(tokens: readonly Token[], at: number): Attribution | undefined {
  if (tokens[at + 1]?.lower !== 'by') return undefined;
  for (let verb = at - 1; verb >= 0 && verb > at - 4; verb -= 1) {
    const form = reportingFormAt(tokens, verb);
    const speaker = form === undefined ? undefined : phraseStartingAt(tokens, at + 2);
    if (form !== undefined && speaker !== undefined) return spoken(form, speaker);
  }
  return undefined;
}

/** `praised by Anna Berg for "…"`. */
function agentBefore(tokens: readonly Token[], verb: number): Attribution | undefined {
  if (tokens[verb + 1]?.lower !== 'by') return undefined;
  const form = reportingFormAt(tokens, verb);
  // "reacted by saying": by no one
  const isManner = /^\p{Ll}+ing$/u.test(tokens[verb + 2]?.text ?? '');
  const speaker = form === undefined || isManner ? undefined : phraseStartingAt(tokens, verb + 2);
  return form === undefined || speaker === undefined ? undefined : spoken(form, speaker);
}

/** `This was argued by Anna Berg`: a sentence that says whose the words before it are. */
export function attributionOfThis(tokens: readonly Token[]): Attribution | undefined {
  if (!/^(?:it|so|that|this)$/.test(tokens[0]?.lower ?? '')) return undefined;
  for (let by = 3; by < tokens.length && by < TAIL_REACH; by += 1) {
    if (tokens[by]?.lower !== 'by') continue;
    const named = fullNameWithin(tokens, by + 1, clauseEnd(tokens, by + 1));
    const speaker = named ?? phraseStartingAt(tokens, by + 1);
    const verb = tokens
      .slice(2, by)
      .findIndex((_, index) => reportingFormAt(tokens, index + 2) !== undefined);
    const form = verb < 0 ? undefined : reportingFormAt(tokens, verb + 2);
    return form === undefined || speaker === undefined ? undefined : spoken(form, speaker);
  }
  return undefined;
}

/** The first mark behind a token, or the end. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  const mark = tokens.findIndex((token, at) => at >= from && token.kind !== 'word');
  return mark < 0 ? tokens.length : mark;
}

/** `"…," Anna Berg was quoted as saying by the Ledger`. */
function quotedAsSaying(tokens: readonly Token[], first: number): Attribution | undefined {
  const quoted = tokens.findIndex((token, at) => at > first && token.lower === 'quoted');
  if (quoted < 0 || quoted > first + TAIL_REACH || tokens[quoted + 2]?.lower !== 'saying') return undefined;
  const speaker = subjectBefore(tokens, quoted);
  return speaker === undefined ? undefined : { speaker, cue: { first: quoted, last: quoted + 2 } };
}

/** An attribution that begins at token `first` with its verb: "said X". */
export function verbThenSubject(tokens: readonly Token[], first: number): Attribution | undefined {
  const verb = reportingVerbAt(tokens, first);
  if (verb?.form.subject !== 'any') return undefined;
  const speaker = subjectAfter(tokens, verb);
  return speaker !== undefined && endsClause(tokens, speaker.last + 1) ? spoken(verb, speaker) : undefined;
}

/** Keeps "… said to be" and "… called it" from being read as an inverted cue. */
function endsClause(tokens: readonly Token[], at: number): boolean {
  return !AUXILIARIES.has(tokens[at]?.lower ?? '');
}

/** An attribution that begins at token `first` with its subject: "X said", "X, the minister, said". */
export function subjectThenVerb(tokens: readonly Token[], first: number): Attribution | undefined {
  const opening = tokens[first];
  if (opening?.kind !== 'word') return undefined;
  if (CLAUSE_OPENERS.has(opening.lower) || PREPOSITIONS.has(opening.lower)) return undefined;
  for (let verb = first + 1; verb < tokens.length && verb < first + TAIL_REACH; verb += 1) {
    const token = tokens[verb];
    if (token === undefined || token.kind === 'quotation' || /^[.;:!?]$/.test(token.text)) return undefined;
    const hit = reportingVerbAt(tokens, verb);
    if (hit === undefined || hit.form.subject === 'none') continue;
    const speaker = joinedSubject(tokens, first, subjectBefore(tokens, verb));
    if (speaker !== undefined && speaker.first === first) return spoken(hit, speaker);
    if (speaker !== undefined && speaker.first > first && reachesBack(tokens, first, speaker)) {
      return spoken(hit, speaker);
    }
  }
  return undefined;
}

/** "French and German leaders said": what stands before "and" describes the same many. */
function joinedSubject(
  tokens: readonly Token[],
  first: number,
  speaker: NounPhrase | undefined,
): NounPhrase | undefined {
  const isJoined =
    speaker !== undefined &&
    tokens[speaker.first - 1]?.lower === 'and' &&
    isRole(tokens[speaker.last]?.lower ?? '') &&
    tokens.slice(first, speaker.first - 1).every((token) => isCapitalised(token) || token.text === ',');
  return isJoined && speaker.first - 1 > first ? { first, last: speaker.last } : speaker;
}

/** Whether only appositions lie between the quotation and the subject: "…," its head, Maria Petrova, said. */
function reachesBack(tokens: readonly Token[], first: number, speaker: NounPhrase): boolean {
  return tokens.slice(first, speaker.first).every((token) => {
    return token.kind === 'word'
      ? !AUXILIARIES.has(token.lower) && !CLAUSE_OPENERS.has(token.lower)
      : token.text === ',';
  });
}

/**
 * `X said "…"`, `X said that A "…" B`, `according to X, "…"`, `X: "…"`. The nearest verb wins, but one in a side
 * clause ("allies who had promised …") only when the main clause has none.
 */
export function attributionBefore(tokens: readonly Token[], at: number): Attribution | undefined {
  let aside: Attribution | undefined;
  for (let verb = at - 1; verb >= 0 && verb > at - HEAD_REACH; verb -= 1) {
    if (tokens[verb]?.text === ';') break;
    const according = accordingTo(tokens, verb) ?? agentBefore(tokens, verb);
    if (according !== undefined) return according;
    aside ??= speechNounOf(tokens, verb);
    const hit = reportingVerbAt(tokens, verb);
    if (hit === undefined || (hit.form.onlyBeside && !isBeside(tokens, hit, at))) continue;
    const found = verbBefore(tokens, hit);
    if (found === undefined) continue;
    if (!isInSideClause(tokens, found)) return found;
    aside ??= found;
  }
  return aside ?? labelBefore(tokens, at);
}

/** "continued: "…"" and "believes that … "…"", against "continued to be "…"". */
function isBeside(tokens: readonly Token[], hit: VerbHit, at: number): boolean {
  return at - hit.last <= 2 || tokens[hit.last + 1]?.lower === 'that';
}

/** Whether the verb only might be spoken, or belongs to "who …", "which …", "if …" or "when …" in the middle of a sentence. */
function isInSideClause(tokens: readonly Token[], found: Attribution): boolean {
  const { speaker, verb } = found;
  if (verb === undefined || verb.at < speaker.first) return false;
  if (verb.form.lemma !== 'say' && MODALS.test(tokens[verb.at - 1]?.lower ?? '')) return true;
  const between = tokens.slice(speaker.last + 1, verb.at);
  if (between.some((token) => /^(?:who|which|that)$/.test(token.lower)))
    return !between.some((t) => t.text === ',');
  const opener = tokens[speaker.first - 1];
  return speaker.first > 1 && /^(?:if|when|whether|what)$/.test(opener?.lower ?? '');
}

function verbBefore(tokens: readonly Token[], hit: VerbHit): Attribution | undefined {
  if (hit.form.subject === 'none') {
    const beside = subjectBefore(tokens, hit.at);
    const isNamed =
      beside !== undefined && tokens[hit.at - 1]?.kind === 'word' && nameIn(tokens, beside) !== undefined;
    const subject = isNamed ? beside : (earlierSpeaker(tokens, hit.at) ?? leadingSubject(tokens, hit.at));
    return subject === undefined ? undefined : spoken(hit, subject);
  }
  const subject = subjectBefore(tokens, hit.at);
  if (subject !== undefined) return spoken(hit, subject);
  const previous = tokens[hit.at - 1];
  const isInverted = previous === undefined || previous.kind === 'quotation' || previous.text === ',';
  const inverted = isInverted ? subjectAfter(tokens, hit) : undefined;
  return inverted === undefined ? undefined : spoken(hit, inverted);
}

/** The subject of the verb before a participle: "… after she posted last week, calling …". */
function earlierSpeaker(tokens: readonly Token[], end: number): NounPhrase | undefined {
  for (let at = end - 1; at > 0 && at > end - TAIL_REACH; at -= 1) {
    const hit = reportingVerbAt(tokens, at);
    if (hit !== undefined && hit.form.subject !== 'none') return subjectBefore(tokens, at);
  }
  return undefined;
}

/** `Berg: "…"` and `Doctor: "…"`: nothing but the speaker before the colon. */
function labelBefore(tokens: readonly Token[], at: number): Attribution | undefined {
  const colon = at - 1;
  if (tokens[colon]?.text !== ':' || colon === 0 || colon > 8) return undefined;
  const words = tokens.slice(0, colon);
  if (words.some((token) => token.kind !== 'word')) return undefined;
  const phrase = { first: 0, last: colon - 1 };
  if (colon === 1 && isRole(tokens[0]?.lower ?? '')) return { speaker: phrase };
  const name = nameIn(tokens, phrase);
  if (name === undefined || NEVER_NAMES.has(tokens[0]?.lower ?? '')) return undefined;
  return { speaker: phrase };
}

/** `A "…" B, X said.`: the attribution closes the sentence. */
function atSentenceEnd(tokens: readonly Token[], at: number): Attribution | undefined {
  const nearest = Math.max(at, tokens.length - HEAD_REACH);
  for (let comma = tokens.length - 2; comma > nearest; comma -= 1) {
    if (tokens[comma]?.kind === 'quotation') return behind(tokens, comma);
    if (tokens[comma]?.text !== ',') continue;
    const found = accordingTo(tokens, comma + 1) ?? subjectThenVerb(tokens, comma + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "according to X" at a token. */
export function accordingTo(tokens: readonly Token[], at: number): Attribution | undefined {
  if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') return undefined;
  const speaker = phraseStartingAt(tokens, at + 2);
  return speaker === undefined ? undefined : { speaker, cue: { first: at, last: at + 1 } };
}

/** "in his opinion", "comments from X", "the words of X", "X's warning": a noun that stands for speech, with its owner. */
function speechNounOf(tokens: readonly Token[], at: number): Attribution | undefined {
  if (/^(?:opinion|view|words)$/.test(tokens[at]?.lower ?? '') && tokens[at - 2]?.lower === 'in') {
    if (/^(?:his|her)$/.test(tokens[at - 1]?.lower ?? '')) {
      return { speaker: { first: at - 1, last: at - 1 }, cue: { first: at - 2, last: at } };
    }
  }
  if (!SPEECH_NOUNS.has(tokens[at]?.lower ?? '')) return undefined;
  const cue = { first: at, last: at };
  if (/^(?:by|from|of)$/.test(tokens[at + 1]?.lower ?? '')) {
    const owner = phraseStartingAt(tokens, at + 2);
    return owner !== undefined && nameIn(tokens, owner) !== undefined ? { speaker: owner, cue } : undefined;
  }
  const before = tokens[at - 1];
  if (/^(?:his|her)$/.test(before?.lower ?? '') && tokens[at + 1]?.lower === 'that') {
    return { speaker: { first: at - 1, last: at - 1 }, cue };
  }
  if (before?.kind !== 'word' || !/['’]s?$/.test(before.text) || !isCapitalised(before)) return undefined;
  return { speaker: { first: ownerStart(tokens, at - 1), last: at - 1 }, cue };
}

/** First token of the owner's name, with its titles: "about [President Anna Berg's] warning". */
function ownerStart(tokens: readonly Token[], last: number): number {
  let first = capitalRunEndingAt(tokens, last, 0) ?? last;
  while (first < last && !isNameWord(tokens[first]) && !isTitle(tokens[first]?.lower ?? '')) first += 1;
  return first;
}

function spoken(verb: VerbHit, speaker: NounPhrase): Attribution {
  return { speaker, cue: { first: verb.at, last: verb.last }, verb };
}
