import { PREPOSITIONS } from '../text/reporting-words.ts';
import { isCapitalised } from '../text/tokens.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { Topic } from '../topics/topic.ts';
import type { Actor, ActorMention } from './actors/actor-mention.ts';
import { jointActors } from './actors/joint-actors.ts';
import { groupActor, stateActor } from './actors/state-actor.ts';
import { type Candidate, candidateBy } from './candidate.ts';
import { decideScope, scopeFor } from './decide-scope.ts';
import type { Statement } from './find-statements.ts';
import { findWeapon } from './find-weapon.ts';
import type { ReadSentence } from './read-article.ts';
import { type ReportedUse, reportOfUse } from './report-of-use.ts';
import { ruleToldBefore } from './rule-told-before.ts';
import { type CueMention, isWithin, type SentenceView, type TokenRange } from './sentence-view.ts';
import type { SetAside } from './set-aside.ts';
import { isAttitudeNoun } from './stances/attitude-noun.ts';
import { decideAction } from './stances/decide-action.ts';
import { decisionJudged } from './stances/decision-judged.ts';
import { echoed } from './stances/echoed.ts';
import { namedAmong } from './stances/named-among.ts';
import { stanceActor } from './stances/stance-actor.ts';
import { isOfAllGivers, isOfRecipient, unnamedGivers } from './stances/unnamed-givers.ts';
import { speechOf } from './voice.ts';

export interface FoundCandidates {
  readonly candidates: readonly Candidate[];
  readonly setAside: readonly SetAside[];
}

/** Finds whose position each statement is, and of which class. Statements that are nobody's are set aside. */
export function findCandidates(
  sentences: readonly ReadSentence[],
  statements: readonly Statement[],
  topic: Topic,
): FoundCandidates {
  const candidates: Candidate[] = [];
  const setAside: SetAside[] = [];
  for (const statement of statements) {
    const found = standsOf(statement, statements, topic);
    const told =
      'reason' in found && found.reason === 'nobodys'
        ? ruleToldBefore(statement, candidates, topic)
        : undefined;
    if (told) candidates.push(told);
    else if ('reason' in found) setAside.push({ statement, ...found });
    else candidates.push(...found);
  }
  const told = [...candidates, ...namedAmong(sentences, candidates, topic)];
  return { candidates: [...told, ...echoed(sentences, told, topic)], setAside };
}

/** Why a statement is nobody's position, and whose it might have been. */
type NoStand = Omit<SetAside, 'statement'>;

/** Whose positions a statement is, or why it is nobody's. */
function standsOf(
  statement: Statement,
  statements: readonly Statement[],
  topic: Topic,
): readonly Candidate[] | NoStand {
  if (statement.unasserted) return { reason: statement.unasserted };
  if (isQualifiedAway(statement, statements)) return { reason: 'qualified-away' };
  if (isOwnPledge(statement, topic)) return { reason: 'own-pledge' };
  const found = candidatesOf(statement, topic);
  const own = 'reason' in found ? [] : found;
  const judged = decisionJudged(statement, own, topic);
  return 'reason' in found && judged.length === 0 ? found : [...own, ...judged];
}

/** "Kyiv will not fire them at Russia, its minister said": what the recipient promises is no rule of a giver's. */
function isOwnPledge({ read, clause, norm, attitude }: Statement, topic: Topic): boolean {
  if (attitude !== undefined || norm.kind !== 'forbidden' || norm.modality !== 'future') return false;
  if (read.speaker?.actor.country !== topic.recipient) return false;
  const before = read.view.tokens.slice(Math.max(clause.from, norm.from - 5), norm.from);
  const isWill = before.some(({ word }) => /^(?:will|would|won't|wouldn't|not|never)$/.test(word));
  return isWill && !before.some(({ word }) => /^(?:can|cannot|may|must|should|be)$/.test(word));
}

/** "Preceded by frequent calls to the allies", "calls had been growing louder": whose, nobody says. */
function isTalkedOf(view: SentenceView, attitude: CueMention): boolean {
  const before = view.tokens.slice(Math.max(0, attitude.from - 4), attitude.from);
  const isSubject = /^(?:[,.]?|growing|mounting|many|more|the|these|recent|repeated)$/.test(
    view.tokens[attitude.from - 1]?.word ?? '',
  );
  return (
    isAttitudeNoun(view, attitude) &&
    (isSubject || before.some(({ word }) => PREPOSITIONS.has(word) || word === 'by'))
  );
}

/** A call without a subject of its own is of whoever acted in the sentence before. */
function isCallOfOneBefore({ read, attitude }: Statement): boolean {
  return attitude?.kind === 'call' && !isTalkedOf(read.view, attitude) && !hasUnknownSubject(read, attitude);
}

