import type { Topic } from '../../topics/topic.ts';
import type { Candidate } from '../candidate.ts';
import type { Action, ActorType, Position } from '../position.ts';
import { voiceOf } from '../voice.ts';
import type { Actor } from './actor-mention.ts';
import { stateActor } from './state-actor.ts';

/** What a state rules over its own objects; whoever tells it only speaks for the state. */
const RULINGS: ReadonlySet<Action> = new Set([
  'PERMITS',
  'PERMITS_WITH_LIMITS',
  'EASES',
  'MAINTAINS_RESTRICTION',
  'TIGHTENS',
] as const);
const BODIES: ReadonlySet<ActorType> = new Set(['government', 'ministry/spokesperson'] as const);

/**
 * Names whose position it is: an official who states that of his or her own state is the one who takes it ("our
 * country sets no limits, the minister said"), while what officials without a name tell is the state's.
 */
export function nameActor(position: Position, candidate: Candidate, topic: Topic): Position {
  const { speaker } = voiceOf(candidate);
  const isOwnOfficial =
    BODIES.has(position.actorType) &&
    speaker !== undefined &&
    isNamed(speaker) &&
    speaker.decides &&
    speaker.country === position.country;
  if (isOwnOfficial) return { ...position, actor: speaker.name, actorType: speaker.type };
  const isTold =
    position.actorType === 'anonymous official' &&
    position.country.length === 2 &&
    RULINGS.has(position.action);
  if (!isTold) return position;
  const { name, type } = stateActor(position.country, topic);
  return { ...position, actor: name, actorType: type };
}

function isNamed({ type, isOffice }: Actor): boolean {
  return type === 'person' && isOffice !== true;
}
