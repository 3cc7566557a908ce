import { BE_WORDS } from '../../text/reporting-words.ts';
import type { CueKind } from '../../topics/cue-kinds.ts';
import { isDirectlyNegated } from '../norms/negation.ts';
import type { CueMention, SentenceView } from '../sentence-view.ts';
import { isRefusalNoun } from './attitude-noun.ts';

/** "Does not oppose", "was denied": no attitude of the subject. */
export function isUndone(view: SentenceView, cue: CueMention): boolean {
  const words = view.tokens.slice(Math.max(0, cue.from - 6), cue.from).map(({ word }) => word);
  if (cue.kind === 'warn' && (words.some((word) => FEARS.test(word)) || isFeared(view, cue))) return true;
  if (
    TURNED_DOWN.test(view.tokens[cue.from]?.word ?? '') &&
    BE_WORDS.has(words.at(-1) ?? '') &&
    cue.kind === 'deny'
  )
    return true;
  if (NO_ATTITUDES.some((isNone) => isNone(view, cue))) return true;
  return CAN_BE_NEGATED.has(cue.kind) && isDirectlyNegated(view, cue);
}

/** "A request to use them has been rejected", nobody says whose: what counts is the answer. */
function isRefusedRequest(view: SentenceView, { kind, from, to }: CueMention): boolean {
  return (
    kind === 'request' &&
    REQUEST_NOUN.test(view.tokens[from]?.word ?? '') &&
    !view.actorMatches.some((actor) => actor.to === from) &&
    view.cues.some(
      (cue) => cue.kind === 'refuse' && cue.from >= to && BE_WORDS.has(view.tokens[cue.from - 1]?.word ?? ''),
    )
  );
}

/** "The request for Patriots": for a thing, unless what is asked for is a leave or the use. */
export function isForThings(view: SentenceView, { kind, from, to }: CueMention): boolean {
  return (
    kind === 'request' &&
    REQUEST_NOUN.test(view.tokens[from]?.word ?? '') &&
    view.tokens[to]?.word === 'for' &&
    !view.cues.some((cue) => GRANTED.has(cue.kind) && cue.from > to && cue.from - to <= 5)
  );
}

const GRANTED: ReadonlySet<CueKind> = new Set([
  'permit',
  'permission',
  'lift',
  'restriction',
  'use',
  'right',
] as const);

/** "A policy that had been criticised": by whom, nobody says. */
function isCriticismOfNobody({ tokens }: SentenceView, { kind, from, to }: CueMention): boolean {
  return (
    kind === 'oppose' &&
    /^(?:criticis|criticiz|condemn|denounc|lambast|decri)/.test(tokens[from]?.word ?? '') &&
    BE_WORDS.has(tokens[from - 1]?.word ?? '') &&
    !tokens.slice(to, to + 6).some(({ word }) => word === 'by' || word === 'from')
  );
}

/** "Gave long-sought permission": the wish is over. */
function isOfOldWish({ tokens }: SentenceView, { kind, from }: CueMention): boolean {
  return kind === 'request' && tokens[from]?.word === 'sought' && tokens[from - 1]?.text === '-';
}