/** "Keating urged": of a name that nobody knows, and of none before it. */
function hasUnknownSubject({ view, mentions }: ReadSentence, attitude: CueMention): boolean {
  return view.tokens.some(
    (token, at) =>
      at > 0 &&
      at < attitude.from &&
      isCapitalised(token) &&
      isCapitalised(view.tokens[at - 1]) &&
      !isWithin(at, mentions),
  );
}

/** "We do not encourage strikes, but Kyiv decides for itself" gives no leave; "…, whereas Rome allows none" takes none back. */
function isQualifiedAway(statement: Statement, statements: readonly Statement[]): boolean {
  const { read, norm, clause } = statement;
  if (isDeniedAfter(statement, statements)) return true;
  if (norm.kind !== 'user-decides') return false;
  const statesIn = ({ from, to }: TokenRange) =>
    read.mentions.filter((mention) => mention.usage === 'free' && mention.from >= from && mention.to <= to);
  const own = new Set([read.speaker, ...statesIn(clause)].map((mention) => mention?.actor.country));
  return statements.some(
    (other) =>
      other.read === read &&
      (other.norm.kind === 'forbidden' || other.norm.kind === 'kept') &&
      (other.clause === clause || statesIn(other.clause).every(({ actor }) => own.has(actor.country))),
  );
}

/** "I have read that they were given leave, and it is not accurate": what the rest of the sentence denies. */
function isDeniedAfter(
  { read, clause, norm, attitude }: Statement,
  statements: readonly Statement[],
): boolean {
  return (
    attitude === undefined &&
    statements.some(
      (other) =>
        other.read === read &&
        other.clause.from > clause.from &&
        other.attitude?.kind === 'deny' &&
        other.norm.kind === norm.kind &&
        DENIED_THING.test(read.view.tokens[other.attitude.from - 1]?.word ?? ''),
    )
  );
}

const DENIED_THING = /^(?:it|that|this|which)$/;

/** One for each of the actors that share a statement: "Washington and Berlin have refused". */
function candidatesOf(statement: Statement, topic: Topic): readonly Candidate[] | NoStand {
  const { read, clause, norm, attitude } = statement;
  const { view, mentions, previousActor } = read;
  const speaker = speakerOfClause(statement);
  const use = reportOfUse(statement, topic);
  if (use) return [reportedUse(statement, use, topic)];
  const previousSubject =
    subjectBefore(mentions, clause) ??
    (isCallOfOneBefore(statement) || isOfStateBefore(statement, topic) ? previousActor : undefined);
  const found = stanceActor({ view, clause, mentions, speaker, previousSubject }, norm, attitude, topic);
  if (!found) return ownerOfObject(statement, topic) ?? { reason: 'nobodys' };
  const told = isOnlyTold(statement, found, topic) ? ownerOfObject(statement, topic) : undefined;
  if (told) return told;
  const stands = ownAmongMany(jointActors(view, mentions, found), statement).map(({ actor }) => {
    const known = actor.country === undefined ? asGiver(statement, actor, topic) : actor;
    return known ? candidateBy(statement, known, topic) : 'nobodys';
  });
  const candidates = stands.filter((stand) => typeof stand !== 'string');
  if (candidates.length > 0) return asOwnersTogether(candidates, topic);
  const isThanked = attitude?.kind === 'support' && found.actor.country === topic.recipient;
  const reason = stands.find((stand) => typeof stand === 'string') ?? 'no-stand';
  return (isThanked ? ownerOfObject(statement, topic) : undefined) ?? { reason, actor: found.actor };
}

/**
 * "No limits any longer, neither from the British nor from us, Doe said": of several states he speaks for his own, and
 * theirs are not bound by it.
 */
function ownAmongMany(joint: readonly ActorMention[], { read, clause }: Statement): readonly ActorMention[] {
  const { speaker, mentions, view } = read;
  const own = speaker?.actor.country;
  if (speaker?.actor.type !== 'person' || own === undefined || joint.length < MANY) return joint;
  // "Latvia, Poland and Doe have urged": one of those who act together
  const isOneOfThem = joint.some(({ from, to }) => from === speaker.from && to === speaker.to);
  if (isOneOfThem && joint.every(({ usage }) => usage !== 'agent')) return joint;
  const isAmongThem = joint.some(({ actor }) => actor.country === own);
  const isUs = mentions.some(
    ({ actor, from }) =>
      actor.country === own && from >= clause.from && from < clause.to && view.tokens[from]?.word === 'us',
  );
  return isAmongThem || isUs ? [speaker] : joint;
}

const MANY = 3;

