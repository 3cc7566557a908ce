import { PREPOSITIONS } from '../../text/reporting-words.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { ActorMention } from './actor-mention.ts';

/** "In Berlin, a Defence Ministry spokesman said": the state whose offices a sentence means. */
export function sceneOf({ tokens }: SentenceView, mentions: readonly ActorMention[]): string | undefined {
  const [first] = mentions;
  const isScene =
    first?.from === 1 &&
    first.usage === 'oblique' &&
    tokens[0]?.word === 'in' &&
    BEHIND_SCENE.test(tokens[first.to]?.word ?? '');
  return isScene && first.actor.country?.length === 2 ? first.actor.country : undefined;
}

/** "In London, the ministry", "In London a spokesman". */
const BEHIND_SCENE = /^(?:,|a|an)$/;

/** "A spokesman", "another official", "one minister": somebody of whom nothing was said before. */
export function isNew({ tokens }: SentenceView, { from }: ActorMention): boolean {
  return /^(?:a|an|another|one|some|two|several)$/.test(tokens[from - 1]?.word ?? '');
}

/** "Its foreign minister", "his spokesman", "whose president": the word for whoever has the office. */
export function ownerBefore({ tokens }: SentenceView, { from }: ActorMention): string | undefined {
  const word = tokens[from - 1]?.word ?? '';
  return /^(?:its|his|her|whose)$/.test(word) ? word : undefined;
}

/** "A spokesperson for Prime Minister Doe": the state of whoever is served. */
export function stateServed(
  { tokens }: SentenceView,
  { to }: ActorMention,
  mentions: readonly ActorMention[],
): string | undefined {
  if (tokens[to]?.word !== 'for') return undefined;
  const served = mentions.find(({ from }) => from > to && from - to <= SERVED_WITHIN);
  const isNext = tokens
    .slice(to + 1, served?.from)
    .every(({ word }) => word === 'the' || word === 'of' || !PREPOSITIONS.has(word));
  return served && isNext ? served.actor.country : undefined;
}

/** "For the office of Prime Minister". */
const SERVED_WITHIN = 5;
