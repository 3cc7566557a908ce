import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { Candidate } from '../candidate.ts';
import { decideScope, scopeFor } from '../decide-scope.ts';
import type { Statement } from '../find-statements.ts';
import { findWeapon } from '../find-weapon.ts';
import type { ReadSentence } from '../read-article.ts';
import { isAttitude } from '../sentence-view.ts';
import { partyOf } from '../stances/standing-in-topic.ts';
import { cluesOf } from './clues.ts';
import { mostProbable, type Reading } from './model.ts';
import { type Stand, standsIn } from './stands.ts';

/** An article that has other news must be surer to hold a position. */
const MENTION_MARGIN = 0.1;

/**
 * Positions in sentences of which the rules made none for an actor, where the topic's second reader is sure enough of
 * them. A sentence that the rules read is not read again for the same actor.
 */
export function secondRead(
  sentences: readonly ReadSentence[],
  candidates: readonly Candidate[],
  relevance: Relevance,
  topic: Topic,
): Candidate[] {
  const { secondReader } = topic;
  if (secondReader === undefined || relevance === 'none') return [];
  const least = secondReader.threshold + (relevance === 'mention' ? MENTION_MARGIN : 0);
  return sentences.flatMap((read) =>
    unreadStands(read, candidates).flatMap((stand) => {
      const reading = mostProbable(secondReader, cluesOf(read, stand, relevance, topic));
      if (reading === undefined || reading.probability < least) return [];
      const candidate = candidateOf(read, stand, reading, topic);
      return mayHold(candidate) ? [candidate] : [];
    }),
  );
}

/** What only the one who uses it or the one it is used against does, nobody else does. */
function mayHold({ action, party }: Candidate): boolean {
  const isRecipients = action === 'REQUESTS_PERMISSION' || action === 'REPORTS_USE';
  if (party === 'recipient' || isRecipients) return party === 'recipient' && isRecipients;
  return party !== 'adversary' || action === 'WARNS_AGAINST';
}

/** Who may hold a position in a sentence and was given none there. */
export function unreadStands(read: ReadSentence, candidates: readonly Candidate[]): Stand[] {
  const known = new Set(
    candidates.filter(({ statement }) => statement.read === read).map(({ actor }) => actor.country),
  );
  return standsIn(read).filter(({ country }) => !known.has(country));
}

function candidateOf(
  read: ReadSentence,
  stand: Stand,
  { action, probability }: Reading,
  topic: Topic,
): Candidate {
  const { actor } = stand.mention;
  const statement = statementOf(read);
  const weapon = findWeapon(read, statement.clause, actor.country, topic);
  const scope = decideScope(read.view, statement.clause, topic);
  return {
    statement,
    action,
    actor,
    party: partyOf(actor, weapon.objects, weapon.suppliers, topic),
    weapon,
    scope: scopeFor(action, scope, topic),
    secondReader: probability,
  };
}

/** The sentence as a whole, with the first word of its attitude or norm. */
function statementOf(read: ReadSentence): Statement {
  const { cues, tokens } = read.view;
  const attitude = cues.find(({ kind }) => isAttitude(kind));
  const { from, to } = attitude ?? cues[0] ?? { from: 0, to: 0 };
  return {
    read,
    clause: { from: 0, to: tokens.length },
    norm: { from, to, kind: 'used', modality: 'fact' },
    attitude,
    topicality: 'strong',
  };
}
