import type { ArticleText } from '../articles/article.ts';
import type { Topic } from '../topics/topic.ts';
import { buildPosition } from './build-position.ts';
import type { Candidate } from './find-candidates.ts';
import { mergePositions } from './merge-positions.ts';
import type { Position } from './position.ts';
import type { ReadSentence } from './read-article.ts';
import { findStatementDate, OPEN_DATE, type StatementDate } from './statement-date.ts';

/** At most so many sentences lie between a partial statement and the fuller one it leans on. */
const LEANS_WITHIN = 3;

/** Turns the candidates of an article into its positions, in the order of the text, each event once. */
export function findPositions(
  article: ArticleText,
  sentences: readonly ReadSentence[],
  candidates: readonly Candidate[],
  topic: Topic,
): Position[] {
  const articleDate = article.publishedAt?.slice(0, 10);
  const dates = datesOf(sentences, articleDate);
  const positions = candidates
    .filter((candidate) => isSupported(candidate, candidates))
    .map((candidate) => buildPosition(candidate, dates.get(candidate.statement.read) ?? OPEN_DATE, articleDate, topic));
  return mergePositions(positions);
}

/** A sentence that states the topic only in part needs a fuller one near it. */
function isSupported(candidate: Candidate, all: readonly Candidate[]): boolean {
  if (candidate.statement.topicality === 'foreign') return false;
  if (candidate.statement.topicality === 'full' || candidate.statement.topicality === 'strong') return true;
  return all.some(
    (other) =>
      (other.statement.topicality === 'full' || other.statement.topicality === 'strong') &&
      Math.abs(other.statement.read.view.index - candidate.statement.read.view.index) <= LEANS_WITHIN,
  );
}

/** The date that holds for each sentence: its own, else the one its speaker's last sentence had in the paragraph. */
function datesOf(
  sentences: readonly ReadSentence[],
  articleDate: string | undefined,
): Map<ReadSentence, StatementDate> {
  const dates = new Map<ReadSentence, StatementDate>();
  const bySpeaker = new Map<string, StatementDate>();
  let ofParagraph: StatementDate = OPEN_DATE;
  let paragraph = -1;
  for (const read of sentences) {
    const { sentence } = read.view;
    if (sentence.paragraph !== paragraph) ofParagraph = OPEN_DATE;
    paragraph = sentence.paragraph;
    const own = findStatementDate(sentence.text, articleDate);
    const speaker = read.speaker?.actor.name ?? '';
    const date = own.date ? own : ofParagraph.date ? ofParagraph : (bySpeaker.get(speaker) ?? OPEN_DATE);
    if (own.date) ofParagraph = own;
    if (own.date && speaker) bySpeaker.set(speaker, own);
    dates.set(read, date);
  }
  return dates;
}
