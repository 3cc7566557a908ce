import { type Attribution, accordingTo, governedAt, QUOTED, spoken, TAIL_REACH } from './attribution.ts';
import { joinsTitles, phraseStartingAt, subjectAfter } from './noun-phrases.ts';
import { isCapitalised, type NounPhrase, nameIn } from './person-names.ts';
import { isRole } from './phrase-words.ts';
import { reportingFormAt, reportingVerbAt } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import { AUXILIARIES, CLAUSE_OPENERS, PREPOSITIONS } from './speech-words.ts';
import { subjectBefore } from './subject-before.ts';

/** `"…," said X`, `"…," X said`, `"…", according to X`. */
export function attributionBehind(tokens: readonly Token[], at: number): Attribution | undefined {
  const content = tokens[at]?.text ?? '';
  const hasMark = /[,.!?…][^\p{L}\p{N}]?\s?$/u.test(content) || /^[,–—-]$/.test(tokens[at + 1]?.text ?? '');
  let first = at + 1;
  while (/^[,–—-]$/.test(tokens[first]?.text ?? '')) first += 1;
  const according = accordingTo(tokens, first) ?? signature(tokens, at) ?? agentBehind(tokens, at);
  if (according !== undefined) return according;
  const quoted =
    quotedAsSaying(tokens, first) ??
    toldBy(tokens, first) ??
    describedBy(tokens, first) ??
    answerOf(tokens, first) ??
    verbThenSubject(tokens, first);
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

/** `"…," Anna Berg was quoted as saying by the Ledger`, `"…," the Ledger quoted Anna Berg as saying`. */
function quotedAsSaying(tokens: readonly Token[], first: number): Attribution | undefined {
  const quoted = tokens.findIndex(({ lower }, at) => at > first && QUOTED.test(lower));
  const named = quoted < 0 ? undefined : governedAt(tokens, quoted + 1);
  const cueAt =
    named === undefined ? -1 : tokens.findIndex((token, at) => at > quoted && token.lower === 'saying');
  if (named !== undefined && tokens[cueAt - 1]?.lower === 'as' && cueAt - named.last <= MOST_BETWEEN)
    return { speaker: named, cue: { first: cueAt - 1, last: cueAt } };
  if (quoted < 0 || quoted > first + TAIL_REACH || tokens[quoted + 2]?.lower !== 'saying') return undefined;
  const speaker = subjectBefore(tokens, quoted);
  return speaker === undefined ? undefined : { speaker, cue: { first: quoted, last: quoted + 2 } };
}

/** How many tokens may stand between the one who is quoted and "as saying". */
const MOST_BETWEEN = 12;

/** `"…," reporters were told on Monday by Anna Berg`, `"…," journalists heard from Anna Berg`. */
function toldBy(tokens: readonly Token[], first: number): Attribution | undefined {
  const verb = tokens.findIndex(
    (token, at) => at > first && at < first + 6 && /^(?:told|heard)$/.test(token.lower),
  );
  const isTold = tokens[verb]?.lower === 'told';
  if (verb < 0 || (isTold && !/^(?:was|were)$/.test(tokens[verb - 1]?.lower ?? ''))) return undefined;
  const from = isTold ? 'by' : 'from';
  const at = tokens.findIndex((token, index) => index > verb && index < verb + 10 && token.lower === from);
  const speaker = at < 0 ? undefined : phraseStartingAt(tokens, at + 1);
  return speaker && { speaker, cue: { first: verb, last: verb } };
}

/** `"…," as Anna Berg put it`, `"…" was how Anna Berg summed it up`. */
function describedBy(tokens: readonly Token[], first: number): Attribution | undefined {
  if (tokens[first]?.lower === 'as') {
    const told = subjectThenVerb(tokens, first + 1);
    // "as the war goes on": no one speaks
    return told?.verb?.form.particle === 'on' ? undefined : told;
  }
  if (!/^(?:is|was)$/.test(tokens[first]?.lower ?? '') || tokens[first + 1]?.lower !== 'how')
    return undefined;
  const speaker = phraseStartingAt(tokens, first + 2);
  return speaker && { speaker, cue: { first, last: first + 1 } };
}

/** `"…," came Anna Berg's answer`. */
function answerOf(tokens: readonly Token[], first: number): Attribution | undefined {
  if (!/^(?:came|was|ran|is)$/.test(tokens[first]?.lower ?? '')) return undefined;
  const noun = tokens.findIndex(({ lower }, at) => at > first && at < first + 8 && ANSWERS.test(lower));
  if (!/['’]s?$/.test(tokens[noun - 1]?.text ?? '')) return undefined;
  const start = /^(?:the|a)$/.test(tokens[first + 1]?.lower ?? '') ? first + 2 : first + 1;
  return { speaker: { first: start, last: noun - 1 }, cue: { first: noun, last: noun } };
}

const ANSWERS = /^(?:answer|comment|message|reaction|reply|response|verdict|warning)$/;

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
    (isRole(tokens[speaker.last]?.lower ?? '') || joinsTitles(tokens, speaker.first - 1)) &&
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