/** "But it has refused to let": the state that acted in the sentence before. */
function isOfStateBefore({ read, clause, norm, attitude }: Statement, topic: Topic): boolean {
  const { view, previousActor } = read;
  const [first, second] = view.tokens.slice(clause.from, clause.from + 2).map(({ word }) => word);
  const isIt = first === 'it' || (second === 'it' && /^(?:and|but|so|yet)$/.test(first ?? ''));
  const country = previousActor?.actor.country;
  return (
    isIt &&
    (attitude?.kind === 'refuse' || (attitude === undefined && norm.modality === 'fact')) &&
    previousActor?.actor.type === 'government' &&
    country !== topic.recipient &&
    country !== topic.adversary
  );
}

/** "He said it should, but Kirby said it would not", "called it a mistake, and Peskov said": each clause has its own. */
function speakerOfClause(statement: Statement): ActorMention | undefined {
  const { read, clause } = statement;
  const isQuoted = read.view.isQuoted[clause.from] === true || read.view.isQuoted[clause.from + 1] === true;
  // a group that spoke before does not rule on what a sentence tells without it
  const isOfGroupBefore = !read.hasOwnSpeaker && !isQuoted && read.speaker?.actor.type === 'group';
  if (isOfGroupBefore && statement.attitude === undefined) return undefined;
  const isOfNext =
    !isQuoted &&
    read.speechAt !== undefined &&
    read.speechAt >= clause.to &&
    /^(?:and|but|while|whereas)$/.test(read.view.tokens[clause.to]?.word ?? '');
  return isOfNext ? undefined : speechOf(statement).speaker;
}

/** "Ukraine is still barred from firing ATACMS, the congressman said": he only tells of a rule that he did not set. */
function isOnlyTold(statement: Statement, { actor }: ActorMention, topic: Topic): boolean {
  const { norm, attitude } = statement;
  const isFact = norm.modality === 'fact' || norm.modality === 'future';
  return attitude === undefined && isFact && !actor.decides && isOfRecipient(statement, topic);
}

/** "Washington, London and Paris are wary of letting it fire ATACMS and Storm Shadow": each is over its own. */
function asOwnersTogether(candidates: readonly Candidate[], topic: Topic): readonly Candidate[] {
  if (!candidates.some(({ party }) => party === 'owner')) return candidates;
  return candidates.map((candidate) => {
    const { actor, party, stance, statement } = candidate;
    const isBeside = party === 'bystander' && !topic.notDeciders.has(actor.country ?? '');
    if (!isBeside || actor.type !== 'government' || stance === undefined) return candidate;
    const action = decideAction({ ...stance, party: 'owner' });
    const scope =
      action && scopeFor(action, decideScope(statement.read.view, statement.clause, topic), topic);
    return action && scope ? { ...candidate, party: 'owner', action, scope } : candidate;
  });
}

/** Whose rule it is where nobody is named who set it: the givers'. */
function ownerOfObject(statement: Statement, topic: Topic): Candidate[] | undefined {
  const candidates = unnamedGivers(statement, topic).flatMap((country) => {
    const found = candidateBy({ ...statement, attitude: undefined }, stateActor(country, topic), topic);
    return typeof found === 'string' ? [] : [found];
  });
  if (candidates.length > 0) return candidates;
  const group = topic.givers && isOfAllGivers(statement, topic) ? groupActor(topic.givers) : undefined;
  const found = group && candidateBy(statement, group, topic);
  return found === undefined || typeof found === 'string' ? undefined : [found];
}

/** "British missiles may be used there, the minister said": who rules on a state's weapons is that state's. */
function asGiver({ read, clause, attitude }: Statement, actor: Actor, topic: Topic): Actor | undefined {
  const isRuling = attitude === undefined || RULINGS.has(attitude.kind);
  if (!isRuling || !actor.decides || actor.isOffice !== true) return undefined;
  const [giver, ...others] = findWeapon(read, clause, undefined, topic).suppliers;
  return giver === undefined || others.length > 0 ? undefined : { ...actor, country: giver };
}

const RULINGS: ReadonlySet<CueKind> = new Set(['refuse', 'consider', 'tighten'] as const);

function reportedUse(statement: Statement, { user, weapon }: ReportedUse, topic: Topic): Candidate {
  const scope = decideScope(statement.read.view, statement.clause, topic);
  const action = 'REPORTS_USE';
  return {
    statement,
    action,
    actor: user,
    party: 'recipient',
    weapon,
    scope: scopeFor(action, scope, topic),
  };
}

/** Who acted in the clauses before, for a clause without a subject of its own. */
function subjectBefore(mentions: readonly ActorMention[], clause: TokenRange): ActorMention | undefined {
  return mentions.find(({ from, usage }) => from < clause.from && usage === 'free');
}
