import type { Explanation } from '../explanation/explanation.ts';
import { describeRule } from '../explanation/reason-words.ts';
import { isSameSentence } from './action-scores.ts';
import type { LabelledEvent } from './labelled-article.ts';
import { isSameAction } from './match-events.ts';

/** What became of the sentence that a missed event stands on, in the order in which one would look. */
export function whyMissed(
  event: LabelledEvent,
  { relevance, because, positions, setAside, passages }: Explanation,
): string {
  if (passages.length + setAside.length === 0) return because;
  const isThere = ({ text }: { readonly text: string }) => isSameSentence(event.evidence, text);
  const there = positions.filter(
    ({ position, merged }) => isThere(position.evidence) || merged.some(isThere),
  );
  if (there.length > 0) {
    const found = there.map(
      ({ position, decidedBy }) => `${position.country} ${position.action} by ${describeRule(decidedBy)}`,
    );
    const isTaken = there.some(
      ({ position }) => position.country === event.country && isSameAction(event, position),
    );
    return `${isTaken ? 'found there, as the same event as another label' : 'found there'}: ${found.join('; ')}`;
  }
  const aside = setAside
    .filter(isThere)
    .map(({ reason, why, actor }) => `${reason} (${actor === undefined ? why : `${why}: ${actor}`})`);
  if (aside.length > 0) return `set aside: ${[...new Set(aside)].join('; ')}`;
  if (relevance === 'none' && passages.some(isThere))
    return 'its sentence was read, but the article was judged none';
  return 'no statement was read in its sentence: a cue or a phrase is missing';
}
