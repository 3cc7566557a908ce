import { probabilitiesOf } from '../../clues/clue-model.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { Candidate } from '../candidate.ts';
import { cluesOf } from './clues.ts';
import { standsIn } from './stands.ts';

/**
 * What the second reader says of a candidate's actor in its sentence: probabilities of its verdicts, in their order.
 * Nothing where the topic has no second reader, or the actor is none that it reads.
 */
export function probabilitiesFor(
  { statement: { read }, actor }: Candidate,
  relevance: Relevance,
  topic: Topic,
): readonly number[] | undefined {
  const { secondReader } = topic;
  if (secondReader === undefined) return undefined;
  const stand = standsIn(read).find(({ country }) => country === actor.country);
  return stand && probabilitiesOf(secondReader, [cluesOf(read, stand, relevance, topic)]);
}
