import type { Statement } from '../positions/find-statements.ts';
import type { Span } from '../positions/position.ts';
import type { ReadSentence } from '../positions/read-article.ts';
import { spanOf, type TokenRange } from '../positions/sentence-view.ts';
import { standsByItself, type Topicality } from '../positions/topicality.ts';
import type { Relevance } from '../understanding.ts';
import { FULLY, isNews, isOfItsOwn, OF_ITS_OWN, type Passage } from './passage.ts';
import { scoreOf } from './score-curve.ts';
import type { TitleTopic } from './title.ts';

export interface RelevanceVerdict {
  readonly relevance: Relevance;
  /** 0 to 1: how probable it is that a reader calls the article core or mention, where the topic has a relevance reader. */
  readonly score: number;
  readonly evidence: readonly Span[];
  /** The sum over its passages and headline; see `MENTION_AT` and `CORE_AT`. */
  readonly points: number;
  /** The sentences of the topic in the order of the text, with what each added. */
  readonly passages: readonly Passage[];
}

/** What a sentence adds by how much of the topic it states; see docs/annotation.md, "Relevance". */
const WEIGHTS = { full: FULLY, strong: OF_ITS_OWN, partial: 0.4, none: 0, foreign: 0 } as const;
/** One of the first sentences carries the news. */
const LEAD_SENTENCES = 2;
const LEAD_FACTOR = 2;
/** A line of background is told about another story: however much it states, it makes a mention and no more. */
const MOST_OF_BACKGROUND = OF_ITS_OWN;
/** That something was fired is another story until somebody's leave comes into it. */
const TITLE_WEIGHTS: Readonly<Record<TitleTopic, number>> = { topical: 2, use: 0.5, other: 0 };
/** Two topical sentences in a row are a block of their own; more than two such pairs add nothing. */
const BLOCK_WEIGHT = 0.7;
const MAX_BLOCKS = 2;
export const MENTION_AT = 1.25;
export const CORE_AT = 2.6;
/** However many sentences state the topic in part, it takes one of its own to make a mention. */
const MOST_OF_PARTS = 1.2;
/**
 * An article that names nothing that was given may be about what the recipient made itself, and one that only recalls
 * conditions has other news: a mention at most.
 */
const MOST_OF_MENTION = 2.5;
/** So many sentences prove a verdict, at most. */
export const MAX_EVIDENCE = 5;
/** However much is recalled, it is no news: by itself it makes a mention (guideline R3). */
const MAX_BACKGROUND = 2.2;
/** How near before its norm a word such as "after" says that the clause only recalls. */
const RECALL_REACH = 10;

/**
 * Judges an article by its topical sentences: how much of the topic each states, whether the lead does, and whether
 * several do. The title alone never makes an article relevant.
 *
 * @param nobodys - the statements for which nobody was found whose position they could be
 */
export function judgeRelevance(
  sentences: readonly ReadSentence[],
  statements: readonly Statement[],
  nobodys: ReadonlySet<Statement>,
  title: TitleTopic,
): RelevanceVerdict {
  const stating = Map.groupBy(statements, ({ read }) => read);
  const topical = sentences
    .flatMap((read, position) => {
      const own = stating.get(read);
      return own ? [weigh(read, position, own, statements, nobodys)] : [];
    })
    .filter(({ points }) => points > 0);
  const sum = (some: readonly Passage[]) => some.reduce((total, { points }) => total + points, 0);
  const recalled = sum(topical.filter(({ isRecalled }) => isRecalled));
  const news = sum(topical.filter(({ isRecalled }) => !isRecalled));
  const body = news + Math.min(recalled, MAX_BACKGROUND) + blockBonus(topical);
  const hasOneOfItsOwn = topical.some(isOfItsOwn);
  const whole = hasOneOfItsOwn ? body + TITLE_WEIGHTS[title] : Math.min(body, MOST_OF_PARTS);
  const hasNews = title === 'topical' || topical.some(isNews);
  const isOfObject = sentences.some(({ view }) => view.objects.length > 0) || statements.some(isOfLeave);
  const total = isOfObject && hasNews ? whole : Math.min(whole, MOST_OF_MENTION);
  return {
    relevance: relevanceBy(total),
    score: scoreOf(total),
    evidence: strongestFirst(topical).slice(0, MAX_EVIDENCE),
    points: total,
    passages: topical,
  };
}

/** The label that so many points make. */
export function relevanceBy(points: number): Relevance {
  return points >= CORE_AT ? 'core' : points >= MENTION_AT ? 'mention' : 'none';
}

