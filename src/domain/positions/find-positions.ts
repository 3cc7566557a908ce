import type { ArticleText } from '../articles/article.ts';
import type { Topic } from '../topics/topic.ts';
import { nameActor } from './actors/name-actor.ts';
import { SourceChains } from './actors/source-chain.ts';
import { buildPosition } from './build-position.ts';
import type { Candidate } from './candidate.ts';
import { StatementDates } from './dates/date-sentences.ts';
import type { Statement } from './find-statements.ts';
import { mergePositions } from './merge-positions.ts';
import type { Position } from './position.ts';
import type { ReadSentence } from './read-article.ts';
import { type SetAside, type SetAsideReason, sift } from './set-aside.ts';

/** At most so many sentences lie between a partial statement and the fuller one it leans on. */
const LEANS_WITHIN = 5;
const REACTS_WITHIN = 3;
/** A reaction that names what it is about ("Biden's decision") may stand further away. */
const REACTS_BY_NAME_WITHIN = 12;

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
  sentences: readonly ReadSentence[],
  statements: readonly Statement[],
  candidates: readonly Candidate[],
  topic: Topic,
): FoundPositions {
  const articleDate = article.publishedAt?.slice(0, 10);
  const dates = new StatementDates(sentences, articleDate);
  const chains = new SourceChains(sentences);
  const supported = sift(
    candidates,
    (candidate) => whyUnsupported(candidate, statements),
    ({ statement }) => statement,
  );
  const built = supported.passed.map(
    (candidate): FoundPosition => ({
      position: buildPosition(candidate, articleDate, dates, chains, topic),
      candidates: [candidate],
    }),
  );
  const merged = mergePositions(built, topic);
  const found = merged.found.map(({ position, candidates }) => ({
    position: nameActor(position, candidates[0], topic),
    candidates,
  }));
  return { found, setAside: [...supported.setAside, ...merged.setAside] };
}

/** A sentence that states the topic only in part needs a fuller one near it; one that only reacts, a nearer one. */
function whyUnsupported(candidate: Candidate, statements: readonly Statement[]): SetAsideReason | undefined {
  if (candidate.statement.topicality === 'foreign') return 'foreign';
  return isSupported(candidate, statements) ? undefined : 'unsupported';
}

function isSupported({ statement, actor }: Candidate, all: readonly Statement[]): boolean {
  const { topicality, norm, attitude, read } = statement;
  if (isFull(topicality)) return true;
  const isOfSomebody =
    attitude !== undefined &&
    (actor.type !== 'anonymous official' || attitude.kind === 'warn') &&
    actor.role !== 'expert';
  const isJudgement =
    norm.kind === 'lifted' ||
    norm.kind === 'national' ||
    norm.kind === 'user-decides' ||
    norm.kind === 'right';
  if (topicality === 'none' && !isOfSomebody && !isJudgement) return false;
  const isByName = attitude !== undefined && norm.from === norm.to && actor.type !== 'anonymous official';
  const reach = isByName ? REACTS_BY_NAME_WITHIN : topicality === 'none' ? REACTS_WITHIN : LEANS_WITHIN;
  return all.some(
    (other) => isFull(other.topicality) && Math.abs(other.read.view.index - read.view.index) <= reach,
  );
}

function isFull(topicality: string): boolean {
  return topicality === 'full' || topicality === 'strong';
}
