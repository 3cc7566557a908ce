import type { Position } from './position.ts';

/**
 * Joins the positions of one article that are one event: same country, action and weapon, and neither scope nor date
 * against it. The first, or the more particular, is kept; the other sentences become further evidence.
 */
export function mergePositions(positions: readonly Position[]): Position[] {
  const merged: Position[] = [];
  for (const position of positions) {
    const index = merged.findIndex((known) => isSameEvent(known, position));
    const known = merged[index];
    if (known) merged[index] = joined(known, position);
    else merged.push(position);
  }
  return merged;
}

function isSameEvent(known: Position, other: Position): boolean {
  return (
    known.country === other.country &&
    known.action === other.action &&
    sameParticular(known.weapon, other.weapon, 'generic') &&
    (known.status === 'background_past') === (other.status === 'background_past') &&
    !areDifferentPeople(known, other)
  );
}

/** A state speaks through many mouths and is one; two ministers, or two groups of allies, are two. */
function areDifferentPeople(known: Position, other: Position): boolean {
  if (known.actor === other.actor) return false;
  return known.country === 'MULTI' || (known.actorType === 'person' && other.actorType === 'person');
}

function sameParticular(one: string, other: string, unsaid: string): boolean {
  return one === other || one === unsaid || other === unsaid;
}

function joined(known: Position, other: Position): Position {
  const isSameSentence = known.evidence.start === other.evidence.start;
  const [base, extra] =
    other.confidence > known.confidence + 0.1 && known.status !== 'news' ? [other, known] : [known, other];
  return {
    ...base,
    weapon: base.weapon === 'generic' ? extra.weapon : base.weapon,
    scopeGeo: base.scopeGeo === 'unspecified' ? extra.scopeGeo : base.scopeGeo,
    statementDate: base.statementDate ?? extra.statementDate,
    datePrecision: base.statementDate ? base.datePrecision : extra.datePrecision,
    dateBasis: base.statementDate ? base.dateBasis : extra.dateBasis,
    also: isSameSentence ? base.also : [...base.also, extra.evidence, ...extra.also],
  };
}
