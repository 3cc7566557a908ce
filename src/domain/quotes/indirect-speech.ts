import { type Attribution, accordingTo } from './attribution.ts';
import { subjectThenVerb, verbThenSubject } from './attribution-behind.ts';
import { isCompanion, reportingVerbAt, type VerbHit } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import { AUXILIARIES, PREPOSITIONS } from './speech-words.ts';
import { subjectBefore } from './subject-before.ts';

/** Indirect speech in a sentence: who is said to have said it, and the tokens of what was said. */
export interface IndirectSpeech {
  readonly attribution: Attribution;
  /** First and last token of the content, both inclusive. */
  readonly first: number;
  readonly last: number;
}

const FEWEST_CONTENT_WORDS = 3;

/** How far behind its verb a "that" may stand: "said in an interview with the paper on Friday that …". */
const THAT_REACH = 20;

/** Finds the clause that a sentence without quotations reports as somebody's words. */
export function findIndirectSpeech(tokens: readonly Token[]): IndirectSpeech | undefined {
  const found = openingAccordingTo(tokens) ?? closingAttribution(tokens) ?? clauseAfterVerb(tokens);
  if (found === undefined) return undefined;
  const words = tokens.slice(found.first, found.last + 1).filter((token) => token.kind === 'word');
  return words.length >= FEWEST_CONTENT_WORDS ? found : undefined;
}

/** `According to X, CLAUSE.` */
function openingAccordingTo(tokens: readonly Token[]): IndirectSpeech | undefined {
  const attribution = accordingTo(tokens, 0);
  if (attribution === undefined) return undefined;
  let comma = attribution.speaker.last + 1;
  while (comma < tokens.length && tokens[comma]?.text !== ',') comma += 1;
  return { attribution, first: comma + 1, last: lastContent(tokens) };
}

/** `CLAUSE, X said.` and `CLAUSE, according to X.` */
function closingAttribution(tokens: readonly Token[]): IndirectSpeech | undefined {
  for (let comma = tokens.length - 2; comma > 0; comma -= 1) {
    if (tokens[comma]?.text !== ',') continue;
    const inverted = verbThenSubject(tokens, comma + 1);
    const isLast = inverted !== undefined && tokens[inverted.speaker.last + 1]?.kind !== 'word';
    const spoken = subjectThenVerb(tokens, comma + 1) ?? (isLast ? inverted : undefined);
    const closes =
      spoken?.verb?.form.takesClause === true &&
      closesSentence(tokens, Math.max(spoken.verb.last, spoken.speaker.last) + 1);
    const attribution = closes ? spoken : accordingTo(tokens, comma + 1);
    if (attribution !== undefined) return { attribution, first: 0, last: comma - 1 };
  }
  return undefined;
}

/** "…, he said on Friday." closes; "…, he said the plan was dead" opens a clause of its own. */
function closesSentence(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next === undefined || next.kind === 'mark') return true;
  return isCompanion(next) || PREPOSITIONS.has(next.lower);
}

/** `X said (that) CLAUSE.` */
function clauseAfterVerb(tokens: readonly Token[]): IndirectSpeech | undefined {
  const behindOpening = endOfOpening(tokens);
  return (behindOpening > 0 ? clauseBehind(tokens, behindOpening) : undefined) ?? clauseBehind(tokens, 0);
}

function clauseBehind(tokens: readonly Token[], from: number): IndirectSpeech | undefined {
  for (let at = Math.max(1, from); at < tokens.length; at += 1) {
    const verb = reportingVerbAt(tokens, at);
    if (verb === undefined || verb.form.subject === 'none') continue;
    const first = clauseStart(tokens, verb);
    if (first === undefined) continue;
    const speaker = subjectBefore(tokens, at);
    if (speaker === undefined) continue;
    const attribution = { speaker, cue: { first: verb.at, last: verb.last }, verb };
    return { attribution, first, last: lastContent(tokens) };
  }
  return undefined;
}

/** "Asked whether Oslo could agree, Berg said", "When the reporter insisted …, Berg said": the token behind the opening, or 0. */
function endOfOpening(tokens: readonly Token[]): number {
  return OPENINGS.test(tokens[0]?.lower ?? '') ? tokens.findIndex(({ text }) => text === ',') + 1 : 0;
}

const OPENINGS =
  /^(?:after|although|as|asked|before|if|once|pressed|questioned|quizzed|since|though|when|while)$/;

function clauseStart(tokens: readonly Token[], verb: VerbHit): number | undefined {
  for (let at = verb.last + 1; at < tokens.length && at <= verb.last + THAT_REACH; at += 1) {
    if (tokens[at]?.lower === 'that') return at + 1;
    if (AUXILIARIES.has(tokens[at]?.lower ?? '') || tokens[at]?.text === ';') break;
  }
  if (!verb.form.takesClause) return undefined;
  let first = verb.last + 1;
  while (isCompanion(tokens[first]) || tokens[first]?.lower === 'on') first += 1;
  const opening = tokens[first];
  if (opening?.kind !== 'word' || PREPOSITIONS.has(opening.lower)) return undefined;
  return hasVerbAhead(tokens, first) ? first : undefined;
}

/** A clause has a verb; "announced a new package of aid" has none that is sure, and is no speech. */
function hasVerbAhead(tokens: readonly Token[], first: number): boolean {
  return tokens.slice(first + 1).some((token) => AUXILIARIES.has(token.lower));
}

function lastContent(tokens: readonly Token[]): number {
  let last = tokens.length - 1;
  while (last > 0 && tokens[last]?.kind === 'mark' && !/^[)%\]]$/.test(tokens[last]?.text ?? '')) last -= 1;
  return last;
}
