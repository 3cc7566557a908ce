import type { Topic } from '../topics/topic.ts';
import { type Candidate, candidateBy } from './candidate.ts';
import type { Statement } from './find-statements.ts';
import { POLARITY } from './position.ts';
import { wordsIn } from './sentence-view.ts';

/** At most so many sentences lie between a rule and what is told of it without its maker. */
const REACH = 4;
/** How far from its norm the noun of a rule may stand, in tokens. */
const NOUN_REACH = 6;
const RULE =
  /\b(?:that|the|these|this|those) (?:(?:current|new|same) )?(?:approval|authori[sz]ation|consent|decision|permission)\b/;

/**
 * The position of the one whose permission was told just before, for a sentence that says more of it and names nobody:
 * "Washington allowed strikes near Kharkiv. The permission was later extended to Sumy."
 *
 * @param candidates - those of the article so far, in the order of the text
 */
export function ruleToldBefore(
  statement: Statement,
  candidates: readonly Candidate[],
  topic: Topic,
): Candidate | undefined {
  const { read, norm, attitude } = statement;
  if (attitude !== undefined || norm.modality === 'should' || !isOfRule(statement)) return undefined;
  const before = candidates.findLast((candidate) => candidate.statement.read.view.index < read.view.index);
  if (before === undefined || before.party !== 'owner' || POLARITY[before.action] !== 'pro') return undefined;
  if (read.view.index - before.statement.read.view.index > REACH) return undefined;
  const found = candidateBy(statement, before.actor, topic);
  return typeof found === 'string' || POLARITY[found.action] !== 'pro' ? undefined : found;
}

function isOfRule({ read: { view }, norm }: Statement): boolean {
  return RULE.test(wordsIn(view, norm.from - NOUN_REACH, norm.to + 2));
}
