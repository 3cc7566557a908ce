import type { Topic } from '../topics/topic.ts';
import type { ActorMention } from './actor-mention.ts';
import type { Norm } from './norms.ts';
import type { SentenceView } from './sentence-view.ts';

/**
 * How much of the topic a sentence states by itself. Three ingredients besides the norm: the object, its use, and
 * the theatre in which the use would be what the topic is about.
 *
 * - `full`: norm and all three; `strong`: norm and two; `partial`: norm and one, or an attitude to it, which
 *   counts only beside a stronger sentence
 */
export type Topicality = 'full' | 'strong' | 'partial' | 'none';

export function topicalityOf(
  view: SentenceView,
  mentions: readonly ActorMention[],
  norm: Norm | undefined,
  topic: Topic,
): Topicality {
  if (!norm) return 'none';
  const hasUse = view.cues.some(({ kind, from }) => kind === 'use' && from !== -1);
  const hasObject = view.objects.length > 0;
  const hasTheatre = view.theatres.length > 0 || view.geos.length > 0;
  const isForeign =
    view.vetoes.length > 0 && !(hasUse && hasObject && hasTheatre && mentionsParties(mentions, topic));
  if (isForeign) return 'none';
  const count = Number(hasUse) + Number(hasObject) + Number(hasTheatre);
  if (count === 3) return 'full';
  if (count === 2) return 'strong';
  return count === 1 ? 'partial' : 'none';
}

function mentionsParties(mentions: readonly ActorMention[], topic: Topic): boolean {
  return mentions.some(({ actor }) => actor.country === topic.recipient || actor.country === topic.adversary);
}
