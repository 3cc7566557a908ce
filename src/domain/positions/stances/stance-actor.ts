import { SHOULD_WORDS } from '../../text/reporting-words.ts';
import type { Topic } from '../../topics/topic.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import type { Norm } from '../norms/norm.ts';
import type { CueMention, SentenceView, TokenRange } from '../sentence-view.ts';
import { isAdvice, isAdviceGiven, isComplaint, isInClause, isJudgementOfAnother, isWish } from './advice.ts';
import {
  consenterOf,
  describedBy,
  holderAfter,
  holderInside,
  isOfUnknownAgent,
  judgeOfRelative,
  nounOf,
  recipientBefore,
  sayerOf,
} from './attitude-holder.ts';
import { type ActorFilter, type ClauseContext, isPassive } from './clause-context.ts';
import {
  agentAfter,
  authorOf,
  deciderOf,
  declarerOf,
  giverOf,
  grantorAfter,
  imposerBefore,
  imposerOf,
  ownerOf,
  promiseeOf,
  reviewerOf,
} from './rule-maker.ts';
import { adversaryIn } from './threat-maker.ts';

/** What the rules look at: a clause with its norm, and the attitude to it where one is stated. */
interface RuleInput {
  readonly context: ClauseContext;
  readonly norm: Norm;
  readonly attitude: CueMention | undefined;
  /** What the holder is sought beside: the attitude, else the norm. */
  readonly anchor: CueMention | Norm;
  readonly topic: Topic;
  /** One who is to use the object is not the one who permits it. */
  readonly may: ActorFilter;
  /** Who asks another: "convince the allies that Kyiv needs leave". */
  readonly asker: ActorMention | undefined;
  readonly isSpeakers: boolean;
}

type Rule = (input: RuleInput) => ActorMention | undefined;

/** In order of trust: the first that names somebody who may hold the position decides. */
const RULES: readonly Rule[] = [
  ({ context, attitude }) => attitude && nounOf(context, attitude),
  ({ context, attitude }) => attitude && judgeOfRelative(context, attitude),
  ({ context, attitude }) => attitude && consenterOf(context, attitude),
  // "the limits had been lifted by Berg"
  ({ context, norm, attitude }) =>
    attitude === undefined && context.view.tokens[norm.to]?.word === 'by'
      ? agentAfter(context, norm)
      : undefined,
  ({ context, attitude }) => attitude && describedBy(context, attitude),
  ({ context, attitude }) => attitude && holderAfter(context, attitude),
  ({ context, norm, attitude }) => (attitude ? undefined : deciderOf(context, norm)),
  ({ context, attitude, topic }) => (attitude?.kind === 'warn' ? adversaryIn(context, topic) : undefined),
  ({ context, norm, attitude }) => (attitude ? undefined : doerBehind(context, norm)),
  ({ asker }) => asker,
  ({ context, norm }) =>
    norm.kind === 'absent' || norm.kind === 'imposed' ? agentAfter(context, norm) : undefined,
  ({ context, isSpeakers }) => (isSpeakers ? context.speaker : undefined),
  ({ context, anchor }) => (isPassive(context.view, anchor) ? agentAfter(context, anchor) : undefined),
  ({ context, norm, attitude }) =>
    norm.kind === 'permitted' && attitude === undefined ? grantorAfter(context, norm) : undefined,
  ({ context, norm, attitude, may }) =>
    attitude !== undefined && attitude.from > norm.from ? firstSubject(context, norm.from, may) : undefined,
  ({ context, anchor, may }) => subjectBefore(context, anchor.from, may),
  ({ context, norm }) => (norm.kind === 'absent' ? context.speaker : undefined),
  ({ context, anchor }) => agentAfter(context, anchor),
  ({ context }) => relativeAntecedent(context),
  ({ context, anchor }) => authorOf(context, anchor),
  ({ context, anchor }) => declarerOf(context, anchor),
  ({ context, norm }) => imposerOf(context, norm),
  ({ context, anchor, may, topic }) =>
    ownerOf(context, anchor, (mention) => may(mention) && mention.actor.country !== topic.adversary),
  ({ context, norm }) => promiseeOf(context, norm),
  ({ context }) => context.speaker,
  ({ context }) => context.previousSubject,
  ({ context, norm }) => giverOf(context, norm),
  ({ context, norm }) => (norm.kind === 'forbidden' ? imposerBefore(context) : undefined),
  ({ context, norm }) => (norm.kind === 'forbidden' ? reviewerOf(context, norm) : undefined),
  ({ context, attitude }) => attitude && holderInside(context, attitude),
];

/**
 * Finds whose position a clause states: the subject of the attitude, else of the norm; the "by" of a passive; the
 * owner of a ban ("Washington's ban"); the speaker. One who is to use the object is not the one who permits it.
 */
