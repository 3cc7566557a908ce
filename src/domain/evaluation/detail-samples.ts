import { namesOf } from '../clues/clue-model.ts';
import type { Candidate } from '../positions/candidate.ts';
import { StatementDates } from '../positions/dates/date-sentences.ts';
import { type DetailContext, detailContext } from '../positions/detail-readers/detail-context.ts';
import { scopeClues } from '../positions/detail-readers/scope-reader.ts';
import { statusClues } from '../positions/detail-readers/status-reader.ts';
import { weaponOptions } from '../positions/detail-readers/weapon-reader.ts';
import type { PositionStatus } from '../positions/position.ts';
import type { ReadSentence } from '../positions/read-article.ts';
import { candidateOf } from '../positions/second-reader/second-read.ts';
import { standsIn } from '../positions/second-reader/stands.ts';
import { statusByRules } from '../positions/status-by-rules.ts';
import { voiceOf } from '../positions/voice.ts';
import { readUngated } from '../read-through.ts';
import type { Topic } from '../topics/topic.ts';
import { isSameSentence } from './action-scores.ts';
import { type ClueSample, WEIGHT_OF_OPTIONAL } from './fit-clue-model.ts';
import type { LabelledArticle, LabelledEvent } from './labelled-article.ts';
import { matchEvents } from './match-events.ts';

/** What an article teaches the scope reader: each position that is labelled, with the place of its label. */
export function scopeSamples(article: LabelledArticle, topic: Topic): ClueSample<string>[] {
  const known = new Set([topic.defaultScopeGeo, ...topic.geoRanks.keys()]);
  return asLabelled(article, topic).flatMap(({ event, candidate, context }) =>
    event.scopeGeo !== undefined && known.has(event.scopeGeo)
      ? [{ clues: namesOf(scopeClues(candidate, context)), verdict: event.scopeGeo, weight: weightOf(event) }]
      : [],
  );
}

/** What an article teaches the weapon reader: each weapon that a labelled position may be about. */
export function weaponSamples(article: LabelledArticle, topic: Topic): ClueSample<'yes' | 'no'>[] {
  return asLabelled(article, topic).flatMap(({ event, candidate, context }) =>
    weaponOptions(candidate, context, topic).map(({ name, clues }) => ({
      clues: namesOf(clues),
      verdict: name === event.weapon ? ('yes' as const) : ('no' as const),
      weight: weightOf(event),
    })),
  );
}

/** What an article teaches the status reader: each position that is labelled, with the status of its label. */
export function statusSamples(article: LabelledArticle, topic: Topic): ClueSample<PositionStatus>[] {
  const articleDate = article.publishedAt?.slice(0, 10);
  const found = asLabelled(article, { ...topic, statusReader: undefined });
  const dates = new StatementDates(found[0]?.context.sentences ?? [], articleDate);
  return found.flatMap(({ event, candidate, context }) => {
    if (event.status === undefined) return [];
    const ruled = statusByRules(candidate, voiceOf(candidate), dates, articleDate);
    const clues = namesOf(statusClues(candidate, ruled, context));
    return [{ clues, verdict: event.status, weight: weightOf(event) }];
  });
}

interface LabelledCandidate {
  readonly event: LabelledEvent;
  readonly candidate: Candidate;
  readonly context: DetailContext;
}

/** What is labelled, as the rules and the second reader leave it before its details are read, or would have left it. */
function asLabelled(article: LabelledArticle, topic: Topic): LabelledCandidate[] {
  // not by what is read after them
  const unread = { scopeReader: undefined, weaponReader: undefined, confidenceReader: undefined };
  const { trail } = readUngated(article, { ...topic, ...unread });
  const context = detailContext(trail.headline, trail.sentences);
  const found = new Map(trail.found.map(({ position, candidates }) => [position, candidates[0]]));
  const { matches } = matchEvents(article.events, [...found.keys()]);
  const met = new Map(matches.map(({ event, position }) => [event, found.get(position)]));
  return article.events.flatMap((event) => {
    const candidate = met.get(event) ?? unfound(event, trail.sentences, topic);
    return candidate === undefined ? [] : [{ event, candidate, context }];
  });
}

/** A position that was not found, as the second reader would have left it. */
function unfound(
  { evidence, country, action }: LabelledEvent,
  sentences: readonly ReadSentence[],
  topic: Topic,
): Candidate | undefined {
  for (const read of sentences) {
    if (!isSameSentence(evidence, read.view.sentence.text)) continue;
    const stand = standsIn(read, topic).find((one) => one.country === country);
    if (stand) return candidateOf(read, stand, { action, probability: 1 }, topic);
  }
  return undefined;
}

function weightOf({ optional }: LabelledEvent): number {
  return optional ? WEIGHT_OF_OPTIONAL : 1;
}
