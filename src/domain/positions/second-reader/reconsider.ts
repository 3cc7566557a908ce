import type { Topic } from '../../topics/topic.ts';
import { answeredQuestion } from '../answered-question.ts';
import { type Candidate, isTwiceNegated } from '../candidate.ts';
import { decideScope, scopeFor } from '../decide-scope.ts';
import { type Action, POLARITY } from '../position.ts';
import { standsByItself } from '../topicality.ts';
import { mayHold } from './may-hold.ts';
import { type Reading, readingOf } from './model.ts';
import type { SecondReading } from './second-reading.ts';

/** An action of the rules that is less probable than this is not believed, */
const HARDLY = 0.15;
/** and in a sentence that states all of the topic one that is less probable than this. */
const LEAST_STATED = 0.075;
/** Another that is found in its place must be more probable than this, */
const LIKELY = 0.5;
/** or than this where one is for and the other against: what the rules read of a negation counts for more. */
const SURELY = 0.9;

/**
 * What the second reader makes of a candidate of the rules: the same, the same with another action that it is sure of
 * while it hardly believes that of the rules, or none. It sees one position in a sentence: where the rules read two of
 * one state, both stand. Of an actor that it does not read, it is the same.
 *
 * @param all - the candidates of the article
 */
export function reconsider(
  candidate: Candidate,
  all: readonly Candidate[],
  reading: SecondReading,
  topic: Topic,
): Candidate | 'doubted' {
  if (isOneOfTwo(candidate, all) || isTwiceNegated(candidate) || isBareReply(candidate)) return candidate;
  const probabilities = reading.probabilitiesFor(candidate);
  if (probabilities === undefined) return candidate;
  const probability = probabilities[reading.model.verdicts.indexOf(candidate.action)] ?? 0;
  if (probability >= HARDLY) return candidate;
  const other = readingOf(reading.model, probabilities);
  if (other && other.probability >= HARDLY && isSameOfAnother(candidate.action, other.action))
    return candidate;
  const revised = other && isSure(candidate.action, other) ? withAction(candidate, other, topic) : undefined;
  if (revised && mayHold(revised)) return revised;
  const isStated = standsByItself(candidate.statement.topicality) && probability >= LEAST_STATED;
  const isLeave = other && LEAVE.has(candidate.action) && LEAVE.has(other.action);
  return isStated || (isLeave && other.probability >= HARDLY) ? candidate : 'doubted';
}

/** "Certainly not", to a question: of what is asked the words of the sentence tell nothing, and the rules what the reply says. */
function isBareReply({ statement: { norm, read } }: Candidate): boolean {
  return norm.from === norm.to && answeredQuestion(read.view)?.reply?.at === norm.from;
}

/** Whether one who says no decides is what the rules know. */
function isSameOfAnother(action: Action, other: Action): boolean {
  return REFUSALS.has(action) && REFUSALS.has(other);
}

const REFUSALS: ReadonlySet<Action> = new Set(['MAINTAINS_RESTRICTION', 'OPPOSES_LIFTING'] as const);

/** Of leave that is given and leave that is new one may stand for the other; neither is nothing. */
const LEAVE: ReadonlySet<Action> = new Set(['EASES', 'PERMITS'] as const);

function isSure(action: Action, { action: other, probability }: Reading): boolean {
  const both = [POLARITY[action], POLARITY[other]];
  const isReversed = both.includes('pro') && both.includes('restrictive');
  return probability > (isReversed ? SURELY : LIKELY);
}

function isOneOfTwo(candidate: Candidate, all: readonly Candidate[]): boolean {
  const { actor, statement } = candidate;
  return all.some(
    (other) =>
      other !== candidate && other.statement.read === statement.read && other.actor.country === actor.country,
  );
}

function withAction(candidate: Candidate, { action, probability }: Reading, topic: Topic): Candidate {
  const { statement } = candidate;
  const scope = decideScope(statement.read.view, statement.clause, topic);
  return {
    ...candidate,
    action,
    scope: scopeFor(action, scope, topic),
    stance: undefined,
    secondReader: probability,
  };
}