export function stanceActor(
  context: ClauseContext,
  norm: Norm,
  attitude: CueMention | undefined,
  topic: Topic,
): ActorMention | undefined {
  const { view, speaker } = context;
  const anchor = attitude ?? norm;
  const sayer = sayerOf(context, anchor);
  if (sayer) return sayer;
  if (attitude && isOfUnknownAgent(context, attitude)) return undefined;
  const isSpeakers = isSpeakersOwn(context, norm, attitude);
  const isAsking = attitude?.kind === 'request' && !isRequestAdvised(context, attitude);
  const asker = isAsking ? recipientBefore(context, anchor.from, topic) : undefined;
  // "why Kyiv needs leave, a source said": the source only tells of it
  const isTold = asker !== undefined && isOfUnknownCountry(context);
  if (isSpeakers && !isTold && isAdviceGiven(view, anchor, norm, attitude)) return speaker;
  const isRecipients = mayBeRecipients(norm, attitude);
  const may = ({ actor }: ActorMention) =>
    isRecipients || actor.country !== topic.recipient || norm.kind === 'used';
  const found = firstOf({ context, norm, attitude, anchor, topic, may, asker, isSpeakers });
  return found?.actor.name === 'we' ? speaker : found;
}

function firstOf(input: RuleInput): ActorMention | undefined {
  for (const rule of RULES) {
    const mention = rule(input);
    if (mention && input.may(mention)) return mention;
  }
  return undefined;
}

/** "By forbidding it to strike, the West guarantees …": who does so stands behind the comma. */
function doerBehind(
  { view: { tokens }, clause, mentions }: ClauseContext,
  norm: Norm,
): ActorMention | undefined {
  if (tokens[norm.from - 1]?.word !== 'by' || !tokens[norm.from]?.word.endsWith('ing')) return undefined;
  const comma = tokens.findIndex(({ text }, at) => at >= norm.to && text === ',');
  return mentions.find(
    ({ from, usage }) => usage === 'free' && comma >= clause.from && from > comma && from - comma <= 4,
  );
}

function mayBeRecipients(norm: Norm, attitude: CueMention | undefined): boolean {
  switch (attitude?.kind) {
    case undefined:
      return norm.modality === 'should';
    case 'request':
    case 'call':
    case 'consider':
    case 'deny':
      return true;
    case 'oppose':
      return norm.kind === 'restricted' || norm.kind === 'forbidden';
    default:
      return false;
  }
}

function isSpeakersOwn(context: ClauseContext, norm: Norm, attitude: CueMention | undefined): boolean {
  const { view, speaker } = context;
  const isPlain = attitude === undefined;
  return (
    (isAdvice(view, attitude ?? norm) &&
      !(isPlain && norm.kind === 'absent' && isOfUnknownCountry(context))) ||
    isWish(view, norm, attitude) ||
    isRequestAdvised(context, attitude) ||
    isJudgementOfAnother(view, attitude) ||
    ((norm.kind === 'national' || norm.kind === 'right') && isPlain) ||
    (isComplaint(norm, attitude) && isInClause(context, speaker)) ||
    (attitude !== undefined && attitude.from > norm.from)
  );
}

/** "It should get permission, he said": who should ask is not the one who says so. */
function isRequestAdvised({ view, speaker }: ClauseContext, attitude: CueMention | undefined): boolean {
  const before = view.tokens[(attitude?.from ?? 0) - 1]?.word ?? '';
  return attitude?.kind === 'request' && speaker !== undefined && SHOULD_WORDS.has(before);
}

/** Whose minister it is who says "sets no conditions", the subject tells. */
function isOfUnknownCountry({ speaker }: ClauseContext): boolean {
  return speaker?.actor.country === undefined;
}

/** The subject of a sentence whose judgement comes last: "Budapest called the decision to let … dangerous". */
function firstSubject(
  { clause, mentions }: ClauseContext,
  at: number,
  may: ActorFilter,
): ActorMention | undefined {
  return mentions.find(
    (mention) => mention.from >= clause.from && mention.to <= at && mention.usage === 'free' && may(mention),
  );
}

function subjectBefore(
  { view, clause, mentions }: ClauseContext,
  at: number,
  may: ActorFilter,
): ActorMention | undefined {
  return mentions.findLast(
    (mention) =>
      mention.from >= clause.from &&
      mention.to <= at &&
      mention.usage === 'free' &&
      !isInAside(view, clause, mention, at) &&
      may(mention),
  );
}

/** "Berg stressed, after parliament passed it, that …": who acts between the commas is another. */
function isInAside(
  { tokens }: SentenceView,
  clause: TokenRange,
  { from, to }: TokenRange,
  at: number,
): boolean {
  const comma = tokens.findLastIndex(({ text }, index) => index < from && text === ',');
  return (
    comma > clause.from &&
    from - comma <= 4 &&
    ASIDE.test(tokens[comma + 1]?.word ?? '') &&
    tokens.slice(to, at).some(({ text }) => text === ',')
  );
}

const ASIDE = /^(?:after|before|as|when|while|once|since)$/;

function relativeAntecedent({ view, clause, mentions }: ClauseContext): ActorMention | undefined {
  const first = view.tokens[clause.from]?.word ?? '';
  if (!/^(?:which|who|whose)$/.test(first)) return undefined;
  return mentions.findLast(({ to }) => to <= clause.from);
}
