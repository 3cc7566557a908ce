import { BE_WORDS, SHOULD_WORDS } from '../../text/reporting-words.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import type { Norm } from '../norms/norm.ts';
import type { CueMention, SentenceView, TokenRange } from '../sentence-view.ts';
import type { ClauseContext } from './clause-context.ts';

/** Whose advice it is only a speaker tells: the subject of "should" is the one who is advised. */
export function isAdviceGiven(
  view: SentenceView,
  anchor: TokenRange,
  norm: Norm,
  attitude: CueMention | undefined,
): boolean {
  const word = view.tokens[anchor.from]?.word ?? '';
  return isWish(view, norm, attitude) || SHOULD_WORDS.has(word) || word === 'need';
}

/** "It fights with one hand behind its back": who suffers under the limits is not always the one who complains. */
export function isComplaint(norm: Norm, attitude: CueMention | undefined): boolean {
  return (
    attitude?.kind === 'oppose' && norm.from < norm.to && norm.from >= attitude.from && norm.to <= attitude.to
  );
}

/** "Allowed it — a reversal of what was criticised for …": the speaker of the sentence does not say all of it. */
export function isInClause({ clause, mentions }: ClauseContext, speaker: ActorMention | undefined): boolean {
  if (clause.from === 0) return true;
  return (
    speaker !== undefined &&
    mentions.includes(speaker) &&
    speaker.from >= clause.from &&
    speaker.to <= clause.to
  );
}

/** "Ukraine should be able to": a wish, whereas "must be used only at home" is a rule. */
export function isWish(view: SentenceView, norm: Norm, attitude: CueMention | undefined): boolean {
  if (norm.modality !== 'should' || attitude) return false;
  return norm.kind !== 'forbidden' || isBlame(view, norm) || isLeaveNotToGive(view, norm);
}

/** "Berlin must not permit it": said to the one who might, whereas "must not be used there" is a rule. */
function isLeaveNotToGive({ tokens }: SentenceView, { from }: Norm): boolean {
  const isActive = !BE_WORDS.has(tokens[from - 1]?.word ?? '');
  return isActive && /^(?:allow|let|permit|give|grant|approve|authori[sz]e)$/.test(tokens[from]?.word ?? '');
}

/** "He should never have allowed it": a rebuke by another. */
function isBlame({ tokens }: SentenceView, { from, to }: TokenRange): boolean {
  const words = tokens.slice(Math.max(0, from - 4), to).map(({ word }) => word);
  return /\bshould (?:not|never) have\b/.test(words.join(' '));
}

/** "Was wrong to let them", "his words were irresponsible": the judgement is the speaker's, of another's deed. */
export function isJudgementOfAnother({ tokens }: SentenceView, attitude: CueMention | undefined): boolean {
  if (attitude?.kind !== 'oppose' && attitude?.kind !== 'support') return false;
  const words = tokens.slice(attitude.from - 2, attitude.to).map(({ word }) => word);
  return words.some((word) => BE_WORDS.has(word)) && words.some((word) => JUDGED.test(word));
}

const JUDGED =
  /^(?:crazy|dangerous|foolish|hypocritical|insane|irresponsible|mistaken|playing|provocative|reckless|right|unacceptable|wrong)$/;

/** "Should be allowed", "the time has come": the advice is the speaker's. */
export function isAdvice(view: SentenceView, anchor: TokenRange): boolean {
  const word = view.tokens[anchor.from]?.word ?? '';
  const isObliged = /^(?:has|have|needs?)$/.test(word) && view.tokens[anchor.from + 1]?.word === 'to';
  return (
    isObliged || SHOULD_WORDS.has(word) || /^(?:time|moment|it|no|need|long|requires?|demands)$/.test(word)
  );
}
