import type { Candidate } from './candidate.ts';
import type { Statement } from './find-statements.ts';
import type { SetAsideReason } from './set-aside.ts';
import { standsByItself } from './topicality.ts';

/** At most so many sentences lie between a partial statement and the fuller one it leans on. */
const LEANS_WITHIN = 5;
const REACTS_WITHIN = 3;
/** A reaction that names what it is about ("Biden's decision") may stand further away. */
const REACTS_BY_NAME_WITHIN = 12;

/** A sentence that states the topic only in part needs a fuller one near it; one that only reacts, a nearer one. */
export function whyUnsupported(
  candidate: Candidate,
  statements: readonly Statement[],
): SetAsideReason | undefined {
  if (candidate.statement.topicality === 'foreign') return 'foreign';
  return isSupported(candidate, statements) ? undefined : 'unsupported';
}

function isSupported({ statement, actor }: Candidate, all: readonly Statement[]): boolean {
  const { topicality, norm, attitude, read } = statement;
  if (standsByItself(topicality)) return true;
  const isOfSomebody =
    attitude !== undefined &&
    (actor.type !== 'anonymous official' || attitude.kind === 'warn') &&
    actor.role !== 'expert';
  const isJudgement =
    norm.kind === 'lifted' ||
    norm.kind === 'national' ||
    norm.kind === 'user-decides' ||
    norm.kind === 'right';
  if (topicality === 'none' && !isOfSomebody && !isJudgement) return false;
  const isByName = attitude !== undefined && norm.from === norm.to && actor.type !== 'anonymous official';
  const reach = isByName ? REACTS_BY_NAME_WITHIN : topicality === 'none' ? REACTS_WITHIN : LEANS_WITHIN;
  return all.some(
    (other) => standsByItself(other.topicality) && Math.abs(other.read.view.index - read.view.index) <= reach,
  );
}
