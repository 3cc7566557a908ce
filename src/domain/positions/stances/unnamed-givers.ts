import { BE_WORDS } from '../../text/reporting-words.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Statement } from '../find-statements.ts';
import { findWeapon } from '../find-weapon.ts';

/**
 * Whose a rule is that names nobody: "the exception is the Storm Shadow, which must not be used there", "arms supplied
 * by Oslo and Helsinki have no limits", "limits on American missiles were eased". Codes of the states that gave what the
 * rule is about; none where somebody judges it, or the clause says too little.
 */
export function unnamedGivers(statement: Statement, topic: Topic): readonly string[] {
  const { norm, attitude, topicality } = statement;
  const isRule = norm.kind === 'forbidden' || norm.kind === 'restricted' || norm.kind === 'kept';
  const isPassive = isOfRecipient(statement, topic);
  const isLeave =
    norm.kind === 'permitted' && (norm.modality === 'fact' || (norm.modality === 'future' && isPassive));
  const isFree = norm.kind === 'absent';
  const isEase = norm.kind === 'lifted' && norm.modality === 'fact';
  const mayBeWide = isLeave || isFree || (norm.kind === 'forbidden' && isPassive);
  const isTopical = topicality === 'full' || (mayBeWide && topicality === 'strong');
  const isJudged = attitude !== undefined && attitude.kind !== 'support';
  if (!(isRule || isLeave || isFree || isEase) || isJudged || !isTopical) return [];
  const stated = isFree || isEase || isRule || isPassive ? statedGivers(statement, topic) : [];
  if (isFree || isEase ? stated.length > 0 || isFree : stated.length === 1) return stated;
  const sole = soleGiver(statement);
  return sole.length > 0 || !isPassive || topicality !== 'full' ? sole : giverOfNamed(statement, topic);
}

/** "Kyiv has been barred from using Western weapons there": all who gave them, and nobody by name. */
export function isOfAllGivers(statement: Statement, topic: Topic): boolean {
  const { norm, attitude, topicality, read } = statement;
  const isFact = norm.modality === 'fact' || norm.kind === 'forbidden';
  return (
    attitude === undefined &&
    isFact &&
    topicality === 'full' &&
    read.view.supplied.length > 0 &&
    isOfRecipient(statement, topic)
  );
}

/** "Kyiv has been barred from firing ATACMS", "Ukraine will be permitted to", "may use": who did it is not named. */
export function isOfRecipient({ read, norm }: Statement, topic: Topic): boolean {
  return (
    (norm.kind === 'forbidden' || norm.kind === 'permitted') &&
    read.view.tokens
      .slice(Math.max(0, norm.from - 2), norm.from + 1)
      .some(({ word }) => BE_WORDS.has(word) || word === 'may') &&
    read.mentions.findLast(({ to, usage }) => usage === 'free' && to <= norm.from)?.actor.country ===
      topic.recipient
  );
}

/** Who gives the only system that a clause or what is before it names. */
function soleGiver({ read, clause }: Statement): readonly string[] {
  const givers = new Set(
    read.view.objects
      .filter(({ object, from }) => object.isNamed && from < clause.to)
      .flatMap(({ object }) => object.suppliers),
  );
  return givers.size === 1 ? [...givers] : [];
}

/** "It got the systems but was barred from using them": the only giver of what an earlier sentence names. */
function giverOfNamed({ read, clause }: Statement, topic: Topic): readonly string[] {
  const named = findWeapon(read, clause, undefined, topic).objects.filter(({ isNamed }) => isNamed);
  const givers = new Set(named.flatMap(({ suppliers }) => suppliers));
  return givers.size === 1 ? [...givers] : [];
}

/** Whose the weapons are said to be, not by the name of a system. */
function statedGivers({ read, clause }: Statement, topic: Topic): readonly string[] {
  const { objects, suppliers } = findWeapon(read, clause, undefined, topic);
  return objects.some(({ isNamed }) => isNamed) ? [] : suppliers;
}
