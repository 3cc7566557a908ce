import type { ArticleText } from './articles/article.ts';
import { type Candidate, findCandidates } from './positions/find-candidates.ts';
import { findPositions } from './positions/find-positions.ts';
import { findStatements } from './positions/find-statements.ts';
import { readArticle } from './positions/read-article.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import { couldBeRelevant } from './relevance/could-be-relevant.ts';
import { judgeRelevance } from './relevance/judge-relevance.ts';
import { bodySentences } from './relevance/outside-body.ts';
import { isTitleTopical } from './relevance/title.ts';
import { splitSentences } from './text/sentences.ts';
import { speakerLexicon } from './topics/speaker-lexicon.ts';
import type { Topic } from './topics/topic.ts';
import type { Understanding } from './understanding.ts';

const NOTHING: Understanding = { relevance: 'none', score: 0, evidence: [], positions: [], quotes: [] };

/**
 * Understands one article: is it about the topic, who takes which position, who said what. Pure, and explained by
 * spans of the article's own text. An article that is not relevant has neither positions nor quotes.
 */
export function understandArticle(article: ArticleText, topic: Topic): Understanding {
  if (!couldBeRelevant(`${article.title}\n${article.text}`, topic)) return NOTHING;
  const sentences = bodySentences(splitSentences(article.text));
  const quotes = findQuotes(article.text, speakerLexicon(topic, article.publishedAt?.slice(0, 10)));
  const read = readArticle(article, sentences, quotes, topic);
  const statements = findStatements(read, topic);
  const verdict = judgeRelevance(read, statements, isTitleTopical(article.title, topic));
  if (verdict.relevance === 'none') return { ...NOTHING, score: verdict.score };
  const candidates = findCandidates(statements, topic).filter((candidate) =>
    verdict.relevance === 'core' ? true : standsAlone(candidate),
  );
  return { ...verdict, positions: findPositions(article, read, statements, candidates, topic), quotes };
}

/** In an article about something else only a sentence that is wholly of the topic counts, and no report of use. */
function standsAlone({ action, statement }: Candidate): boolean {
  return action !== 'REPORTS_USE' && (statement.topicality === 'full' || statement.topicality === 'strong');
}
