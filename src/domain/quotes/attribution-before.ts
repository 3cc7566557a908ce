import {
  type Attribution,
  accordingTo,
  governedAt,
  HEAD_REACH,
  QUOTED,
  spoken,
  TAIL_REACH,
  WORDS,
} from './attribution.ts';
import { leadingSubject } from './leading-subject.ts';
import { phraseStartingAt, subjectAfter } from './noun-phrases.ts';
import {
  capitalRunEndingAt,
  isCapitalised,
  isNameWord,
  isTitle,
  type NounPhrase,
  nameIn,
} from './person-names.ts';
import { isRole } from './phrase-words.ts';
import { reportingFormAt, reportingVerbAt, type VerbHit } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import { NEVER_NAMES, SPEECH_NOUNS } from './speech-words.ts';
import { antecedentAt, subjectBefore } from './subject-before.ts';

/** Auxiliaries that make of a verb what might be said: "would respond to the attack, a "new phase" …". */
const MODALS = /^(?:can|could|may|might|must|shall|should|will|would)$/;

/**
 * `X said "…"`, `X said that A "…" B`, `according to X, "…"`, `X: "…"`. The nearest verb wins, but one in a side
 * clause ("allies who had promised …") only when the main clause has none.
 */
export function attributionBefore(tokens: readonly Token[], at: number): Attribution | undefined {
  const { main, aside } = attributionsBefore(tokens, at);
  return main ?? aside;
}

export interface AttributionsBefore {
  readonly main?: Attribution | undefined;
  /** What may name the speaker where nothing better does. */
  readonly aside?: Attribution | undefined;
}

export function attributionsBefore(tokens: readonly Token[], at: number): AttributionsBefore {
  let aside: Attribution | undefined;
  for (let verb = at - 1; verb >= 0 && verb > at - HEAD_REACH; verb -= 1) {
    if (tokens[verb]?.text === ';') return { aside: aside ?? closing(tokens, verb) };
    const according =
      accordingTo(tokens, verb) ??
      agentBefore(tokens, verb) ??
      forWhom(tokens, verb) ??
      quotedBefore(tokens, verb);
    if (according !== undefined) return { main: according };
    aside ??= speechNounOf(tokens, verb);
    const hit = reportingVerbAt(tokens, verb);
    if (hit === undefined) continue;
    if (hit.form.onlyBeside && !isBeside(tokens, hit, at) && !isParenthesis(tokens, hit)) continue;
    const found = verbBefore(tokens, hit);
    if (found === undefined) continue;
    const isMain = !isInSideClause(tokens, found) && !isOfThing(tokens, found);
    if (isMain && !isOtherThat(tokens, found, at)) return { main: found };
    aside ??= found;
  }
  return aside === undefined ? { main: labelBefore(tokens, at) ?? toOne(tokens, at) } : { aside };
}

/** "The agency quoted an official as saying that it was “…”". */
function quotedBefore(tokens: readonly Token[], at: number): Attribution | undefined {
  if (tokens[at]?.lower !== 'saying' || tokens[at - 1]?.lower !== 'as') return undefined;
  const quoted = tokens.findLastIndex(
    ({ lower }, index) => index < at - 2 && index > at - TAIL_REACH && QUOTED.test(lower),
  );
  const speaker = quoted < 0 ? undefined : governedAt(tokens, quoted + 1);
  return speaker && { speaker, cue: { first: at - 1, last: at } };
}

/** "Putin, for whom it “would be …”", "Berg, in whose view …". */
function forWhom(tokens: readonly Token[], at: number): Attribution | undefined {
  const [preposition = '', relative = '', noun = ''] = tokens.slice(at, at + 3).map(({ lower }) => lower);
  const isFor = preposition === 'for' && relative === 'whom';
  const isIn = preposition === 'in' && relative === 'whose' && /^(?:eyes|opinion|view|words)$/.test(noun);
  if (!isFor && !isIn) return undefined;
  const speaker = antecedentAt(tokens, tokens[at - 1]?.text === ',' ? at - 2 : at - 1);
  return speaker && { speaker, cue: { first: at, last: at + 1 } };
}