/** "Asked whether he would, Blinken said", "asking how soon he would let": what reporters ask is no request. */
function isQuestion({ tokens }: SentenceView, { kind, from, to }: CueMention): boolean {
  if (kind !== 'request' && kind !== 'call') return false;
  const word = tokens[from]?.word ?? '';
  const isReported =
    word === 'asked' && (from === 0 || /^(?:when|once|if|[“"])$/.test(tokens[from - 1]?.word ?? ''));
  const isOpen =
    to - from > 1 && word.startsWith('ask') && /^(?:how|why|when|what)$/.test(tokens[from + 1]?.word ?? '');
  return isReported || isOpen || (word.startsWith('ask') && isToldToAnswer(tokens, to));
}

/** "Asked him in a call whether it could hit Moscow", "will ask Kyiv to explain reports": an answer is asked for. */
function isToldToAnswer(tokens: SentenceView['tokens'], to: number): boolean {
  const words = tokens.slice(to, to + 9).map(({ word }) => word);
  const clause = words.slice(0, Math.max(0, words.indexOf(',')) || words.length);
  return /\bwhether\b|\bto (?:explain|clarify|comment|answer)\b/.test(clause.join(' '));
}

/** "Hinted that he had already authorised": he may have done it, and is not said to think of it. */
function isHintAtFact(view: SentenceView, { kind, from, to }: CueMention): boolean {
  const isHint =
    kind === 'consider' && /^(?:hint|signal|suggest|indicat)/.test(view.tokens[from]?.word ?? '');
  const permit = view.cues.find((cue) => isHint && cue.kind === 'permit' && cue.from >= to);
  if (permit === undefined || permit.from - to > 6) return false;
  return view.tokens.slice(to, permit.from).some(({ word }) => /^(?:had|has|have)$/.test(word));
}

/** "Asks nobody for leave": no request. */
function isOfNobody({ tokens }: SentenceView, { kind, from, to }: CueMention): boolean {
  const asked = tokens.slice(from, to).map(({ word }) => word);
  return kind === 'request' && /\b(?:nobody|no one)\b/.test(asked.join(' '));
}

/** "The unwillingness to support": no support. */
function isRefusedSupport(view: SentenceView, { kind, from }: CueMention): boolean {
  return (
    kind === 'support' &&
    view.tokens[from - 1]?.word === 'to' &&
    view.cues.some((cue) => cue.kind === 'refuse' && isRefusalNoun(view, cue) && cue.to === from - 1)
  );
}

/** "After long hesitation", "ends months of refusal": there is none any more. */
function isOver(view: SentenceView, { kind, from, to }: CueMention): boolean {
  const before = view.tokens.slice(Math.max(0, from - 3), from).map(({ word }) => word);
  return (
    kind === 'refuse' &&
    isRefusalNoun(view, { from, to }) &&
    before.some((word) => /^(?:after|ends?|ended|ending)$/.test(word))
  );
}

/** "There was no ban which one could lift": nothing is weighed. */
function isOverNothing(view: SentenceView, { kind, from }: CueMention): boolean {
  return (
    kind === 'consider' &&
    view.cues.some((cue) => cue.kind === 'no-restriction' && cue.to <= from && from - cue.to <= 3)
  );
}

/** What has an attitude's word, and is none. */
const NO_ATTITUDES = [
  isOverNothing,
  isOver,
  isRefusedSupport,
  isOfNobody,
  isRefusedRequest,
  isHintAtFact,
  isQuestion,
  isForThings,
  isCriticismOfNobody,
  isOfOldWish,
];

const REQUEST_NOUN = /^(?:requests?|pleas?|appeals?|bids?)$/;

/** "They fear that allowing strikes could draw them in": what is feared nobody threatens. */
function isFeared({ tokens }: SentenceView, { from }: CueMention): boolean {
  return tokens.some(
    ({ word }, at) =>
      at < from &&
      from - at <= FEAR_REACH &&
      /^(?:fear|fears|feared|fearing)$/.test(word) &&
      tokens[at + 1]?.word === 'that',
  );
}

/** How far behind "fear that" a danger may be named, in tokens. */
const FEAR_REACH = 40;
/** Worry about escalation is a reason and no threat. */
const FEARS =
  /^(?:fear|fears|feared|fearing|concern|concerns|concerned|worry|worries|worried|risk|risks|avoid|avoiding)$/;
const TURNED_DOWN = /^(?:denied|rejected|refused|dismissed)$/;
const CAN_BE_NEGATED: ReadonlySet<CueKind> = new Set([
  'oppose',
  'deny',
  'warn',
  'tighten',
  'refuse',
  'call',
  'support',
] as const);
