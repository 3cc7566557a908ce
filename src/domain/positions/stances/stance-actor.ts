import type { Topic } from '../../topics/topic.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import type { Norm } from '../norms/norm.ts';
import type { CueMention, SentenceView, TokenRange } from '../sentence-view.ts';
import { isAdvice, isAdviceGiven, isComplaint, isInClause, isJudgementOfAnother, isWish } from './advice.ts';
import {
  describedBy,
  holderAfter,
  holderInside,
  isOfUnknownAgent,
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
} from './rule-maker.ts';
import { adversaryIn } from './threat-maker.ts';

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
  const isRecipients =
    attitude?.kind === 'request' ||
    attitude?.kind === 'call' ||
    attitude?.kind === 'consider' ||
    attitude?.kind === 'deny' ||
    (attitude === undefined && norm.modality === 'should') ||
    (attitude?.kind === 'oppose' && (norm.kind === 'restricted' || norm.kind === 'forbidden'));
  const may = (mention: ActorMention) =>
    isRecipients || mention.actor.country !== topic.recipient || norm.kind === 'used';
  // whose minister it is who says "sets no conditions", the subject tells
  const isUnknown = speaker?.actor.country === undefined;
  const isSpeakers =
    (isAdvice(view, anchor) && !(attitude === undefined && norm.kind === 'absent' && isUnknown)) ||
    isWish(view, norm, attitude) ||
    isJudgementOfAnother(view, attitude) ||
    ((norm.kind === 'national' || norm.kind === 'right') && attitude === undefined) ||
    (isComplaint(norm, attitude) && isInClause(context, speaker)) ||
    (attitude !== undefined && attitude.from > norm.from);
  const asker = attitude?.kind === 'request' ? recipientBefore(context, anchor.from, topic) : undefined;
  // "why Kyiv needs leave, a source said": the source only tells of it
  const isTold = asker !== undefined && isUnknown;
  if (isSpeakers && !isTold && isAdviceGiven(view, anchor, norm, attitude)) return speaker;
  const candidates = [
    attitude && nounOf(context, attitude),
    attitude && describedBy(context, attitude),
    attitude && holderAfter(context, attitude),
    attitude ? undefined : deciderOf(context, norm),
    attitude?.kind === 'warn' ? adversaryIn(context, topic) : undefined,
    asker,
    norm.kind === 'absent' || norm.kind === 'imposed' ? agentAfter(context, norm) : undefined,
    isSpeakers ? speaker : undefined,
    isPassive(view, anchor) ? agentAfter(context, anchor) : undefined,
    norm.kind === 'permitted' && attitude === undefined ? grantorAfter(context, norm) : undefined,
    attitude !== undefined && attitude.from > norm.from ? firstSubject(context, norm.from, may) : undefined,
    subjectBefore(context, anchor.from, may),
    norm.kind === 'absent' ? speaker : undefined,
    agentAfter(context, anchor),
    relativeAntecedent(context),
    authorOf(context, anchor),
    declarerOf(context, anchor),
    imposerOf(context, norm),
    ownerOf(context, anchor, (mention) => may(mention) && mention.actor.country !== topic.adversary),
    promiseeOf(context, norm),
    speaker,
    context.previousSubject,
    giverOf(context, norm),
    norm.kind === 'forbidden' ? imposerBefore(context) : undefined,
    attitude && holderInside(context, attitude),
  ];
  const found = candidates.find((mention) => mention !== undefined && may(mention));
  return found?.actor.name === 'we' ? speaker : found;
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
