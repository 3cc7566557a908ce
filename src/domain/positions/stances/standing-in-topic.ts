import type { Topic, TopicObject } from '../../topics/topic.ts';
import type { Actor } from '../actors/actor-mention.ts';

/**
 * What an actor is in the topic: who asks (`recipient`), against whom (`adversary`), who decides (`owner`), a body
 * that coordinates (`organisation`), or somebody with an opinion (`bystander`).
 */
export type Party = 'recipient' | 'adversary' | 'owner' | 'organisation' | 'bystander';

/** Tells what part an actor plays, given the object that the position is about. */
export function partyOf(
  actor: Actor,
  objects: readonly TopicObject[],
  suppliers: readonly string[],
  topic: Topic,
): Party {
  const country = actor.country ?? '';
  if (country === topic.recipient) return 'recipient';
  if (country === topic.adversary) return 'adversary';
  if (country === 'MULTI') return 'owner';
  if (country.length > 2 || topic.bodies.has(country)) return 'organisation';
  if (topic.notDeciders.has(country) || !actor.decides || country === '') return 'bystander';
  if (!topic.ownersAreSuppliers) return 'owner';
  const owners = [
    ...suppliers,
    ...objects.filter(({ isNamed }) => isNamed).flatMap((object) => object.suppliers),
  ];
  return owners.length === 0 || owners.includes(country) ? 'owner' : 'bystander';
}
