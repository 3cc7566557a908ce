import { type ClueGroup, type ClueModel, evenly } from '../../clues/clue-model.ts';
import { type ClueSink, putterOf } from '../../clues/clue-sink.ts';
import { putWordsAndPairs } from '../../clues/words-and-pairs.ts';
import { isSmallAsciiWord } from '../../text/ascii.ts';
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
  const probabilities = context.judgeOf(reader).probabilitiesOf(scopeClues(candidate, context));
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
export function scopeClues(candidate: Candidate, context: DetailContext): readonly ClueGroup[] {
  // figures and marks are no words
  const words = candidate.statement.read.view.tokens.map(({ word }) => word).filter(isLowerCase);
  return [
    evenly((sink) => putShown(sink, candidate, context)),
    evenly((sink) => putWordsAndPairs(sink, words)),
  ];
}

function putShown<Place>(
  sink: ClueSink<Place>,
  { statement, action, scope, weapon, party }: Candidate,
  { title, sentences }: DetailContext,
): void {
  const { view } = statement.read;
  const before = sentences[view.index - 1]?.view;
  const put = putterOf(sink);
  const count = String(view.geos.length);
  put('found', scope.geo, action);
  put('action', action);
  put('weapon', weapon.weapon);
  put('party', party);
  put('places', count);
  put('on', String(before?.sentence.paragraph === view.sentence.paragraph));
  for (const { geo } of view.geos) put('here', geo, action);
  for (const { geo } of title.geos) put('title', geo, count);
  for (const { geo } of before?.geos ?? []) put('before', geo, count);
}

function isLowerCase(word: string): boolean {
  return isSmallAsciiWord(word) || /^[\p{Ll}-]+$/u.test(word);
}
