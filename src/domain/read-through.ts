import type { ArticleText } from './articles/article.ts';
import type { Candidate } from './positions/candidate.ts';
import { withConfidence } from './positions/confidence-reader.ts';
import { detailContext } from './positions/detail-readers/detail-context.ts';
import { readDetails } from './positions/detail-readers/read-details.ts';
import { findCandidates } from './positions/find-candidates.ts';
import { type FoundPosition, findPositions } from './positions/find-positions.ts';
import { findStatements, type Statement } from './positions/find-statements.ts';
import { type ReadSentence, readArticle } from './positions/read-article.ts';
import type { SecondReaderModel } from './positions/second-reader/model.ts';
import { reconsider } from './positions/second-reader/reconsider.ts';
import { secondRead } from './positions/second-reader/second-read.ts';
import { SecondReading } from './positions/second-reader/second-reading.ts';
import type { SentenceView } from './positions/sentence-view.ts';
import { type SetAside, sift } from './positions/set-aside.ts';
import { whyUnsupported } from './positions/support.ts';
import { standsByItself } from './positions/topicality.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import { couldBeRelevant } from './relevance/could-be-relevant.ts';
import { judgeRelevance, type RelevanceVerdict } from './relevance/judge-relevance.ts';
import { bodySentences } from './relevance/outside-body.ts';
import { readRelevance } from './relevance/relevance-reader/read-relevance.ts';
import { withStated } from './relevance/stated-sentences.ts';
import { namesRecipient, readTitle, type TitleTopic, viewTitle } from './relevance/title.ts';
import { splitSentences } from './text/sentences.ts';
import { speakerLexicon } from './topics/speaker-lexicon.ts';
import type { Topic } from './topics/topic.ts';
import type { Relevance, Understanding } from './understanding.ts';

/** What was understood of an article, with how it came about. */
export interface Reading {
  readonly understanding: Understanding;
  /** Missing for an article that the gate dismissed before it was read. */
  readonly trail?: Trail | undefined;
}

export interface Trail {
  readonly headline: SentenceView;
  readonly sentences: readonly ReadSentence[];
  readonly verdict: RelevanceVerdict;
  readonly title: TitleTopic;
  readonly statements: readonly Statement[];
  /** The positions of `understanding`, in its order, each with the candidates behind it. */
  readonly found: readonly FoundPosition[];
  readonly setAside: readonly SetAside[];
}

/** So many sentences make no article. */
const SHORT = 2;

const NOTHING: Understanding = { relevance: 'none', score: 0, evidence: [], positions: [], quotes: [] };

/** Reads one article from the gate to its positions, and keeps what was set aside on the way. */
export function readThrough(article: ArticleText, topic: Topic): Reading {
  const mayBe = couldBeRelevant(`${article.title}\n${article.text}`, topic);
  return mayBe ? readUngated(article, topic) : { understanding: NOTHING };
}

/** Reads one article whether or not the gate would let it pass. */
export function readUngated(article: ArticleText, topic: Topic): Reading & { readonly trail: Trail } {
  const sentences = bodySentences(splitSentences(article.text));
  const date = article.publishedAt?.slice(0, 10);
  const quotes = findQuotes(article.text, speakerLexicon(topic, date));
  const headline = viewTitle(article.title, topic);
  const read = readArticle(date, headline, sentences, quotes, topic);
  const { statements, setAside } = findStatements(read, namesRecipient(headline, topic), topic);
  const title = readTitle(headline, topic);
  const stands = findCandidates(read, statements, topic);
  const nobodys = stands.setAside.filter(({ reason }) => reason === 'nobodys');
  const summed = judgeRelevance(read, statements, new Set(nobodys.map(({ statement }) => statement)), title);
  const judged = asRead(summed, article, read, title, topic);
  const counting = topic.secondReader && countingFor(topic.secondReader, judged, read, topic);
  const verdict = counting ? withStated(judged, read, counting) : judged;
  const begun = { headline, sentences: read, verdict, title, statements };
  const { relevance, score, evidence } = verdict;
  if (relevance === 'none')
    return {
      understanding: { ...NOTHING, score },
      trail: { ...begun, found: [], setAside: [...setAside, ...stands.setAside] },
    };
  const reading = counting?.under(relevance);
  const kept = keptOf(stands.candidates, statements, relevance, reading, topic);
  const aside = [...setAside, ...stands.setAside, ...kept.setAside];
  const second = reading ? secondRead(read, kept.passed, aside, reading, relevance, topic) : [];
  const context = detailContext(headline, read);
  const detailed = [...kept.passed, ...second].map((candidate) => readDetails(candidate, context, topic));
  const all = findPositions(article, context, detailed, topic);
  const { confidenceReader } = topic;
  const positions =
    reading && confidenceReader ? withConfidence(all, relevance, reading, confidenceReader) : all;
  return {
    understanding: {
      relevance,
      score,
      evidence,
      positions: positions.found.map(({ position }) => position),
      quotes,
    },
    trail: {
      ...begun,
      found: positions.found,
      setAside: [...aside, ...positions.setAside],
    },
  };
}

/** The second reader as it reads an article of the relevance that was judged; what seems to be none may yet be a mention. */
function countingFor(
  model: SecondReaderModel,
  { relevance }: RelevanceVerdict,
  sentences: readonly ReadSentence[],
  topic: Topic,
): SecondReading {
  return new SecondReading(model, sentences, relevance === 'none' ? 'mention' : relevance, topic);
}

/** The candidates of the rules that the rest of the article supports, as the second reader leaves them. */
function keptOf(
  candidates: readonly Candidate[],
  statements: readonly Statement[],
  relevance: Relevance,
  reading: SecondReading | undefined,
  topic: Topic,
): { readonly passed: readonly Candidate[]; readonly setAside: readonly SetAside[] } {
  const supported = sift(
    candidates,
    (candidate) =>
      relevance === 'core' || standsAlone(candidate)
        ? whyUnsupported(candidate, statements)
        : 'beside-the-topic',
    ({ statement }) => statement,
  );
  const passed: Candidate[] = [];
  const setAside = [...supported.setAside];
  for (const candidate of supported.passed) {
    // what a sentence takes over from one before it does not show in its own words
    const isOwn = statements.includes(candidate.statement);
    const found = reading && isOwn ? reconsider(candidate, supported.passed, reading, topic) : candidate;
    if (found === 'doubted') setAside.push({ statement: candidate.statement, reason: found });
    else passed.push(found);
  }
  return { passed, setAside };
}

/**
 * The verdict of the topic's relevance reader over the sum of points. Of what states nothing of the topic it says only
 * how probable core is, and in a text of a sentence or two there is no rest to be weighed.
 */
function asRead(
  verdict: RelevanceVerdict,
  article: ArticleText,
  sentences: readonly ReadSentence[],
  title: TitleTopic,
  { relevanceReader }: Topic,
): RelevanceVerdict {
  if (relevanceReader === undefined || sentences.length <= SHORT) return verdict;
  const read = readRelevance(relevanceReader, { ...verdict, sentences, title }, article.title);
  return verdict.passages.length > 0 ? { ...verdict, ...read } : { ...verdict, core: read.core };
}

/** In an article about something else only a sentence that is wholly of the topic counts, and no report of use. */
function standsAlone({ action, statement }: Candidate): boolean {
  return action !== 'REPORTS_USE' && standsByItself(statement.topicality);
}
