import { COULD_WORDS, FUTURE_WORDS, SHOULD_WORDS } from '../../text/reporting-words.ts';
import { isCapitalised } from '../../text/tokens.ts';
import type { SentenceView, TokenRange } from '../sentence-view.ts';
import type { Modality, Norm } from './norm.ts';

/** Says "should" in two words. */
const OBLIGATION = /\b(?:ha(?:ve|s|d) to|need(?:s|ed)? to|got to)\b/;

/** Whether a norm is in force, is to come, might be or is wished for, by the words before it. */
export function modalityBefore(view: SentenceView, clause: TokenRange, norm: Norm): Modality {
  // "the only limit is that they must be used lawfully": what must be is part of the limit
  const end = norm.kind === 'absent' ? norm.from : norm.to;
  const words = view.tokens.slice(Math.max(clause.from, norm.from - 5), end).map(({ word }) => word);
  if (norm.kind === 'user-decides' || DECIDED.test(view.tokens[norm.from]?.word ?? '')) return 'fact';
  // "has had to obey a ban" wishes for none
  const isObliged = norm.kind !== 'restricted' && OBLIGATION.test(words.join(' '));
  if (words.some((word) => SHOULD_WORDS.has(word)) || isObliged) return 'should';
  if (isImperative(view, clause, norm) || isAddedWish(view, clause, norm)) return 'should';
  if (norm.kind === 'forbidden' && words.includes('can') && !words.includes('only')) return 'could';
  if (norm.kind !== 'permitted' || words.includes('could') || words.includes('might')) {
    if (words.some((word) => COULD_WORDS.has(word))) return 'could';
  }
  return words.some((word) => FUTURE_WORDS.has(word)) ? 'future' : 'fact';
}

/** "Decided that they could be fired": a "could" of what is told is a "may". */
const DECIDED = /^(?:agreed|announced|confirmed|decided|declared|ruled)$/;

/** "Let Ukraine strike back", "“Lift the limits and let it win”": what is told to be done is not done yet. */
function isImperative({ tokens }: SentenceView, clause: TokenRange, { from, kind }: Norm): boolean {
  if (kind !== 'permitted' && kind !== 'lifted') return false;
  const opening = tokens[from - 1];
  const verb = tokens[from]?.text ?? '';
  if (/^(?:please|just|:)$/.test(opening?.word ?? '')) return IMPERATIVE.test(verb);
  if (/^(?:so|then|therefore|thus)$/.test(tokens[from - 2]?.word ?? '') && opening?.text === ',')
    return IMPERATIVE.test(verb);
  const isFirst = from === clause.from || opening === undefined || /^[“"‘«„:;]$/.test(opening.text);
  return isFirst && isCapitalised(tokens[from]) && IMPERATIVE.test(verb);
}

/** "Should have changed course long ago and lifted them": the "should" is of both. */
function isAddedWish({ tokens }: SentenceView, clause: TokenRange, { from }: Norm): boolean {
  const at = tokens[from - 1]?.word === 'also' ? from - 2 : from - 1;
  if (tokens[at]?.word !== 'and') return false;
  const words = tokens.slice(Math.max(clause.from, at - 16), at).map(({ word }) => word);
  const behind = words.slice(words.lastIndexOf('that') + 1);
  const isObliged = OBLIGATION.test(behind.join(' ')) && !behind.some((word) => PAST.test(word));
  return behind.some((word) => SHOULD_WORDS.has(word)) || isObliged;
}

const PAST = /^(?:had|needed)$/;
const IMPERATIVE =
  /^(?:let|allow|permit|lift|remove|drop|scrap|end|ease|loosen|relax|abolish|authori[sz]e|grant|give)$/i;
