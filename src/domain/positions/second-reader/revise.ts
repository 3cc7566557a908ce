import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { Candidate } from '../candidate.ts';
import { decideScope, scopeFor } from '../decide-scope.ts';
import { type Action, POLARITY } from '../position.ts';
import { mayHold } from './may-hold.ts';
import { readingOf } from './model.ts';
import { probabilitiesFor } from './probabilities-for.ts';

/** An action of the rules may be less probable than this where another is found in its place, */
const HARDLY = 0.1;
/** and the other must be more probable than this. */
const LIKELY = 0.5;

/**
 * The candidate with another action, where the second reader hardly believes that of the rules and is sure of the other.
 * For and against are never exchanged: what the rules read of a negation counts for more. Where they read two positions
 * of one state in a sentence, both stand.
 *
 * @param all - the candidates of the article
 */
export function revise(
  candidate: Candidate,
  all: readonly Candidate[],
  relevance: Relevance,
  topic: Topic,
): Candidate {
  const { secondReader } = topic;
  const { actor, action, statement } = candidate;
  const isOneOfTwo = all.some(
    (other) =>
      other !== candidate && other.statement.read === statement.read && other.actor.country === actor.country,
  );
  const probabilities = isOneOfTwo ? undefined : probabilitiesFor(candidate, relevance, topic);
  if (secondReader === undefined || probabilities === undefined) return candidate;
  if ((probabilities[secondReader.verdicts.indexOf(action)] ?? 0) >= HARDLY) return candidate;
  const other = readingOf(secondReader, probabilities);
  if (other === undefined || other.probability <= LIKELY || isReversed(action, other.action))
    return candidate;
  const scope = decideScope(statement.read.view, statement.clause, topic);
  const revised: Candidate = {
    ...candidate,
    action: other.action,
    scope: scopeFor(other.action, scope, topic),
    stance: undefined,
    secondReader: other.probability,
  };
  return mayHold(revised) ? revised : candidate;
}

function isReversed(one: Action, other: Action): boolean {
  const both = [POLARITY[one], POLARITY[other]];
  return both.includes('pro') && both.includes('restrictive');
}