function weigh(
  read: ReadSentence,
  position: number,
  stated: readonly Statement[],
  statements: readonly Statement[],
  nobodys: ReadonlySet<Statement>,
): Passage {
  const own = stated.filter(
    (statement) =>
      !isBareUse(statement) || (statement.topicality === 'full' && isFramed(statement, statements)),
  );
  const weightOf = (some: readonly Statement[]) =>
    Math.max(0, ...some.map((statement) => WEIGHTS[weightAs(statement, nobodys)]));
  const best = weightOf(own);
  const isRecalled = read.isBackground || weightOf(own.filter((statement) => !recalls(statement))) < best;
  const isLead = position < LEAD_SENTENCES;
  const isByTheWay = isSaidBesides(read) || own.every(isMerelyThere);
  const factor = isLead && !isByTheWay ? LEAD_FACTOR : 1;
  return {
    read,
    points: isRecalled ? Math.min(best, MOST_OF_BACKGROUND) : best * factor,
    isRecalled,
    isLead,
  };
}

/** "Unions have the right to strike": what lacks an ingredient and is nobody's of the topic is seldom about it. */
function weightAs(statement: Statement, nobodys: ReadonlySet<Statement>): Topicality {
  const { topicality, read, norm } = statement;
  const isPlaced = read.view.theatres.length + read.view.geos.length > 0;
  // Of a limit that was never set only the one who never set it can tell, named or not.
  const isSomebodys = norm.kind === 'absent' && read.mentions.length > 0;
  const isNobodys = nobodys.has(statement) && !isPlaced && !isSomebodys;
  return topicality === 'strong' && isNobodys ? 'partial' : topicality;
}

/** "To allow deeper strikes": who may allow it has given what they are made with. */
function isOfLeave({ norm }: Statement): boolean {
  return (
    norm.kind === 'permitted' || norm.kind === 'lifted' || norm.kind === 'restricted' || norm.kind === 'kept'
  );
}

/** "Days after Washington allowed …", "the White House recently granted …": what the news is set against. */
function recalls({ read, clause, norm }: Statement): boolean {
  const { tokens, index } = read.view;
  const before = tokens.slice(Math.max(clause.from, norm.from - RECALL_REACH), norm.from + 1);
  return (
    before.some(({ word }) => RECALLING.test(word)) ||
    (index >= LEAD_SENTENCES &&
      /\b(?:so far|until now|to date)\b/.test(before.map(({ word }) => word).join(' '))) ||
    isMeanwhile(read, clause)
  );
}

const RECALLING = /^(?:after|follows|following|followed|since|recently|recent|previously|earlier)$/;

/** "Hit a depot with drones as Kyiv awaits leave", and not "the vote came as Washington gave leave". */
function isMeanwhile({ view: { tokens } }: ReadSentence, { from }: TokenRange): boolean {
  return (
    from > 0 &&
    /^(?:as|while)$/.test(tokens[from]?.word ?? '') &&
    !/^(?:come|comes|came|coming)$/.test(tokens[from - 1]?.word ?? '')
  );
}

/** "He also said that …": the second thing of a lead. */
function isSaidBesides({ view: { tokens, index }, speechAt }: ReadSentence): boolean {
  const before = tokens.slice(Math.max(0, (speechAt ?? 0) - 2), speechAt ?? 0);
  return index > 0 && before.some(({ word }) => word === 'also');
}

/** "Builds drones to get round the limits on …": what only names the limits tells of something else. */
function isMerelyThere({ norm, attitude }: Statement): boolean {
  return norm.kind === 'restricted' && attitude === undefined;
}

/** The same in the body: a statement about nothing but the use. */
function isBareUse({ norm, attitude }: Statement): boolean {
  return norm.kind === 'used' && attitude === undefined;
}

/** "Fired them into Russia. The strike comes after Washington lifted …": the use is told for the leave that was given. */
function isFramed({ read }: Statement, statements: readonly Statement[]): boolean {
  const { tokens, objects } = read.view;
  // the recipient's own drones are nobody's gift
  if (tokens.some(({ word }) => word === 'drones') && !objects.some(({ object }) => object.isNamed))
    return false;
  return statements.some(
    (other) =>
      !isBareUse(other) &&
      standsByItself(other.topicality) &&
      Math.abs(other.read.view.index - read.view.index) === 1,
  );
}

function blockBonus(topical: readonly Passage[]): number {
  const news = topical.filter(({ isRecalled }) => !isRecalled);
  const pairs = news.filter(({ read }, at) => {
    const before = news[at - 1];
    return before !== undefined && read.view.index - before.read.view.index === 1;
  });
  return Math.min(pairs.length, MAX_BLOCKS) * BLOCK_WEIGHT;
}

function strongestFirst(topical: readonly Passage[]): Span[] {
  return [...topical].sort((one, other) => other.points - one.points).map(({ read }) => spanOf(read.view));
}
