import type { Topic } from '../../topics/topic.ts';
import type { Actor } from './actor-mention.ts';

/** States that act together and are not named. */
export function groupActor({ name, country }: { readonly name: string; readonly country: string }): Actor {
  return { name, type: 'group', country, decides: true, isPronoun: false };
}

/** A state as an actor by itself, where nobody is named who acts for it. */
export function stateActor(country: string, topic: Topic): Actor {
  const name = topic.countryNames.get(country) ?? country;
  return { name, type: 'government', country, decides: true, isPronoun: false };
}
