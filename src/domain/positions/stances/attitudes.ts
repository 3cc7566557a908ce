import { BE_WORDS, SPEECH_VERBS } from '../../text/reporting-words.ts';
import type { CueKind } from '../../topics/cue-kinds.ts';
import { isDirectlyNegated } from '../norms/negation.ts';
import type { Norm } from '../norms/norm.ts';
import { type CueMention, isAttitude, type SentenceView, type TokenRange } from '../sentence-view.ts';
import { isRefusalNoun } from './attitude-noun.ts';
import { isUndone } from './no-attitude.ts';

/** Attitudes that may follow what they are about: "strikes … would be a mistake, he said". */
export const MAY_FOLLOW: ReadonlySet<CueKind> = new Set([
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

/** "If they were used, Russia would feel entitled", "the answer would be serious": what would follow is the threat itself. */
function isConsequence({ tokens, actorMatches }: SentenceView, { kind, from }: CueMention): boolean {
  if (kind !== 'warn') return false;
  if (/^(?:answer|reaction|reply|response|retaliation)$/.test(tokens[from]?.word ?? '')) return true;
  const isConditional = /^(?:would|will)$/.test(tokens[from - 1]?.word ?? '');
  return isConditional && actorMatches.some(({ to }) => to === from - 1);
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
  // of a policy that is only criticised nobody knows which way it went
  if (before === undefined && reaction.kind === 'oppose' && isOfPolicy(view, reaction)) return undefined;
  const isPointing = pointsBack(view, reaction);
  const isEnough = before !== undefined || isPointing || reaction.kind === 'warn';
  // of limits that are merely there, what was just said or decided is judged, and not the limits
  const isOfWords = before?.kind === 'restricted' && isPointing;
  const kind = isOfWords ? 'permitted' : (before?.kind ?? 'used');
  return isEnough ? { from: reaction.to, to: reaction.to, kind, modality: 'fact' } : undefined;
}

function isOfPolicy({ tokens }: SentenceView, { to }: CueMention): boolean {
  const object = tokens.slice(to, to + 2).map(({ word }) => word);
  return object.some((word) => /^(?:policy|policies|position|stance|rules?)$/.test(word));
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

/** "Mulls a request for jets", "welcomed remarks on deliveries": what such words are about stands behind them. */
const WORDS_ABOUT = /^(?:requests?|comments?|remarks?|reports?|claims?|suggestions?|calls?|appeal)$/;
const ABOUT = /^(?:for|on|about|regarding|concerning|that)$/;

/** "Condemned the attack": whose, and with what, is not said. */
const DEEDS = /^(?:strikes?|attacks?)$/;

/** Whether what follows names something said or done before: "the decision", "working that out", or a "this" with nothing behind it. */
function pointsBack(view: SentenceView, { kind, from, to }: CueMention): boolean {
  const isOfPronoun = view.tokens.slice(from, to).some(({ word }) => /^(?:it|this|that)$/.test(word));
  if (kind === 'consider' && isOfPronoun) return true;
  const isPassive = [from - 1, from].some((at) => BE_WORDS.has(view.tokens[at]?.word ?? ''));
  return view.tokens
    .slice(isPassive ? Math.max(0, from - 4) : from, to + 8)
    .some(
      ({ word }, index, all) =>
        (REACTED_TO.test(word) &&
          (!DEEDS.test(word) || view.objects.length > 0 || view.geos.length > 0) &&
          !(WORDS_ABOUT.test(word) && ABOUT.test(all[index + 1]?.word ?? ''))) ||
        (/^(?:it|this|that)$/.test(word) && /^[.,;”"]?$/.test(all[index + 1]?.text ?? '')),
    );
}

/** "Urged him to reject demands for strikes", "asked that it does not use them": what is called for is the opposite. */
export function turnedByAdvice(view: SentenceView, norm: Norm, attitudes: readonly CueMention[]): Norm {
  const isAskedNot =
    norm.kind === 'used' &&
    norm.from < norm.to &&
    isDirectlyNegated(view, norm) &&
    attitudes.some(({ kind, from }) => (kind === 'call' || kind === 'request') && from < norm.from);
  if (isAskedNot) return { ...norm, kind: 'forbidden' };
  const call = attitudes.find(({ kind, from }) => kind === 'call' && from < norm.from);
  if (call !== undefined && isBanToRethink(view, norm)) return { ...norm, kind: 'lifted' };
  const isToRefuse =
    call !== undefined &&
    attitudes.some(
      ({ kind, from }) => (kind === 'refuse' || kind === 'oppose') && from > call.from && from < norm.from,
    );
  return isToRefuse && (norm.kind === 'used' || norm.kind === 'permitted' || norm.kind === 'lifted')
    ? { ...norm, kind: 'forbidden' }
    : norm;
}

/** "Urged them to rethink the ban that keeps it from firing": of a ban that is there, something else is asked. */
function isBanToRethink({ tokens, cues }: SentenceView, { kind, from }: Norm): boolean {
  if (kind !== 'forbidden' || !cues.some((cue) => cue.kind === 'forbid' && cue.from === from)) return false;
  const before = tokens.slice(Math.max(0, from - 2), from + 1).map(({ word }) => word);
  return !before.some((word) => /^(?:and|be|must|never|not|shall|should|to)$/.test(word));
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
    others.find((attitude) => isAddedCall(view, norm, attitude, others)) ??
    others.find(({ kind, from, to }) => kind === 'call' && from < norm.from && to >= norm.to) ??
    others.find(({ from }) => from < Math.max(norm.to, norm.from + 1)) ??
    others.find((attitude) => MAY_FOLLOW.has(attitude.kind) && isAbout(view, attitude))
  );
}

/** "Praised the advance and urged the allies to lift the limits": what was praised is another thing. */
function isAddedCall(
  { tokens }: SentenceView,
  norm: Norm,
  { kind, from, to }: CueMention,
  others: readonly CueMention[],
): boolean {
  return (
    kind === 'call' &&
    to <= norm.from &&
    tokens[from - 1]?.word === 'and' &&
    others.some((other) => other.kind === 'support' && other.to < from - 1)
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
