import { SPEECH_VERBS } from '../text/reporting-words.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import { isDirectlyNegated } from './negation.ts';
import type { Norm } from './norm.ts';
import { type CueMention, isAttitude, type SentenceView, type TokenRange } from './sentence-view.ts';

/** Attitudes that may follow what they are about: "strikes … would be a mistake, he said". */
const MAY_FOLLOW: ReadonlySet<CueKind> = new Set([
  'consider',
  'refuse',
  'oppose',
  'support',
  'warn',
  'deny',
] as const);
/** What a reaction without a norm of its own is about: something said or done before. */
const REACTED_TO =
  /^(?:decision|decisions|move|step|idea|proposal|plan|permission|authorisation|authorization|policy|remarks?|statements?|comments?|words|strikes?|attacks?|such|change|shift|calls?|possibility|possibilities|option|notion|suggestions?|appeal|requests?|vote|budge|reports?|claims?|view|position|stance)$/;

/** The attitudes that a clause holds: calls, refusals, threats, … that nothing takes back. */
export function attitudesIn(view: SentenceView, clause: TokenRange): CueMention[] {
  return view.cues.filter(
    ({ kind, from, to }) =>
      isAttitude(kind) &&
      from >= clause.from &&
      from < clause.to &&
      !isInIfClause(view, { kind, from, to }) &&
      !isUndone(view, { kind, from, to }),
  );
}

