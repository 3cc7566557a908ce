import type { Topic } from '../../topics/topic.ts';
import type { Relevance } from '../../understanding.ts';
import type { Actor } from '../actors/actor-mention.ts';
import { jointActors } from '../actors/joint-actors.ts';
import type { Candidate } from '../candidate.ts';
import { decideScope, scopeFor } from '../decide-scope.ts';
import type { Statement } from '../find-statements.ts';
import { findWeapon } from '../find-weapon.ts';
import type { ReadSentence } from '../read-article.ts';
import { isAttitude } from '../sentence-view.ts';
import type { SetAside, SetAsideReason } from '../set-aside.ts';
import { partyOf } from '../stances/standing-in-topic.ts';
import { mayHold } from './may-hold.ts';
import { type Reading, readingOf } from './model.ts';
import { isOnlyNamed } from './only-named.ts';
import type { SecondReading, StandReading } from './second-reading.ts';
import type { Stand } from './stands.ts';

/** An article that has other news must be surer to hold a position. */
const MENTION_MARGIN = 0.1;
/** So must a sentence of which the rules made something else, */
const BESIDES_MARGIN = 0.35;
/** much surer one of which a person gave the position of his own state, */
const BESIDES_OWN_MARGIN = 0.5;
/** and somewhat surer one in which they found the same of another, */
const BESIDE_ALIKE_MARGIN = 0.2;
/** or of which they saw that it is about a delivery, the recipient's own weapons, or what is only possible. */
const OTHER_THINGS_MARGIN = 0.15;

/**
 * Positions that the rules did not find for an actor in a sentence, where the second reader is sure enough of them.
 *
 * @param setAside - what the rules saw and made no position of
 */
export function secondRead(
  sentences: readonly ReadSentence[],
  candidates: readonly Candidate[],
  setAside: readonly SetAside[],
  reading: SecondReading,
  relevance: Relevance,
  topic: Topic,
): Candidate[] {
  const least = reading.model.threshold + (relevance === 'mention' ? MENTION_MARGIN : 0);
  const ofOtherThings = new Set(setAside.filter(isOfOtherThings).map(({ statement }) => statement.read));
  const known = Map.groupBy(candidates, ({ statement }) => statement.read);
  return sentences
    .filter((read) => read.view.vetoes.length === 0)
    .flatMap((read) => {
      const here = known.get(read) ?? [];
      const from = least + (ofOtherThings.has(read) ? OTHER_THINGS_MARGIN : 0);
      return unread(reading.standsIn(read), here).flatMap(({ stand, probabilities }) => {
        const found = readingOf(reading.model, probabilities);
        if (found === undefined || found.probability < from + marginBeside(found, here, read)) return [];
        const candidate = candidateOf(read, stand, found, topic);
        if (!mayHold(candidate) || isOnlyNamed(candidate, stand)) return [];
        return [candidate, ...companions(read, stand).map((actor) => ({ ...candidate, actor }))];
      });
    });
}

/** "Graham and Blumenthal urged it": who is joined to the one who stands there, and stands for the same state. */
function companions({ view, mentions }: ReadSentence, { mention, part }: Stand): readonly Actor[] {
  const { country, name, type } = mention.actor;
  if (part !== 'free' || type !== 'person') return [];
  const joined = mentions
    .filter(({ usage, actor }) => usage === 'free' && actor.country === country)
    .map((compatriot) => jointActors(view, mentions, compatriot))
    .filter((joint) => joint.includes(mention))
    .flatMap((joint) => joint.map(({ actor }) => actor));
  const others = joined.filter(
    (actor) => actor.type === 'person' && actor.country === country && actor.name !== name,
  );
  return [...new Map(others.map((actor) => [actor.name, actor])).values()];
}

/**
 * Beside what the rules made of a sentence, the same of another is likely: "no limits any more, neither from London nor
 * from Paris". Not so where one speaks for his own state.
 */
function marginBeside({ action }: Reading, here: readonly Candidate[], { speaker }: ReadSentence): number {
  if (here.length === 0) return 0;
  const alike = here.filter((other) => other.action === action);
  if (alike.length === 0) return BESIDES_MARGIN;
  const own = speaker?.actor.type === 'person' ? speaker.actor.country : undefined;
  const isOwn = alike.every(({ actor }) => actor.type === 'person' && actor.country === own);
  return isOwn ? BESIDES_OWN_MARGIN : BESIDE_ALIKE_MARGIN;
}

/** Whether the rules saw that it is about something else, or only possible: a delivery, the recipient's own weapons. */
function isOfOtherThings({ reason }: SetAside): boolean {
  return OTHER_THINGS.has(reason);
}

const OTHER_THINGS: ReadonlySet<SetAsideReason> = new Set([
  'about-delivery',
  'only-possible',
  'own-weapons',
] as const);

/**
 * Who may hold a position in a sentence and was given none there; a group is known by its members. Where the rules made
 * something of it, not the teller: "Berg said that Oslo had allowed it".
 */
function unread(readings: readonly StandReading[], here: readonly Candidate[]): StandReading[] {
  const known = new Set(here.map(({ actor }) => actor.country));
  return readings.filter(
    ({ stand: { country, part } }) =>
      !known.has(country) && !(known.size > 0 && (country === 'MULTI' || part === 'speaker')),
  );
}

/** What stands for a position of which only the reading tells: its scope and weapon are those of the whole sentence. */
export function candidateOf(
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
