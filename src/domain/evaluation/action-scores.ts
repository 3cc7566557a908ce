import { ACTIONS, type Action } from '../positions/position.ts';
import type { EventMatches } from './match-events.ts';
import { type Score, scoreOf } from './score.ts';

/** How one class of position is found. A position of a class that the label lists as alternative counts for the label's. */
export interface ActionScore extends Score {
  readonly action: Action;
  /** How many are labelled, without optional ones. */
  readonly support: number;
}

/** A labelled class that was found as another one for the same country in the same sentence, and how often. */
export interface ActionConfusion {
  readonly labelled: Action;
  readonly found: Action;
  readonly count: number;
}

/** Every class that is labelled or found, in the order of `ACTIONS`. */
export function scoreActions(results: readonly EventMatches[]): ActionScore[] {
  const matched = results.flatMap(({ matches }) => matches).filter(({ event }) => !event.optional);
  const missed = results.flatMap((result) => result.missed);
  const wrong = results.flatMap((result) => result.wrong);
  return ACTIONS.flatMap((action) => {
    const found = matched.filter(({ event }) => event.action === action).length;
    const score = scoreOf(
      found,
      wrong.filter((position) => position.action === action).length,
      missed.filter((event) => event.action === action).length,
    );
    const support = found + score.falseNegatives;
    return support + score.falsePositives === 0 ? [] : [{ action, support, ...score }];
  });
}

/** The most frequent first. */
export function confuseActions(results: readonly EventMatches[]): ActionConfusion[] {
  const pairs = results.flatMap(({ missed, wrong }) =>
    missed.flatMap((event) => {
      const other = wrong.find(
        ({ country, evidence }) => country === event.country && isSameSentence(event.evidence, evidence.text),
      );
      return other ? [{ labelled: event.action, found: other.action }] : [];
    }),
  );
  const groups = Map.groupBy(pairs, ({ labelled, found }) => `${labelled} ${found}`);
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ ...group[0], count: group.length }] : []))
    .sort((one, other) => other.count - one.count);
}

/** Labels may cite a part of a sentence, or more than one. */
export function isSameSentence(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}
