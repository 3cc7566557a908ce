import type { ArticleText } from './articles/article.ts';
import type { Candidate } from './positions/candidate.ts';
import { withConfidence } from './positions/confidence-reader.ts';
import { detailContext } from './positions/detail-readers/detail-context.ts';
import { readDetails } from './positions/detail-readers/read-details.ts';
import { findCandidates } from './positions/find-candidates.ts';
import { type FoundPosition, type FoundPositions, findPositions } from './positions/find-positions.ts';
import { findStatements, type Statement } from './positions/find-statements.ts';
import { type ReadSentence, readArticle } from './positions/read-article.ts';
import { reconsider } from './positions/second-reader/reconsider.ts';
import { secondRead } from './positions/second-reader/second-read.ts';
import { SecondReading } from './positions/second-reader/second-reading.ts';
import type { SentenceView } from './positions/sentence-view.ts';
import { type SetAside, sift } from './positions/set-aside.ts';
import { whyUnsupported } from './positions/support.ts';
import { standsByItself } from './positions/topicality.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import type { Quote } from './quotes/quote.ts';
import { couldBeRelevant } from './relevance/could-be-relevant.ts';
import { judgeRelevance, type RelevanceVerdict } from './relevance/judge-relevance.ts';
import { bodySentences } from './relevance/outside-body.ts';
import { asRead, heldIn } from './relevance/relevance-reader/as-read.ts';
import type { ReadForRelevance } from './relevance/relevance-reader/read-relevance.ts';
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
  /** What the second reader makes of the sentences, where the topic has one. */
  readonly reading?: SecondReading | undefined;
  /** What the relevance reader had before it. */
  readonly readable: ReadForRelevance;
  readonly title: TitleTopic;
  readonly statements: readonly Statement[];
  /** The positions of `understanding`, in its order, each with the candidates behind it. */
  readonly found: readonly FoundPosition[];
  readonly setAside: readonly SetAside[];
}

const NOTHING: Understanding = { relevance: 'none', score: 0, evidence: [], positions: [], quotes: [] };

/** Reads one article from the gate to its positions, and keeps what was set aside on the way. */
export function readThrough(article: ArticleText, topic: Topic): Reading {
  const mayBe = couldBeRelevant(`${article.title}\n${article.text}`, topic);
  return mayBe ? readUngated(article, topic) : { understanding: NOTHING };
}

/** Reads one article whether or not the gate would let it pass. */
export function readUngated(article: ArticleText, topic: Topic): Reading & { readonly trail: Trail } {
  const judged = judge(article, topic);
  const { relevance, score, evidence } = judged.verdict;
  if (relevance === 'none') return { understanding: { ...NOTHING, score }, trail: { ...judged, found: [] } };
  const { found, setAside } = findIn(article, judged, topic);
  const positions = found.map(({ position }) => position);
  return {
    understanding: { relevance, score, evidence, positions, quotes: judged.quotes },
    trail: { ...judged, found, setAside: [...judged.setAside, ...setAside] },
  };
}

/** An article whose relevance was judged, with what may be positions in it. */
interface Judged extends Omit<Trail, 'found'> {
  readonly quotes: readonly Quote[];
  readonly candidates: readonly Candidate[];
}

function judge(article: ArticleText, topic: Topic): Judged {
  const all = splitSentences(article.text);
  const spans = bodySentences(all);
  const date = article.publishedAt?.slice(0, 10);
  const quotes = findQuotes(article.text, speakerLexicon(topic, date), all);
  const headline = viewTitle(article.title, topic);
  const sentences = readArticle(date, headline, spans, quotes, topic);
  const stated = findStatements(sentences, namesRecipient(headline, topic), topic);
  const title = readTitle(headline, topic);
  const { candidates, setAside } = findCandidates(sentences, stated.statements, topic);
  const nobodys = setAside.filter(({ reason }) => reason === 'nobodys').map(({ statement }) => statement);
  const summed = judgeRelevance(sentences, stated.statements, new Set(nobodys), title);
  const { secondReader, relevanceReader } = topic;
  const reading = secondReader && new SecondReading(secondReader, sentences, summed.relevance, topic);
  const held = reading ? heldIn(sentences, reading, summed) : [];
  const readable = { ...summed, headline: article.title, sentences, title, held };
  return {
    quotes,
    headline,
    sentences,
    title,
    candidates,
    reading,
    readable,
    statements: stated.statements,
    setAside: [...stated.setAside, ...setAside],
    verdict: relevanceReader ? asRead(summed, readable, relevanceReader) : summed,
  };
}

/** The positions of an article that is relevant: what the rules found and the second reader leaves, and what it adds. */
function findIn(article: ArticleText, judged: Judged, topic: Topic): FoundPositions {
  const { sentences, statements, candidates, headline, reading, verdict } = judged;
  const { relevance } = verdict;
  const kept = keptOf(candidates, statements, relevance, reading, topic);
  const aside = [...judged.setAside, ...kept.setAside];
  const second = reading ? secondRead(sentences, kept.passed, aside, reading, relevance, topic) : [];
  const context = detailContext(headline, sentences);
  const detailed = [...kept.passed, ...second].map((candidate) => readDetails(candidate, context, topic));
  const all = findPositions(article, context, detailed, topic);
  const { confidenceReader } = topic;
  const { found, setAside } =
    reading && confidenceReader ? withConfidence(all, relevance, reading, confidenceReader) : all;
  return { found, setAside: [...kept.setAside, ...setAside] };
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

/** In an article about something else only a sentence that is wholly of the topic counts, and no report of use. */
function standsAlone({ action, statement }: Candidate): boolean {
  return action !== 'REPORTS_USE' && standsByItself(statement.topicality);
}
