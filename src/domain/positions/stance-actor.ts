import { BE_WORDS, SHOULD_WORDS } from '../text/reporting-words.ts';
import type { Topic } from '../topics/topic.ts';
import type { ActorMention } from './actor-mention.ts';
import { isRefusalNoun } from './no-attitude.ts';
import type { Norm } from './norm.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';

/** What is known around a clause when its actor is looked for. */
export interface ClauseContext {
  readonly view: SentenceView;
  readonly clause: TokenRange;
  readonly mentions: readonly ActorMention[];
  /** Whose words the sentence gives, when it says so or the paragraph does. */
  readonly speaker?: ActorMention | undefined;
  /** Who acted in the clause before, for clauses without a subject of their own. */
  readonly previousSubject?: ActorMention | undefined;
}

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
    (attitude === undefined && norm.modality === 'should') ||
    (attitude?.kind === 'oppose' && (norm.kind === 'restricted' || norm.kind === 'forbidden'));
  const may = (mention: ActorMention) =>
    isRecipients || mention.actor.country !== topic.recipient || norm.kind === 'used';
  // whose minister it is who says "sets no conditions", the subject tells
  const isUnknown = speaker?.actor.country === undefined;
  const isSpeakers =
    (isAdvice(view, anchor) && !(attitude === undefined && norm.kind === 'absent' && isUnknown)) ||
    isWish(view, norm, attitude) ||
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

/** "In a break from France saying that Kyiv should be allowed, Rome …": who says it stands right before. */
function sayerOf({ view, clause, mentions }: ClauseContext, anchor: TokenRange): ActorMention | undefined {
  return mentions.findLast(
    ({ from, to, usage }) =>
      usage === 'oblique' &&
      from >= clause.from &&
      to < anchor.from &&
      /^(?:saying|arguing|insisting)$/.test(view.tokens[to]?.word ?? ''),
  );
}

/** "Has been condemned by aid groups": of some that nobody knows, and not of the one who is condemned. */
function isOfUnknownAgent({ view, mentions }: ClauseContext, attitude: CueMention): boolean {
  return (
    view.tokens[attitude.to]?.word === 'by' &&
    isPassive(view, attitude) &&
    !mentions.some(({ from }) => from > attitude.to && from - attitude.to <= 6)
  );
}