/** "To Anna Berg, it “cannot be normal”": at the beginning of a sentence. */
function toOne(tokens: readonly Token[], at: number): Attribution | undefined {
  if (!/^(?:for|to)$/.test(tokens[0]?.lower ?? '') || at > 14) return undefined;
  const speaker = phraseStartingAt(tokens, 1);
  const isNamed = speaker !== undefined && nameIn(tokens, speaker) !== undefined;
  return isNamed && tokens[speaker.last + 1]?.text === ',' ? { speaker } : undefined;
}

/** "It would end nothing, the minister said; it would be "…"": who spoke before the semicolon goes on. */
function closing(tokens: readonly Token[], end: number): Attribution | undefined {
  const hit = reportingVerbAt(tokens, end - 1);
  const subject = hit?.form.subject === 'any' ? subjectBefore(tokens, hit.at) : undefined;
  return hit === undefined || subject === undefined ? undefined : spoken(hit, subject);
}

/** "The Kremlin warned that the decision adds "…"": what was decided says nothing itself. */
function isOfThing(tokens: readonly Token[], { speaker, verb }: Attribution): boolean {
  const head = tokens[speaker.last]?.lower ?? '';
  return verb?.form.lemma !== 'say' && THINGS.test(head) && verb !== undefined && verb.at > speaker.last;
}

const THINGS =
  /^(?:attacks?|decisions?|deliver(?:y|ies)|missiles?|moves?|permission|plans?|proposals?|restrictions?|steps?|strikes?|weapons?)$/;

/** `praised by Anna Berg for "…"`. */
function agentBefore(tokens: readonly Token[], verb: number): Attribution | undefined {
  if (tokens[verb + 1]?.lower !== 'by') return undefined;
  const form = reportingFormAt(tokens, verb);
  // "reacted by saying": by no one
  const isManner = /^\p{Ll}+ing$/u.test(tokens[verb + 2]?.text ?? '');
  const speaker = form === undefined || isManner ? undefined : phraseStartingAt(tokens, verb + 2);
  return form === undefined || speaker === undefined ? undefined : spoken(form, speaker);
}

/** "continued: "…"" and "believes that … "…"", against "continued to be "…"". */
function isBeside(tokens: readonly Token[], hit: VerbHit, at: number): boolean {
  return at - hit.last <= 2 || tokens[hit.last + 1]?.lower === 'that';
}

/** "Berg, she charged, was taking “…”". */
function isParenthesis(tokens: readonly Token[], hit: VerbHit): boolean {
  const subject = subjectBefore(tokens, hit.at);
  return (
    subject !== undefined &&
    subject.last === hit.at - 1 &&
    tokens[subject.first - 1]?.text === ',' &&
    tokens[hit.last + 1]?.text === ','
  );
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
  if (isReportedPast(tokens, found)) return true;
  return speaker.first > 0 && /^(?:if|when|whether|what)$/.test(opener?.lower ?? '');
}

/** "She wrote that Berg had answered “in a language …”": her words of what he did; what he had said is his. */
function isReportedPast(tokens: readonly Token[], { speaker, verb }: Attribution): boolean {
  const opener = speaker.first - 1;
  if (verb === undefined || !ANSWERS.test(verb.form.lemma)) return false;
  // a participle is read as part of the name behind it: "saying Berg had answered"
  const isTold = [opener, speaker.first].some((at) => reportingVerbAt(tokens, at) !== undefined);
  return isPastOf(tokens, speaker, verb) && (isTold || tokens[opener]?.lower === 'that');
}

/** "Berg had answered". */
function isPastOf(tokens: readonly Token[], speaker: NounPhrase, verb: VerbHit): boolean {
  return tokens.slice(speaker.last + 1, verb.at).some(({ lower }) => lower === 'had');
}

const ANSWERS = /^(?:answer|react|reply|respond)$/;

/** "She said that he had said such a thing and that “…”": behind "and that" goes on who said "that" before. */
function isOtherThat(tokens: readonly Token[], { speaker, verb }: Attribution, at: number): boolean {
  if (verb === undefined || !isPastOf(tokens, speaker, verb)) return false;
  if (tokens[at - 1]?.lower !== 'that' || tokens[at - 2]?.lower !== 'and') return false;
  return !tokens.slice(verb.last + 1, at - 2).some(({ lower }) => lower === 'that');
}

