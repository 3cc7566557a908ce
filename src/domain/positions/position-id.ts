import { createHash } from 'node:crypto';
import type { Position } from './position.ts';

/**
 * Names a position by what it claims and where it stands, so that reading an article again gives the same id
 * and a changed reading gives another.
 *
 * @returns 12 hexadecimal digits, unique within an article
 */
export function positionId(position: Position): string {
  const claim = [
    position.country,
    position.actor,
    position.action,
    position.weapon,
    position.scopeGeo,
    position.scopeTarget,
    position.statementDate ?? '',
    position.evidence.start,
    position.evidence.end,
  ];
  return createHash('sha256').update(claim.join('\n'), 'utf8').digest('hex').slice(0, 12);
}
