import type { Topic } from '../topics/topic.ts';
import type { Statement } from './find-statements.ts';
import { findWeapon } from './find-weapon.ts';

/**
 * Whose a rule is that names nobody: "the exception is the Storm Shadow, which must not be used there", "arms supplied
 * by Oslo and Helsinki have no limits", "limits on American missiles were eased". Codes of the states that gave what the
 * rule is about; none where somebody judges it, or the clause says too little.
 */
export function unnamedGivers(statement: Statement, topic: Topic): readonly string[] {
  const { norm, attitude, topicality } = statement;
  const isRule = norm.kind === 'forbidden' || norm.kind === 'restricted' || norm.kind === 'kept';
  const isLeave = norm.kind === 'permitted' && norm.modality === 'fact';
  const isFree = norm.kind === 'absent';
  const isEase = norm.kind === 'lifted' && norm.modality === 'fact';
  const mayBeWide = isLeave || isFree || isBarredRecipient(statement, topic);
  const isTopical = topicality === 'full' || (mayBeWide && topicality === 'strong');
  const isJudged = attitude !== undefined && attitude.kind !== 'support';
  if (!(isRule || isLeave || isFree || isEase) || isJudged || !isTopical) return [];
  const stated = isFree || isEase ? statedGivers(statement, topic) : [];
  if (stated.length > 0 || isFree) return stated;
  return soleGiver(statement);
}

/** "Kyiv has been barred from firing ATACMS": who was barred is named, and who did it is not. */
function isBarredRecipient({ read, norm }: Statement, topic: Topic): boolean {
  return (
    norm.kind === 'forbidden' &&
    read.mentions.some(
      ({ to, actor }) => actor.country === topic.recipient && to <= norm.from && norm.from - to <= 3,
    )
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

/** Whose the weapons are said to be, not by the name of a system. */
function statedGivers({ read, clause }: Statement, topic: Topic): readonly string[] {
  const { objects, suppliers } = findWeapon(read, clause, undefined, topic);
  return objects.some(({ isNamed }) => isNamed) ? [] : suppliers;
}
