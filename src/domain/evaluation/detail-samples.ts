import type { Candidate } from '../positions/candidate.ts';
import { type DetailContext, detailContext } from '../positions/detail-readers/detail-context.ts';
import { scopeClues } from '../positions/detail-readers/scope-reader.ts';
import { weaponOptions } from '../positions/detail-readers/weapon-reader.ts';
import { readThrough } from '../read-through.ts';
import type { Topic } from '../topics/topic.ts';
import { type ClueSample, WEIGHT_OF_OPTIONAL } from './fit-clue-model.ts';
import type { LabelledArticle, LabelledEvent } from './labelled-article.ts';
import { matchEvents } from './match-events.ts';

/** What an article teaches the scope reader: each position found that is labelled, with the place of its label. */
export function scopeSamples(article: LabelledArticle, topic: Topic): ClueSample<string>[] {
  const known = new Set([topic.defaultScopeGeo, ...topic.geoRanks.keys()]);
  return foundAsLabelled(article, topic).flatMap(({ event, candidate, context }) =>
    event.scopeGeo !== undefined && known.has(event.scopeGeo)
      ? [{ clues: scopeClues(candidate, context), verdict: event.scopeGeo, weight: weightOf(event) }]
      : [],
  );
}

/** What an article teaches the weapon reader: each weapon that a position found may be about. */
export function weaponSamples(article: LabelledArticle, topic: Topic): ClueSample<'yes' | 'no'>[] {
  return foundAsLabelled(article, topic).flatMap(({ event, candidate, context }) =>
    weaponOptions(candidate, context, topic).map(({ name, clues }) => ({
      clues,
      verdict: name === event.weapon ? ('yes' as const) : ('no' as const),
      weight: weightOf(event),
    })),
  );
}

interface LabelledCandidate {
  readonly event: LabelledEvent;
  readonly candidate: Candidate;
  readonly context: DetailContext;
}

/** Positions as the rules and the second reader leave them, before their details are read. */
function foundAsLabelled(article: LabelledArticle, topic: Topic): LabelledCandidate[] {
  const { trail } = readThrough(article, { ...topic, scopeReader: undefined, weaponReader: undefined });
  if (trail === undefined) return [];
  const context = detailContext(trail.headline, trail.sentences);
  const found = new Map(trail.found.map(({ position, candidates }) => [position, candidates[0]]));
  const { matches } = matchEvents(article.events, [...found.keys()]);
  return matches.flatMap(({ event, position }) => {
    const candidate = found.get(position);
    return candidate === undefined ? [] : [{ event, candidate, context }];
  });
}

function weightOf({ optional }: LabelledEvent): number {
  return optional ? WEIGHT_OF_OPTIONAL : 1;
}
