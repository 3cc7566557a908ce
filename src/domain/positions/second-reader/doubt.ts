import { probabilitiesOf } from '../../clues/clue-model.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { Candidate } from '../candidate.ts';
import type { Statement } from '../find-statements.ts';
import type { SetAsideReason } from '../set-aside.ts';
import { standsByItself } from '../topicality.ts';
import { cluesOf } from './clues.ts';
import { standsIn } from './stands.ts';

/** Below this probability an action that a rule found in a sentence of half the topic is not believed. */
const LEAST = 0.05;

/**
 * A sentence that states the topic only in part leaves a rule little to go by: where the second reader finds the action
 * hardly possible there, it is none.
 */
export function whyDoubted(
  { statement: { read }, actor, action }: Candidate,
  statements: readonly Statement[],
  relevance: Relevance,
  topic: Topic,
): SetAsideReason | undefined {
  const { secondReader } = topic;
  const isStated = statements.some((other) => other.read === read && standsByItself(other.topicality));
  if (secondReader === undefined || isStated) return undefined;
  const stand = standsIn(read).find(({ country }) => country === actor.country);
  if (stand === undefined) return undefined;
  const probabilities = probabilitiesOf(secondReader, [cluesOf(read, stand, relevance, topic)]);
  const probability = probabilities[secondReader.verdicts.indexOf(action)] ?? 0;
  return probability < LEAST ? 'doubted' : undefined;
}
