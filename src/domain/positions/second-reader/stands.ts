import type { CueKind } from '../../topics/cue-kinds.ts';
import type { ActorMention, Usage } from '../actors/actor-mention.ts';
import type { ReadSentence } from '../read-article.ts';

/** One who may hold a position in a sentence: each state or body once, by the mention that says most. */
export interface Stand {
  readonly country: string;
  readonly mention: ActorMention;
  readonly part: Usage | 'speaker';
}

/** Cues that say nothing of a position by themselves. */
const COLOURING: ReadonlySet<CueKind> = new Set([
  'anonymous',
  'delivery',
  'ended',
  'hypothetical',
  'idiom',
  'reaffirmed',
  'reversal',
  'widened',
] as const);

/** Those who may hold a position in a sentence; none where it has no word of the topic's norms and attitudes. */
export function standsIn({ view, mentions, speaker }: ReadSentence): readonly Stand[] {
  if (view.cues.every(({ kind }) => COLOURING.has(kind))) return [];
  const stands = new Map<string, Stand>();
  const add = (mention: ActorMention, part: Stand['part']): void => {
    const { country, isPronoun } = mention.actor;
    if (country === undefined || isPronoun) return;
    if (part === 'speaker' || !stands.has(country)) stands.set(country, { country, mention, part });
  };
  for (const mention of mentions) if (mention.usage === 'free') add(mention, 'free');
  for (const mention of mentions) if (mention.usage !== 'free') add(mention, mention.usage);
  if (speaker) add(speaker, 'speaker');
  return [...stands.values()];
}
