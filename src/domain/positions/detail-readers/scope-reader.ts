import { type ClueModel, type Clues, evenly, probabilitiesOf } from '../../clues/clue-model.ts';
import { wordsAndPairs } from '../../clues/words-and-pairs.ts';
import type { Candidate } from '../candidate.ts';
import type { DetailContext } from './detail-context.ts';

/** Weights that say which place of the topic a position is about. */
export type ScopeReaderModel = ClueModel<string>;

/** So much surer than of the place that the rules chose must the reader be of another. */
const MARGIN = 0.2;

/**
 * The place that a position is about: that of the rules, or one that the reader is clearly surer of. A part that the
 * sentence names gives way only to a smaller one in it.
 */
export function readScopeGeo(candidate: Candidate, context: DetailContext, reader: ScopeReaderModel): string {
  const probabilities = probabilitiesOf(reader, scopeClues(candidate, context));
  const found = candidate.scope.geo;
  const here = candidate.statement.read.view.geos;
  const part = here.find(({ geo, isPartial }) => isPartial && geo === found);
  const mayBe = (place: string): boolean =>
    part === undefined || here.some(({ geo, rank }) => geo === place && rank < part.rank);
  let best = found;
  let highest = (probabilities[reader.verdicts.indexOf(found)] ?? 0) + MARGIN;
  for (const [at, place] of reader.verdicts.entries()) {
    const probability = probabilities[at] ?? 0;
    if (probability <= highest || !mayBe(place)) continue;
    best = place;
    highest = probability;
  }
  return best;
}

/** What shows of the place: what the rules made of it, where the title and the sentence before are, and the words. */
export function scopeClues(
  { statement, action, scope, weapon, party }: Candidate,
  { title, sentences }: DetailContext,
): readonly Clues[] {
  const { view } = statement.read;
  const before = sentences[view.index - 1]?.view;
  const count = view.geos.length;
  const isGoingOn = before?.sentence.paragraph === view.sentence.paragraph;
  const shown = new Set([
    `found ${scope.geo}`,
    `action ${action}`,
    `found ${scope.geo} ${action}`,
    `weapon ${weapon.weapon}`,
    `party ${party}`,
    `places ${count}`,
    `on ${isGoingOn}`,
    ...view.geos.flatMap(({ geo }) => [`here ${geo}`, `here ${geo} ${action}`]),
    ...title.geos.flatMap(({ geo }) => [`title ${geo}`, `title ${geo} ${count}`]),
    ...(before?.geos ?? []).flatMap(({ geo }) => [`before ${geo}`, `before ${geo} ${count}`]),
  ]);
  // figures and marks are no words
  const words = view.tokens.filter(({ word }) => WORD.test(word)).map(({ word }) => word);
  return [evenly(shown), evenly(new Set(wordsAndPairs(words)))];
}

const WORD = /^[\p{Ll}-]+$/u;
