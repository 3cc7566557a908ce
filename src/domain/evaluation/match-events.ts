import { POLARITY, type Position } from '../positions/position.ts';
import type { LabelledEvent } from './labelled-article.ts';

/** A labelled event with the position that meets it. */
export interface EventMatch {
  readonly event: LabelledEvent;
  readonly position: Position;
}

export interface EventMatches {
  readonly matches: readonly EventMatch[];
  /** Labelled, not optional, and not found. */
  readonly missed: readonly LabelledEvent[];
  /** Found, and neither labelled nor near an optional event. */
  readonly wrong: readonly Position[];
  /** Found for the right country in the same sentence, with the opposite polarity. */
  readonly swapped: readonly EventMatch[];
}

/**
 * Matches positions with labels on country and class, where a listed alternative counts. Each label takes one position,
 * the one closest in weapon and evidence first; further positions that match a label taken are not errors.
 */
export function matchEvents(events: readonly LabelledEvent[], positions: readonly Position[]): EventMatches {
  const free = new Set(positions);
  const matches: EventMatch[] = [];
  for (const event of [...events].sort(
    (one, other) => Number(one.optional ?? false) - Number(other.optional ?? false),
  )) {
    const position = closest(
      event,
      [...free].filter((candidate) => isSameStance(event, candidate)),
    );
    if (!position) continue;
    free.delete(position);
    matches.push({ event, position });
  }
  const matched = new Set(matches.map(({ event }) => event));
  const wrong = [...free].filter((position) => !events.some((event) => isSameStance(event, position)));
  return {
    matches,
    missed: events.filter((event) => !matched.has(event) && !event.optional),
    wrong,
    swapped: wrong.flatMap((position) => swappedWith(events, position)),
  };
}

/** Of the same state, and of the labelled class or one that the label lists as alternative. */
export function isSameStance(event: LabelledEvent, position: Position): boolean {
  return event.country === position.country && isSameAction(event, position);
}

/** Of the labelled class, or of one that the label lists as alternative. */
export function isSameAction(event: LabelledEvent, position: Position): boolean {
  return event.action === position.action || event.altActions.includes(position.action);
}

function closest(event: LabelledEvent, candidates: readonly Position[]): Position | undefined {
  const nearness = (position: Position) =>
    Number(position.weapon === event.weapon) * 2 +
    Number(
      event.evidence.includes(position.evidence.text) || position.evidence.text.includes(event.evidence),
    ) *
      3 +
    Number(position.action === event.action);
  return [...candidates].sort((one, other) => nearness(other) - nearness(one))[0];
}

function swappedWith(events: readonly LabelledEvent[], position: Position): EventMatch[] {
  const event = events.find(
    ({ country, evidence, action }) =>
      country === position.country &&
      (evidence.includes(position.evidence.text) || position.evidence.text.includes(evidence)) &&
      isOpposite(POLARITY[action], POLARITY[position.action]),
  );
  return event ? [{ event, position }] : [];
}

function isOpposite(one: string, other: string): boolean {
  return one !== other && one !== 'neutral' && other !== 'neutral';
}
