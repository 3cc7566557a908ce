import type { ArticleText } from '../articles/article.ts';
import type { Topic } from '../topics/topic.ts';
import { buildPosition } from './build-position.ts';
import { dateSentences } from './date-sentences.ts';
import type { Candidate } from './find-candidates.ts';
import type { Statement } from './find-statements.ts';
import { mergePositions } from './merge-positions.ts';
import type { Position } from './position.ts';
import type { ReadSentence } from './read-article.ts';

/** At most so many sentences lie between a partial statement and the fuller one it leans on. */
const LEANS_WITHIN = 3;
const REACTS_WITHIN = 3;
/** A reaction that names what it is about ("Biden's decision") may stand further away. */
const REACTS_BY_NAME_WITHIN = 12;

/** Turns the candidates of an article into its positions, in the order of the text, each event once. */
export function findPositions(
  article: ArticleText,
  sentences: readonly ReadSentence[],
  statements: readonly Statement[],
  candidates: readonly Candidate[],
  topic: Topic,
): Position[] {
  const articleDate = article.publishedAt?.slice(0, 10);
  const dates = dateSentences(sentences, articleDate);
  const positions = candidates
    .filter((candidate) => isSupported(candidate, statements))
    .map((candidate) => buildPosition(candidate, dates.get(candidate.statement.read), articleDate, topic));
  return mergePositions(positions, topic);
}

/** A sentence that states the topic only in part needs a fuller one near it; one that only reacts, a nearer one. */
function isSupported({ statement, actor }: Candidate, all: readonly Statement[]): boolean {
  const { topicality, norm, attitude, read } = statement;
  if (topicality === 'foreign') return false;
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