/** "A move criticised by Moscow". */
function holderAfter({ view, mentions }: ClauseContext, attitude: CueMention): ActorMention | undefined {
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

const REACTION_NOUN = /^(?:criticism|condemnation|anger|outrage|support|backing|praise)$/;
const RESTS = /^(?:rests?|rested|lies|lay|stays|remains|is)$/;

/** "Debate is growing inside the administration over relaxing the limits". */
function holderInside({ mentions }: ClauseContext, { kind, from, to }: CueMention): ActorMention | undefined {
  return kind === 'consider'
    ? mentions.find((mention) => mention.from > from && mention.to < to && mention.usage !== 'possessive')
    : undefined;
}

/** "Directed at a hesitant White House": whom an adjective describes. */
function describedBy({ view, mentions }: ClauseContext, attitude: CueMention): ActorMention | undefined {
  const isDescription = /^(?:hesitant|reluctant|unwilling|cautious|wary)$/.test(
    view.tokens[attitude.from]?.word ?? '',
  );
  return isDescription ? mentions.find(({ from }) => from === attitude.to) : undefined;
}

/** Whose advice it is only a speaker tells: the subject of "should" is the one who is advised. */
function isAdviceGiven(
  view: SentenceView,
  anchor: TokenRange,
  norm: Norm,
  attitude: CueMention | undefined,
): boolean {
  const word = view.tokens[anchor.from]?.word ?? '';
  return isWish(view, norm, attitude) || SHOULD_WORDS.has(word) || word === 'need';
}

/** "It fights with one hand behind its back": who suffers under the limits is not always the one who complains. */
function isComplaint(norm: Norm, attitude: CueMention | undefined): boolean {
  return (
    attitude?.kind === 'oppose' && norm.from < norm.to && norm.from >= attitude.from && norm.to <= attitude.to
  );
}

/** "Allowed it — a reversal of what was criticised for …": the speaker of the sentence does not say all of it. */
function isInClause({ clause, mentions }: ClauseContext, speaker: ActorMention | undefined): boolean {
  if (clause.from === 0) return true;
  return (
    speaker !== undefined &&
    mentions.includes(speaker) &&
    speaker.from >= clause.from &&
    speaker.to <= clause.to
  );
}

/** "Ukraine should be able to": a wish, whereas "must be used only at home" is a rule. */
function isWish(view: SentenceView, norm: Norm, attitude: CueMention | undefined): boolean {
  return norm.modality === 'should' && !attitude && (norm.kind !== 'forbidden' || isBlame(view, norm));
}

/** "He should never have allowed it": a rebuke by another. */
function isBlame({ tokens }: SentenceView, { from, to }: TokenRange): boolean {
  const words = tokens.slice(Math.max(0, from - 4), to).map(({ word }) => word);
  return /\bshould (?:not|never) have\b/.test(words.join(' '));
}

/** "Should be allowed", "the time has come": the advice is the speaker's. */
function isAdvice(view: SentenceView, anchor: TokenRange): boolean {
  const word = view.tokens[anchor.from]?.word ?? '';
  return SHOULD_WORDS.has(word) || /^(?:time|moment|it|no|need|long)$/.test(word);
}

/** The subject of a sentence whose judgement comes last: "Budapest called the decision to let … dangerous". */
function firstSubject(
  { clause, mentions }: ClauseContext,
  at: number,
  may: Filter,
): ActorMention | undefined {
  return mentions.find(
    (mention) => mention.from >= clause.from && mention.to <= at && mention.usage === 'free' && may(mention),
  );
}

type Filter = (mention: ActorMention) => boolean;

function subjectBefore(
  { view, clause, mentions }: ClauseContext,
  at: number,
  may: Filter,
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

/** "Ukraine had approached officials and asked": who asks is the recipient where it is named. */
function recipientBefore(
  { clause, mentions }: ClauseContext,
  at: number,
  topic: Topic,
): ActorMention | undefined {
  return mentions.findLast(
    ({ from, to, usage, actor }) =>
      from >= clause.from && to <= at + 1 && usage !== 'oblique' && actor.country === topic.recipient,
  );
}

/** "Ukraine may use the jets provided by Belgium only at home": whose leave it is, the giver tells. */
function giverOf({ view, clause, mentions }: ClauseContext, norm: Norm): ActorMention | undefined {
  if (norm.kind === 'restricted') return sourceOf(view, mentions);
  if (norm.kind !== 'permitted' && norm.kind !== 'forbidden' && norm.kind !== 'right') return undefined;
  return mentions.find(
    ({ from, to, usage, actor }) =>
      from >= clause.from &&
      to <= clause.to &&
      actor.country?.length === 2 &&
      (usage === 'agent' ||
        (usage === 'possessive' &&
          view.objects.some((object) => object.from - to <= 1 && object.from >= to))),
  );
}

/** "Restrictions on arms received from Western states". */
function sourceOf(view: SentenceView, mentions: readonly ActorMention[]): ActorMention | undefined {
  return mentions.find(({ from }) => view.supplied.some(({ to }) => from >= to && from - to <= 1));
}

/** "Ukraine promised the US that it would not use them there": the rule is of the one who got the promise. */
function promiseeOf({ view, mentions }: ClauseContext, norm: Norm): ActorMention | undefined {
  const isPromise = /^(?:promised|pledged|assured|promise|assurances?)$/.test(
    view.tokens[norm.from]?.word ?? '',
  );
  return norm.kind === 'forbidden' && isPromise
    ? mentions.find(({ from, to, usage }) => usage !== 'possessive' && from > norm.from && to <= norm.to)
    : undefined;
}

/** "Stoltenberg's call to lift the ban", "pleas from Kyiv": an attitude in a noun is its owner's. */
function nounOf({ view, mentions }: ClauseContext, attitude: CueMention): ActorMention | undefined {
  if (!isAttitudeNoun(view, attitude) && !isRefusalNoun(view, attitude)) return undefined;
  const isOwner = ({ to, usage }: ActorMention) =>
    usage === 'possessive' && attitude.from - to >= 0 && attitude.from - to <= 2;
  const isSender = ({ from }: ActorMention) =>
    from === attitude.from + 2 && /^(?:from|by)$/.test(view.tokens[from - 1]?.word ?? '');
  return mentions.find((mention) => isOwner(mention) || isSender(mention));
}

/** "Duda said that the American decision to allow", "a move by Biden, as was reported, to allow": not the speaker's. */
function deciderOf({ view, clause, mentions }: ClauseContext, norm: Norm): ActorMention | undefined {
  const noun = norm.from - 2;
  if (view.tokens[norm.from - 1]?.word !== 'to') return undefined;
  const isDecision = (at: number) => DECISION_NOUN.test(view.tokens[at]?.word ?? '');
  const author = mentions.findLast(
    ({ from, to, usage }) =>
      (usage === 'agent' || usage === 'oblique') &&
      to <= norm.from &&
      norm.from - to <= 8 &&
      [from - 2, from - 3].some(
        (at) => /^(?:by|of)$/.test(view.tokens[at + 1]?.word ?? '') && isDecision(at),
      ),
  );
  if (author) return author;
  if (!isDecision(noun)) return undefined;
  return mentions.findLast(
    ({ from, to, usage }) =>
      usage === 'possessive' && from >= clause.from && noun - to >= 0 && noun - to <= 2,
  );
}

/** Whether the word of an attitude is a noun such as "call", "appeal" or "threat". */
export function isAttitudeNoun(view: SentenceView, { from }: TokenRange): boolean {
  return /^(?:calls?|appeals?|pleas?|requests?|threats?|warnings?|demands?)$/.test(
    view.tokens[from]?.word ?? '',
  );
}

/** "Russian threats", and no "Russian border would …". */
const THREAT_NOUN = /^(?:threat|warning|ultimatum|nuclear|red|blackmail|sab)/;

/** A threat is the adversary's where it is the one who speaks or acts, rather than the one to be struck. */
function adversaryIn(context: ClauseContext, topic: Topic): ActorMention | undefined {
  const { view, clause, mentions, speaker } = context;
  if (speaker?.actor.country === topic.adversary) return speaker;
  const threat = view.cues.find(
    ({ kind, from }) => kind === 'warn' && from >= clause.from && from < clause.to,
  );
  const ofThreat = mentions.find(
    ({ from, to, usage, actor }) =>
      threat !== undefined &&
      actor.country === topic.adversary &&
      ((usage !== 'oblique' &&
        (usage !== 'possessive' || THREAT_NOUN.test(view.tokens[threat.from]?.word ?? '')) &&
        (threat.from - to === 0 || threat.from - to === 1)) ||
        (from === threat.to && view.tokens[from - 1]?.word === 'from')),
  );
  if (ofThreat) return ofThreat;
  // "Zelensky warned that Russia was planning": a warning of the adversary is not its own
  if (
    threat &&
    WARNING.test(view.tokens[threat.from]?.word ?? '') &&
    isAfterAnother(context, threat.from, topic)
  )
    return undefined;
  const isStruck = (at: number) => view.cues.some(({ kind, to }) => kind === 'use' && to === at);
  return mentions.find(
    ({ from, to, usage, actor }) =>
      from >= clause.from &&
      from < clause.to &&
      usage === 'free' &&
      actor.country === topic.adversary &&
      !isStruck(from) &&
      // "warned that it could embolden Russia": who is spoken of behind the threat acts, or threatens nobody
      (threat === undefined ||
        isActing(view, to) ||
        (from < threat.from && !hasActorBefore(context, from, topic))),
  );
}

const WARNING = /^(?:warn|caution|alert)/;

function isAfterAnother({ mentions }: ClauseContext, at: number, topic: Topic): boolean {
  return mentions.some(
    ({ to, usage, actor }) =>
      usage === 'free' &&
      at - to >= 0 &&
      at - to <= 2 &&
      actor.country !== undefined &&
      actor.country !== topic.adversary,
  );
}

/** "The president is not trying to depose Putin, and issues warnings": another acts. */
function hasActorBefore({ clause, mentions }: ClauseContext, at: number, topic: Topic): boolean {
  return mentions.some(
    ({ from, to, usage, actor }) =>
      from >= clause.from && to <= at && usage === 'free' && actor.country !== topic.adversary,
  );
}

function isActing({ tokens }: SentenceView, to: number): boolean {
  return /^(?:,|would|will|may|might|could|can|has|had|have|is|was|also|reserves|to|said|says|warned|warns|\w+ed)$/.test(
    tokens[to]?.word ?? '',
  );
}

function agentAfter({ view, clause, mentions }: ClauseContext, anchor: TokenRange): ActorMention | undefined {
  const isGiver = (at: number) => view.supplied.some(({ to }) => to <= at && at - to <= 2);
  const isAuthor = (at: number) =>
    view.tokens.slice(Math.max(anchor.to, at - 4), at).some(({ word }) => DECISION_NOUN.test(word));
  return mentions.find(
    ({ from, usage }) =>
      usage === 'agent' && from >= anchor.to && from < clause.to && !isGiver(from) && !isAuthor(from),
  );
}

/** "Gained permission to fire them there from Washington", "permissions granted by London". */
function grantorAfter({ view, clause, mentions }: ClauseContext, { to }: Norm): ActorMention | undefined {
  return mentions.find(
    (mention) =>
      mention.usage === 'agent' &&
      mention.from >= to &&
      mention.from < clause.to &&
      (view.tokens.slice(mention.from - 2, mention.from).some(({ word }) => word === 'from') ||
        view.tokens
          .slice(mention.from - 5, mention.from)
          .some(({ word }) => /^(?:granted|given|issued)$/.test(word))),
  );
}

/** "The calls were backed by Paris": the one before the verb has not done it. */
function isPassive({ tokens }: SentenceView, { from }: TokenRange): boolean {
  const isBe = (at: number) => BE_WORDS.has(tokens[at]?.word ?? '');
  return isBe(from) || (isBe(from - 1) && !tokens[from]?.word.endsWith('ing'));
}

/** "Reversed a decision by Biden": he is the author of what is reversed. */
const DECISION_NOUN = /^(?:decision|directive|order|move|policy|ruling|pledge|permission)$/;

function relativeAntecedent({ view, clause, mentions }: ClauseContext): ActorMention | undefined {
  const first = view.tokens[clause.from]?.word ?? '';
  if (!/^(?:which|who|whose)$/.test(first)) return undefined;
  return mentions.findLast(({ to }) => to <= clause.from);
}

/** "A directive by Biden that allowed Kyiv to strike". */
function authorOf({ view, mentions }: ClauseContext, anchor: TokenRange): ActorMention | undefined {
  if (!/^(?:that|which)$/.test(view.tokens[anchor.from - 1]?.word ?? '')) return undefined;
  return mentions.findLast(
    ({ to, usage }) => to <= anchor.from && anchor.from - to <= 3 && usage !== 'oblique',
  );
}

/** "A joint declaration by Norway and Denmark that voiced no objection". */
function declarerOf({ view, clause, mentions }: ClauseContext, anchor: TokenRange): ActorMention | undefined {
  return mentions.findLast(
    ({ from, to, usage }) =>
      usage === 'agent' &&
      from >= clause.from &&
      to <= anchor.from &&
      view.tokens.slice(Math.max(0, from - 3), from).some(({ word }) => DECLARATION.test(word)),
  );
}

const DECLARATION = /^(?:declaration|statement|announcement|letter|resolution|communiqué|communique)$/;

/** "Because of restrictions imposed by its allies, it cannot hit them". */
function imposerBefore({ view, mentions }: ClauseContext): ActorMention | undefined {
  return mentions.find(
    ({ from, usage }) =>
      usage === 'agent' &&
      view.tokens
        .slice(Math.max(0, from - 3), from)
        .some(({ word }) => /^(?:imposed|set|placed|put)$/.test(word)),
  );
}

/** "Faces restrictions from Western allies": whom a ban comes from. */
function imposerOf({ view, mentions }: ClauseContext, { kind, to }: Norm): ActorMention | undefined {
  if (kind !== 'restricted' && kind !== 'imposed' && kind !== 'kept') return undefined;
  return view.tokens[to]?.word === 'from'
    ? mentions.find(({ from }) => from > to && from - to <= 2)
    : undefined;
}

/** "Washington's ban", "US restrictions", "the British permission". */
function ownerOf(
  { clause, mentions }: ClauseContext,
  anchor: TokenRange,
  may: Filter,
): ActorMention | undefined {
  return mentions.findLast(
    (mention) =>
      mention.usage === 'possessive' &&
      mention.from >= clause.from &&
      mention.to <= anchor.from + 1 &&
      anchor.from - mention.to <= 5 &&
      may(mention),
  );
}
