import type { Topic } from '../../topics/topic.ts';
import type { Actor } from '../actors/actor-mention.ts';
import type { ScopeWords } from '../decide-scope.ts';
import type { Statement } from '../find-statements.ts';
import type { WeaponFound } from '../find-weapon.ts';
import type { Action } from '../position.ts';
import { isGiven } from '../report-of-use.ts';
import type { Party } from './standing-in-topic.ts';

/** Whether a statement has an actor and a norm and says nothing of what the actor wants. */
export function takesNoStand(
  statement: Statement,
  actor: Actor,
  party: Party,
  scope: ScopeWords,
  topic: Topic,
): boolean {
  const { norm, attitude } = statement;
  const isAdviceOnWays = norm.kind === 'used' && norm.modality === 'should' && scope.conditions.length > 0;
  // what analysts take the rules to be is nobody's word on them
  const isAnalysis = attitude === undefined && actor.role === 'expert' && norm.modality !== 'should';
  const isReaction = party !== 'adversary' && (isOfAnyAttack(statement) || isOfThreat(statement, topic));
  const isOthersList = party !== 'recipient' && isListOfTargets(statement);
  return isAdviceOnWays || isAnalysis || isReaction || isOthersList || isRightOfAdversary(statement, topic);
}

/** "Said that Russia attacks Ukraine and has the right": whose right it is, the last subject tells. */
function isRightOfAdversary({ norm, read: { view, mentions } }: Statement, topic: Topic): boolean {
  if (norm.kind !== 'right') return false;
  const isAdded = view.tokens.slice(norm.from - 2, norm.from).some(({ word }) => word === 'and');
  const holder = mentions.findLast(({ to, usage }) => to <= norm.from && usage === 'free');
  const isNext = holder !== undefined && norm.from - holder.to <= 1;
  return holder?.actor.country === topic.adversary && (isAdded || isNext);
}

/** A list of targets is a request where the user of the weapons has drawn it up. */
function isListOfTargets({ attitude, read: { view } }: Statement): boolean {
  return attitude?.kind === 'request' && /^(?:lists?|target)$/.test(view.tokens[attitude.from]?.word ?? '');
}

/** "Condemned the attack": with what, and on whom, nobody says. */
function isOfAnyAttack({ norm, attitude, read: { view } }: Statement): boolean {
  return (
    norm.kind === 'used' &&
    norm.from < norm.to &&
    attitude?.kind === 'oppose' &&
    view.objects.length + view.geos.length === 0
  );
}

/** "Dismissed Putin's claim that it would mean war": what is brushed aside is a threat, and no report. */
function isOfThreat({ attitude, read }: Statement, topic: Topic): boolean {
  return (
    attitude?.kind === 'deny' &&
    read.mentions.some(
      ({ actor, usage, from, to }) =>
        actor.country === topic.adversary &&
        usage === 'possessive' &&
        from >= attitude.from &&
        to <= attitude.to,
    )
  );
}

/** "Attacks with drones and artillery, drawing warnings from Moscow": a threat over what nobody gave. */
export function isOverOwnWeapons(
  { norm, topicality, read }: Statement,
  action: Action,
  weapon: WeaponFound,
  topic: Topic,
): boolean {
  const isBare = action === 'WARNS_AGAINST' && norm.kind === 'used' && topicality === 'partial';
  const isAmongTwo = read.mentions.every(
    ({ actor }) => actor.country === topic.recipient || actor.country === topic.adversary,
  );
  const isOfGift = isGiven(weapon) || read.view.supplied.length > 0;
  return isBare && isAmongTwo && weapon.objects.length > 0 && !isOfGift;
}