/** "Does not oppose", "was denied": no attitude of the subject. */
function isUndone(view: SentenceView, cue: CueMention): boolean {
  const words = view.tokens.slice(Math.max(0, cue.from - 6), cue.from).map(({ word }) => word);
  if (cue.kind === 'warn' && (words.some((word) => FEARS.test(word)) || isFeared(view, cue))) return true;
  if (
    TURNED_DOWN.test(view.tokens[cue.from]?.word ?? '') &&
    PASSIVE.test(words.at(-1) ?? '') &&
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
      (cue) => cue.kind === 'refuse' && cue.from >= to && PASSIVE.test(view.tokens[cue.from - 1]?.word ?? ''),
    )
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
    to - from > 1 && /^ask/.test(word) && /^(?:how|why|when|what)$/.test(tokens[from + 1]?.word ?? '');
  return isReported || isOpen;
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

/** What has an attitude's word, and is none. */
const NO_ATTITUDES = [
  isOver,
  isRefusedSupport,
  isOfNobody,
  isRefusedRequest,
  isHintAtFact,
  isQuestion,
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
const PASSIVE = /^(?:be|been|was|were|is|are|being)$/;
const CAN_BE_NEGATED: ReadonlySet<CueKind> = new Set([
  'oppose',
  'deny',
  'warn',
  'tighten',
  'refuse',
  'call',
] as const);

/** "Asked if Ottawa objected": the attitude is the question's. */
function isInIfClause(view: SentenceView, attitude: CueMention): boolean {
  // "to decide whether NATO is directly involved" is the threat itself
  if (isConsequence(view, attitude) || view.tokens[attitude.from]?.word === 'whether') return false;
  return view.cues.some(
    ({ kind, to }) =>
      kind === 'hypothetical' &&
      to <= attitude.from &&
      attitude.from - to <= 14 &&
      !view.tokens.slice(to, attitude.from).some(({ text, word }) => text === ',' || SPEECH_VERBS.has(word)),
  );
}

/** "If they were used, Russia would feel entitled": what would follow is the threat itself. */
function isConsequence({ tokens, actorMatches }: SentenceView, { kind, from }: CueMention): boolean {
  const isConditional = /^(?:would|will)$/.test(tokens[from - 1]?.word ?? '');
  return kind === 'warn' && isConditional && actorMatches.some(({ to }) => to === from - 1);
}

/** "His refusal", "the allies' hesitation". */
export function isRefusalNoun(view: SentenceView, { from }: TokenRange): boolean {
  return /^(?:refusal|reluctance|hesitation|hesitancy|unwillingness)$/.test(view.tokens[from]?.word ?? '');
}

/** A threat or a judgement without a norm of its own is about what the sentence said before, or about its occasion. */
export function reactedTo(
  view: SentenceView,
  attitudes: readonly CueMention[],
  before: Norm | undefined,
): Norm | undefined {
  const reaction = attitudes.find(
    (attitude) => MAY_FOLLOW.has(attitude.kind) && !isRefusalNoun(view, attitude),
  );
  if (!reaction || isOfPerson(view, reaction)) return undefined;
  const isPointing = pointsBack(view, reaction);
  const isEnough = before !== undefined || isPointing || reaction.kind === 'warn';
  // of limits that are merely there, what was just said or decided is judged, and not the limits
  const isOfWords = before?.kind === 'restricted' && isPointing;
  const kind = isOfWords ? 'permitted' : (before?.kind ?? 'used');
  return isEnough ? { from: reaction.to, to: reaction.to, kind, modality: 'fact' } : undefined;
}

/** "I oppose the president on that": of what else he says, nothing is known. */
function isOfPerson({ tokens, actorMatches }: SentenceView, { kind, to }: CueMention): boolean {
  if (tokens[to]?.word === 'by') return false;
  const person = actorMatches.find(({ from }) => from === to || from === to + 1);
  return kind === 'oppose' && person !== undefined && tokens[person.to]?.word !== "'s";
}

/** A judgement after the norm is about it, unless it has an object of its own: "eased … to support the troops". */
function isAbout(view: SentenceView, attitude: CueMention): boolean {
  if (attitude.kind !== 'support') return true;
  const before = view.tokens.slice(Math.max(0, attitude.from - 3), attitude.from + 1);
  if (before.some(({ word }) => /^(?:is|are|was|were|be|as)$/.test(word))) return true;
  const isWholeJudgement = attitude.to - attitude.from >= 5;
  const after = view.tokens.slice(attitude.to, attitude.to + 8);
  return (
    isWholeJudgement || after.length <= 2 || after.some(({ word }) => REACTED_TO.test(word) || word === 'by')
  );
}

/** "Condemned the attack": whose, and with what, is not said. */
const DEEDS = /^(?:strikes?|attacks?)$/;

/** Whether what follows names something said or done before: "the decision", or a "this" with nothing behind it. */
function pointsBack(view: SentenceView, { from, to }: CueMention): boolean {
  const isPassive = [from - 1, from].some((at) => PASSIVE.test(view.tokens[at]?.word ?? ''));
  return view.tokens
    .slice(isPassive ? Math.max(0, from - 4) : from, to + 8)
    .some(
      ({ word }, index, all) =>
        (REACTED_TO.test(word) && (!DEEDS.test(word) || view.objects.length > 0 || view.geos.length > 0)) ||
        (/^(?:it|this|that)$/.test(word) && /^[.,;”"]?$/.test(all[index + 1]?.text ?? '')),
    );
}

/** "Urged him to reject demands for strikes": what is called for is the opposite. */
export function turnedByAdvice(norm: Norm, attitudes: readonly CueMention[]): Norm {
  const call = attitudes.find(({ kind, from }) => kind === 'call' && from < norm.from);
  const isToRefuse =
    call !== undefined &&
    attitudes.some(
      ({ kind, from }) => (kind === 'refuse' || kind === 'oppose') && from > call.from && from < norm.from,
    );
  return isToRefuse && (norm.kind === 'used' || norm.kind === 'permitted' || norm.kind === 'lifted')
    ? { ...norm, kind: 'forbidden' }
    : norm;
}

/** "No new agreements beyond the old limits": what is denied is that they were lifted, and not that they are there. */
export function turnedByDenial(view: SentenceView, norm: Norm, attitudes: readonly CueMention[]): Norm {
  const isNothingNew = attitudes.some(
    ({ kind, from }) => kind === 'deny' && view.tokens[from]?.word === 'no',
  );
  // "was not changing the limits, refuting the chancellor": what is denied is the change
  const isChangeDenied =
    norm.kind === 'kept' && attitudes.some(({ kind, from }) => kind === 'deny' && from >= norm.to);
  return (isNothingNew && norm.kind === 'restricted') || isChangeDenied ? { ...norm, kind: 'lifted' } : norm;
}

/** Whose attitude to the norm counts: one that reaches over it, else one before it, else a judgement behind it. */
export function attitudeTo(
  view: SentenceView,
  norm: Norm,
  attitudes: readonly CueMention[],
): CueMention | undefined {
  const others = attitudes.filter(
    (attitude) => !isPartOf(norm, attitude) && !isOfThePast(view, norm, attitude),
  );
  return (
    others.find(({ kind, from, to }) => kind === 'call' && from < norm.from && to >= norm.to) ??
    others.find(({ from }) => from < Math.max(norm.to, norm.from + 1)) ??
    others.find((attitude) => MAY_FOLLOW.has(attitude.kind) && isAbout(view, attitude))
  );
}

/** "Some that were against it have changed their minds": they were, and are no more. */
function isOfThePast({ tokens }: SentenceView, norm: Norm, { kind, from }: CueMention): boolean {
  return (
    norm.kind === 'lifted' &&
    (kind === 'oppose' || kind === 'refuse' || kind === 'consider') &&
    tokens.slice(Math.max(0, norm.from - 2), norm.from).some(({ word }) => /^(?:have|has|had)$/.test(word)) &&
    tokens.slice(Math.max(0, from - 6), from).some(({ word }) => /^(?:that|who|which)$/.test(word))
  );
}

/** "Gave up its opposition to", "lifted its veto": what is lifted is nobody's attitude any more. */
function isPartOf(norm: Norm, { kind, from }: CueMention): boolean {
  const isInside = from > norm.from && from < norm.to;
  return isInside && !((kind === 'tighten' || kind === 'request') && norm.kind === 'permitted');
}
