import { type Attribution, accordingTo, HEAD_REACH, spoken, TAIL_REACH } from './attribution.ts';
import { attributionBefore, attributionsBefore } from './attribution-before.ts';
import { attributionBehind, subjectThenVerb, verbThenSubject } from './attribution-behind.ts';
import { phraseStartingAt } from './noun-phrases.ts';
import { fullNameWithin } from './person-names.ts';
import { reportingFormAt } from './reporting-cues.ts';
import type { Token } from './speech-tokens.ts';
import { OUTLET_NOUNS, SUBJECT_PRONOUNS } from './speech-words.ts';

/** Finds who is quoted in a sentence at token `at`: behind the quotation, before it, or at the sentence's end. */
export function attributionOf(tokens: readonly Token[], at: number): Attribution | undefined {
  const after = attributionBehind(tokens, at);
  if (after === undefined) {
    const { main, aside } = attributionsBefore(tokens, at);
    return main ?? atSentenceEnd(tokens, at) ?? aside;
  }
  const first = tokens[after.speaker.first]?.lower ?? '';
  const refersBack = SUBJECT_PRONOUNS.has(first) || first === 'the';
  const before = tokens[at - 1];
  const isIntroduced = before?.lower === 'that' || (refersBack && /^[,:]$/.test(before?.text ?? ''));
  // "Berg said it was “a shame”, according to the Ledger": the Ledger only tells what Berg said
  const isTold = after.verb === undefined ? after.cue !== undefined : isOutletsReport(tokens, after);
  const said = isTold && before?.kind === 'word' ? attributionBefore(tokens, at) : undefined;
  if (said?.verb && /^(?:say|tell|promise|pledge|vow|stress|insist|warn)$/.test(said.verb.form.lemma))
    return said;
  return (isIntroduced ? attributionsBefore(tokens, at).main : undefined) ?? after;
}

/** "The newspaper Ledger reported". */
function isOutletsReport(tokens: readonly Token[], { speaker, verb }: Attribution): boolean {
  const words = tokens.slice(speaker.first, speaker.last + 1);
  return (
    /^(?:report|write)$/.test(verb?.form.lemma ?? '') && words.some(({ lower }) => OUTLET_NOUNS.has(lower))
  );
}

/** `A "…" B, X said.`: the attribution closes the sentence. */
function atSentenceEnd(tokens: readonly Token[], at: number): Attribution | undefined {
  const nearest = Math.max(at, tokens.length - HEAD_REACH);
  for (let comma = tokens.length - 2; comma > nearest; comma -= 1) {
    if (tokens[comma]?.kind === 'quotation') return attributionBehind(tokens, comma);
    if (tokens[comma]?.text !== ',') continue;
    const found =
      accordingTo(tokens, comma + 1) ??
      subjectThenVerb(tokens, comma + 1) ??
      verbThenSubject(tokens, comma + 1);
    if (found !== undefined) return found;
  }
  return undefined;
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
