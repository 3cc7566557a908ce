import type { ArticleText } from '../articles/article.ts';
import type { Topic } from '../topics/topic.ts';
import { nameActor } from './actors/name-actor.ts';
import { SourceChains } from './actors/source-chain.ts';
import { buildPosition } from './build-position.ts';
import type { Candidate } from './candidate.ts';
import { StatementDates } from './dates/date-sentences.ts';
import type { DetailContext } from './detail-readers/detail-context.ts';
import { mergePositions } from './merge-positions.ts';
import type { Position } from './position.ts';
import type { SetAside } from './set-aside.ts';

/** A position with the candidates that were found to be it: the first states it, the others support it. */
export interface FoundPosition {
  readonly position: Position;
  readonly candidates: readonly [Candidate, ...Candidate[]];
}

export interface FoundPositions {
  readonly found: readonly FoundPosition[];
  readonly setAside: readonly SetAside[];
}

/** Turns the candidates of an article into its positions, in the order of the text, each event once. */
export function findPositions(
  article: ArticleText,
  context: DetailContext,
  candidates: readonly Candidate[],
  topic: Topic,
): FoundPositions {
  const articleDate = article.publishedAt?.slice(0, 10);
  const dates = new StatementDates(context.sentences, articleDate);
  const chains = new SourceChains(context.sentences);
  const built = candidates.map(
    (candidate): FoundPosition => ({
      position: buildPosition(candidate, articleDate, dates, chains, context, topic),
      candidates: [candidate],
    }),
  );
  const merged = mergePositions(built, topic);
  const found = merged.found.map(({ position, candidates }) => ({
    position: nameActor(position, candidates[0], topic),
    candidates,
  }));
  return { found, setAside: merged.setAside };
}
