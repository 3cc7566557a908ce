import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { Candidate } from '../candidate.ts';
import type { Statement } from '../find-statements.ts';
import type { SetAsideReason } from '../set-aside.ts';
import { standsByItself } from '../topicality.ts';
import { probabilitiesFor } from './probabilities-for.ts';

/** Below this probability an action that a rule found in a sentence of half the topic is not believed. */
const LEAST = 0.05;

/**
 * A sentence that states the topic only in part leaves a rule little to go by: where the second reader finds the action
 * hardly possible there, it is none.
 */
export function whyDoubted(
  candidate: Candidate,
  statements: readonly Statement[],
  relevance: Relevance,
  topic: Topic,
): SetAsideReason | undefined {
  const { secondReader } = topic;
  const { statement, action } = candidate;
  const isStated = statements.some(
    (other) => other.read === statement.read && standsByItself(other.topicality),
  );
  const probabilities = isStated ? undefined : probabilitiesFor(candidate, relevance, topic);
  if (secondReader === undefined || probabilities === undefined) return undefined;
  const probability = probabilities[secondReader.verdicts.indexOf(action)] ?? 0;
  return probability < LEAST ? 'doubted' : undefined;
}
