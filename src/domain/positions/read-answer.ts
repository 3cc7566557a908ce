import type { Topic } from '../topics/topic.ts';
import type { AnsweredQuestion } from './answered-question.ts';
import type { Norm } from './norms/norm.ts';
import { findNorm, OPPOSITES } from './norms/norms.ts';
import type { CueMention, SentenceView, TokenRange } from './sentence-view.ts';
import { attitudesIn, reactedTo } from './stances/attitudes.ts';

/** What a clause is read as: its norm, and the attitudes that may be about it. */
export interface Reading {
  readonly norm: Norm;
  readonly attitudes: readonly CueMention[];
  /** The norm that was asked about, where the clause holds an answer. */
  readonly asked?: Norm | undefined;
}

/**
 * Reads a clause that holds a question and its answer: what the answer says of itself ("said the policy had not
 * changed"), else its yes or no to the question, else what it thinks of it ("would not rule it out"). Nothing when
 * the answer says nothing of the norm, or the question does not ask about one.
 */
export function readAnswer(
  view: SentenceView,
  clause: TokenRange,
  { question, answer, reply }: AnsweredQuestion,
  topic: Topic,
): Reading | undefined {
  const asked = findNorm(view, question, topic);
  if (!asked) return undefined;
  if (reply) {
    const kind = reply.says === 'yes' ? asked.kind : OPPOSITES[asked.kind];
    return { norm: { from: reply.at, to: reply.at, kind, modality: 'fact' }, attitudes: [], asked };
  }
  const said = { from: answer.from, to: clause.to };
  const attitudes = attitudesIn(view, said);
  const norm = ownNorm(view, clause, said, topic) ?? reactedTo(view, attitudes, asked);
  return norm && { norm, attitudes, asked };
}

/** A bare use is no answer: "said that strikes there go on". */
function ownNorm(view: SentenceView, clause: TokenRange, said: TokenRange, topic: Topic): Norm | undefined {
  const inAnswer = findNorm(view, said, topic);
  if (inAnswer && inAnswer.kind !== 'used') return inAnswer;
  // "the policy had not changed": on what, the question says
  const inBoth = findNorm(view, clause, topic);
  return inBoth && inBoth.kind !== 'used' && inBoth.from >= said.from ? inBoth : undefined;
}