function verbBefore(tokens: readonly Token[], hit: VerbHit): Attribution | undefined {
  if (hit.form.subject === 'none') {
    const beside = subjectBefore(tokens, hit.at);
    const isNext = tokens[hit.at - 1]?.kind === 'word' && tokens[hit.at - 1]?.lower !== 'by';
    const isNamed = beside !== undefined && isNext && nameIn(tokens, beside) !== undefined;
    const subject =
      (isNamed ? beside : earlierSpeaker(tokens, hit.at)) ??
      subjectOfParticiple(tokens, hit.at) ??
      (hit.at === 0 ? subjectBehindComma(tokens) : undefined);
    return subject === undefined ? undefined : spoken(hit, subject);
  }
  const subject = subjectBefore(tokens, hit.at);
  const previous = tokens[hit.at - 1];
  // "these must disappear, insisted Anna Berg": the name behind the verb, and not the word before it
  const behind = previous?.text === ',' ? subjectAfter(tokens, hit) : undefined;
  const isNamedBehind = behind !== undefined && nameIn(tokens, behind) !== undefined;
  if (isNamedBehind && (subject === undefined || nameIn(tokens, subject) === undefined))
    return spoken(hit, behind);
  if (subject !== undefined) return spoken(hit, subject);
  const isInverted = previous === undefined || previous.kind === 'quotation' || previous.text === ',';
  const inverted = isInverted ? subjectAfter(tokens, hit) : undefined;
  return inverted === undefined ? undefined : spoken(hit, inverted);
}

/** "Calling it “false” online, Anna Berg wrote": whose the participle is that opens the sentence. */
function subjectBehindComma(tokens: readonly Token[]): NounPhrase | undefined {
  const comma = tokens.findIndex(({ text }, at) => at > 1 && text === ',');
  return comma < 0 ? undefined : phraseStartingAt(tokens, comma + 1);
}

/** The subject of the verb before a participle: "… after she posted last week, calling …". */
function earlierSpeaker(tokens: readonly Token[], end: number): NounPhrase | undefined {
  for (let at = end - 1; at > 0 && at > end - TAIL_REACH; at -= 1) {
    const hit = reportingVerbAt(tokens, at);
    if (hit === undefined || hit.form.subject === 'none') continue;
    return subjectBefore(tokens, at);
  }
  return undefined;
}

/** "The sanctions were announced after Berg shelved the plan, saying": who did what came last, where a thing is the subject. */
function subjectOfParticiple(tokens: readonly Token[], end: number): NounPhrase | undefined {
  const lead = leadingSubject(tokens, end);
  const isSomebody =
    lead === undefined || nameIn(tokens, lead) !== undefined || isRole(tokens[lead.last]?.lower ?? '');
  return isSomebody ? lead : (subjectOfLastClause(tokens, end) ?? lead);
}

function subjectOfLastClause(tokens: readonly Token[], end: number): NounPhrase | undefined {
  const opener = tokens.findLastIndex(
    ({ lower }, at) => at > 0 && at < end && /^(?:after|as|before|when|while)$/.test(lower),
  );
  const subject = opener < 0 ? undefined : phraseStartingAt(tokens, opener + 1);
  return subject && nameIn(tokens, subject) ? subject : undefined;
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
  const [first] = tokens;
  if (name === undefined || NEVER_NAMES.has(first?.lower ?? '') || LABELS.test(first?.lower ?? ''))
    return undefined;
  return { speaker: phrase };
}

/** What bulletins head their paragraphs with. */
const LABELS =
  /^(?:background|details|earlier|literally|more|previously|quote|reference|reminder|source|update)$/;

/** "in his opinion", "comments from X", "the words of X", "X's warning": a noun that stands for speech, with its owner. */
function speechNounOf(tokens: readonly Token[], at: number): Attribution | undefined {
  if (WORDS.test(tokens[at]?.lower ?? '') && tokens[at - 2]?.lower === 'in') {
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
