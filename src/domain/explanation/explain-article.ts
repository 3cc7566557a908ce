import type { ArticleText } from '../articles/article.ts';
import type { DigestWords } from '../digest/digest-input.ts';
import { createWording } from '../digest/wording.ts';
import { type Candidate, ruleBehind } from '../positions/candidate.ts';
import type { FoundPosition } from '../positions/find-positions.ts';
import type { Statement } from '../positions/find-statements.ts';
import type { Span } from '../positions/position.ts';
import type { SetAside } from '../positions/set-aside.ts';
import type { Topicality } from '../positions/topicality.ts';
import { readThrough, type Trail } from '../read-through.ts';
import { missingGateWords } from '../relevance/could-be-relevant.ts';
import { CORE_AT, MENTION_AT, relevanceBy } from '../relevance/judge-relevance.ts';
import type { Passage } from '../relevance/passage.ts';
import { readPlain } from '../text/plain-characters.ts';
import type { Topic } from '../topics/topic.ts';
import type {
  DecidedBy,
  ExplainedPassage,
  ExplainedPosition,
  ExplainedSetAside,
  Explanation,
} from './explanation.ts';
import { markWords } from './mark-words.ts';
import { REASON_WORDS } from './reason-words.ts';
import { sayPosition } from './say-position.ts';

/** Understands an article and says how: the same understanding as `understandArticle`, with what led to it. */
export function explainArticle(article: ArticleText, topic: Topic, words: DigestWords): Explanation {
  const explained = readPlain(article, (plain) => explainPlain(plain, topic, words));
  return { ...explained, title: article.title };
}

function explainPlain(article: ArticleText, topic: Topic, words: DigestWords): Explanation {
  const { understanding, trail } = readThrough(article, topic);
  const { relevance, score, quotes } = understanding;
  const wording = createWording(words);
  const say = ({ position }: FoundPosition) =>
    sayPosition(position, article.publishedAt?.slice(0, 10), article.publisher, wording, topic);
  return {
    id: article.id,
    topic: topic.id,
    title: article.title,
    publishedAt: article.publishedAt,
    relevance,
    score,
    because: trail ? whyRelevant(article.title, trail) : whyUnread(article, topic),
    points: trail?.verdict.points ?? 0,
    mentionAt: MENTION_AT,
    coreAt: CORE_AT,
    passages: trail ? trail.verdict.passages.map((passage) => explainPassage(passage, trail)) : [],
    positions: (trail?.found ?? []).map((found) => explainPosition(found, say(found))),
    setAside: (trail?.setAside ?? []).map(explainSetAside).sort((one, other) => one.start - other.start),
    quotes,
  };
}

function whyUnread({ title, text }: ArticleText, topic: Topic): string {
  const groups = missingGateWords(`${title}\n${text}`, topic);
  const words = groups.map((group) => group.map((word) => `“${word}…”`).join(', '));
  return `not read, since the gate is shut: there is none of ${words.join(', and none of ')}`;
}

const TITLE_WORDS: Readonly<Record<Trail['title'], string>> = {
  topical: 'a topical headline',
  use: 'a headline about the use alone',
  other: 'a headline about other things',
};

function whyRelevant(title: string, trail: Trail): string {
  const { passages, points } = trail.verdict;
  if (passages.length === 0) return whyWithoutRules(trail);
  if (points === 0)
    return `each sentence of the topic states it only in part, and none of them fully${readAgainst(trail)}`;
  const lead = passages.filter(({ isLead }) => isLead).length;
  const recalled = passages.filter(({ isRecalled }) => isRecalled).length;
  const parts = [
    `${passages.length} ${passages.length === 1 ? 'sentence' : 'sentences'} of the topic`,
    lead > 0 ? `${lead} in the lead` : 'none in the lead',
    ...(recalled > 0 ? [`${recalled} recalled`] : []),
    title === '' ? 'no headline' : TITLE_WORDS[trail.title],
  ];
  return `${parts.join(', ')}${readAgainst(trail)}`;
}

/** Where no rule sees the topic an article is relevant by what the second reader sees, which is its evidence. */
function whyWithoutRules({ verdict: { relevance, evidence } }: Trail): string {
  const nothing = 'no sentence states a norm or an attitude about the use';
  if (relevance === 'none') return nothing;
  const sentences = evidence.length === 1 ? 'a sentence' : `${evidence.length} sentences`;
  return `${nothing} in words that a rule knows; the second reader finds somebody's position in ${sentences}, which makes it ${relevance}`;
}

/** Where the relevance reader says otherwise than the points, that it does. */
function readAgainst({ verdict: { points, relevance } }: Trail): string {
  const byPoints = relevanceBy(points);
  return byPoints === relevance
    ? ''
    : `; these points alone would make it ${byPoints}, and the relevance reader, which weighs the rest of the article too, says ${relevance}`;
}

function explainPassage({ read, points, isLead, isRecalled }: Passage, trail: Trail): ExplainedPassage {
  const own = trail.statements.filter((statement) => statement.read === read);
  return {
    ...spanOf(read.view.sentence),
    points,
    topicality: fullest(own),
    isLead,
    isRecalled,
    marks: markWords(own),
  };
}

const BY_FULLNESS: readonly Topicality[] = ['full', 'strong', 'partial', 'none', 'foreign'];

function fullest(statements: readonly Statement[]): Topicality {
  return BY_FULLNESS.find((level) => statements.some(({ topicality }) => topicality === level)) ?? 'none';
}

function explainPosition(
  { position, candidates }: FoundPosition,
  said: readonly string[],
): ExplainedPosition {
  const [deciding, ...others] = candidates;
  return {
    position,
    said,
    decidedBy: decidedBy(deciding),
    marks: markWords([deciding.statement]),
    merged: others.map((other) => ({
      ...spanOf(other.statement.read.view.sentence),
      decidedBy: decidedBy(other),
    })),
  };
}

function decidedBy(candidate: Candidate): DecidedBy {
  const { statement, stance, party, secondReader } = candidate;
  const { kind, modality } = stance?.norm ?? statement.norm;
  return {
    rule: ruleBehind(candidate),
    probability: secondReader,
    attitude: stance?.attitude,
    norm: kind,
    modality,
    party,
    isLimited: stance?.isLimited ?? false,
  };
}

function explainSetAside({ statement, reason, actor }: SetAside): ExplainedSetAside {
  return {
    ...spanOf(statement.read.view.sentence),
    reason,
    why: REASON_WORDS[reason],
    actor: actor && (actor.country === undefined ? actor.name : `${actor.name} (${actor.country})`),
    topicality: statement.topicality,
    marks: markWords([statement]),
  };
}

function spanOf({ start, end, text }: Span): Span {
  return { start, end, text };
}
