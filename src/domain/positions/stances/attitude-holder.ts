import type { Topic } from '../../topics/topic.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import { type CueMention, type TokenRange, wordsIn } from '../sentence-view.ts';
import { isAttitudeNoun, isRefusalNoun } from './attitude-noun.ts';
import { type ClauseContext, isPassive } from './clause-context.ts';

/** "In a break from France saying that Kyiv should be allowed, Rome …": who says it stands right before. */
export function sayerOf(
  { view, clause, mentions }: ClauseContext,
  anchor: TokenRange,
): ActorMention | undefined {
  return mentions.findLast(
    ({ from, to, usage }) =>
      usage === 'oblique' &&
      from >= clause.from &&
      to < anchor.from &&
      /^(?:saying|arguing|insisting)$/.test(view.tokens[to]?.word ?? ''),
  );
}

/** "Has been condemned by aid groups": of some that nobody knows, and not of the one who is condemned. */
export function isOfUnknownAgent(context: ClauseContext, attitude: CueMention): boolean {
  const { view, mentions } = context;
  return (
    isCallOnSomebody(context, attitude) ||
    (view.tokens[attitude.to]?.word === 'by' &&
      isPassive(view, attitude) &&
      !mentions.some(({ from }) => from > attitude.to && from - attitude.to <= 6))
  );
}

/** "The calls on Berg to let …": of some that nobody names, and not of the one who is called on. */
function isCallOnSomebody({ view: { tokens } }: ClauseContext, { from, to }: CueMention): boolean {
  return (
    /^(?:calls|appeals|pleas|pressure)$/.test(tokens[from]?.word ?? '') &&
    /^(?:on|to|upon)$/.test(tokens[to - 1]?.word ?? '') &&
    CALLS_OF_SOME.test(tokens[from - 1]?.word ?? '')
  );
}

const CALLS_OF_SOME =
  /^(?:the|these|such|all|many|more|amid|despite|after|growing|increasing|louder|mounting|new|recent|repeated|rising)$/;

/** "A move criticised by Moscow". */
export function holderAfter(
  { view, mentions }: ClauseContext,
  attitude: CueMention,
): ActorMention | undefined {
  const last = view.tokens[attitude.to - 1]?.word ?? '';
  // "pressure from Kyiv": the word that leads to the holder may be a part of the phrase
  if (/^(?:by|from)$/.test(last))
    return mentions.find(({ from }) => from - attitude.to <= 1 && from >= attitude.to);
  // "drew criticism from Fico", "the final say rests with the secretary"
  const next = view.tokens[attitude.to]?.word ?? '';
  const isFrom = REACTION_NOUN.test(last) && next === 'from';
  const isWith =
    attitude.kind === 'tighten' && RESTS.test(next) && view.tokens[attitude.to + 1]?.word === 'with';
  if (isFrom || isWith)
    return mentions.find(({ from }) => from > attitude.to && from - attitude.to <= (isWith ? 4 : 2));
  const isDone = /(?:ed|ed for|sought)$/.test(last) || last === 'for' || isAttitudeNoun(view, attitude);
  return isDone && view.tokens[attitude.to]?.word === 'by'
    ? mentions.find(({ from }) => from > attitude.to && from - attitude.to <= 2)
    : undefined;
}

const REACTION_NOUN =
  /^(?:anger|applause|approval|backing|condemnation|criticism|disapproval|objections|opposition|outrage|praise|rebuff|refusal|resistance|support|welcome)$/;
const RESTS = /^(?:rests?|rested|lies|lay|stays|remains|is)$/;

/** "Will need the Pentagon's consent", "must have leave from Washington": who may withhold it. */
export function consenterOf(
  { view, mentions }: ClauseContext,
  { kind, from, to }: CueMention,
): ActorMention | undefined {
  if (kind !== 'tighten') return undefined;
  const isFrom = ({ from: at }: ActorMention) => at > to && at - to <= 2 && view.tokens[to]?.word === 'from';
  return (
    mentions.find((mention) => mention.usage === 'possessive' && mention.from > from && mention.to < to) ??
    mentions.find(isFrom)
  );
}

/** "Debate is growing inside the administration over relaxing the limits". */
export function holderInside(
  { mentions }: ClauseContext,
  { kind, from, to }: CueMention,
): ActorMention | undefined {
  return kind === 'consider'
    ? mentions.find((mention) => mention.from > from && mention.to < to && mention.usage !== 'possessive')
    : undefined;
}

/** "Directed at a hesitant White House": whom an adjective describes. */
export function describedBy(
  { view, mentions }: ClauseContext,
  attitude: CueMention,
): ActorMention | undefined {
  const isDescription = /^(?:hesitant|reluctant|unwilling|cautious|wary)$/.test(
    view.tokens[attitude.from]?.word ?? '',
  );
  return isDescription ? mentions.find(({ from }) => from === attitude.to) : undefined;
}

/** "Ukraine had approached officials and asked": who asks is the recipient where it is named. */
export function recipientBefore(
  { clause, mentions }: ClauseContext,
  at: number,
  topic: Topic,
): ActorMention | undefined {
  return mentions.findLast(
    ({ from, to, usage, actor }) =>
      from >= clause.from && to <= at + 1 && usage !== 'oblique' && actor.country === topic.recipient,
  );
}

/** "Stoltenberg's call to lift the ban", "pleas from Kyiv": an attitude in a noun is its owner's. */
export function nounOf({ view, mentions }: ClauseContext, attitude: CueMention): ActorMention | undefined {
  if (!isAttitudeNoun(view, attitude) && !isRefusalNoun(view, attitude)) return undefined;
  const isOwner = ({ to, usage }: ActorMention) =>
    usage === 'possessive' && attitude.from - to >= 0 && attitude.from - to <= 2;
  const isSender = ({ from }: ActorMention) =>
    from - attitude.from >= 2 &&
    from - attitude.from <= 3 &&
    /^(?:of|from|by)(?: the)?$/.test(wordsIn(view, attitude.from + 1, from));
  // "the appeal that Berg made"
  const isMaker = ({ from, to }: ActorMention) =>
    from === attitude.from + 2 &&
    view.tokens[from - 1]?.word === 'that' &&
    /^(?:issued|launched|made|voiced)$/.test(view.tokens[to]?.word ?? '');
  return mentions.find((mention) => isOwner(mention) || isSender(mention) || isMaker(mention));
}

/** "An idea that Berlin has opposed", "a step Rome rejected": who judges it stands right before the verb. */
export function judgeOfRelative(
  { view, mentions }: Pick<ClauseContext, 'view' | 'mentions'>,
  { kind, from }: CueMention,
): ActorMention | undefined {
  if (kind !== 'oppose' && kind !== 'refuse' && kind !== 'support') return undefined;
  return mentions.find(
    (mention) =>
      mention.usage === 'free' &&
      mention.to <= from &&
      from - mention.to <= 3 &&
      AUXILIARIES.test(wordsIn(view, mention.to, from)) &&
      JUDGED_THING.test(wordsIn(view, mention.from - 4, mention.from)),
  );
}

const AUXILIARIES = /^(?:(?:has|have|had|also|always|long|repeatedly|so|far|still|strongly) ?)*$/;
const JUDGED_THING =
  /\b(?:an?|which) (?:\w+ )?(?:condition|demand|idea|move|option|possibility|proposal|request|step|suggestion)(?: that| which| the| that the)?$|, something(?: that| which)?(?: the)?$/;
