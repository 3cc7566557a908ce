import type { Action } from '../positions/position.ts';
import type { Quote } from '../quotes/quote.ts';
import { orderStories } from '../stories/order-stories.ts';
import type { Story, StoryArticle } from '../stories/story.ts';
import { countStatements, isStatement } from './compile-statements.ts';
import type { ArticleLink, Quotation, StoryEntry } from './digest.ts';
import type { DigestInput } from './digest-input.ts';
import { articleLink, type ExcerptBudget, overlaps } from './excerpt-budget.ts';
import { formatDayShort, formatInstant } from './format-dates.ts';
import { excerptSource, mergeStatements } from './merge-statements.ts';
import { cleanLine, leadingSentences, neutraliseLine } from './plain-text.ts';
import { capitalise, countNoun, describePosition, type Wording } from './wording.ts';

const MAX_QUOTATIONS = 2;
const MAX_NEWS_LINES = 4;
const MAX_OTHERS = 8;
/** Shorter ones ("Not appropriate.") say little. */
const MIN_QUOTATION_CHARACTERS = 30;
/** What bears no news has to say something by itself ("There was nothing like it." does not). */
const MIN_ASIDE_CHARACTERS = 60;
const MAX_QUOTATION_CHARACTERS = 240;
const MAX_SPEAKER_CHARACTERS = 80;

/** What sets a position before what is said about it. */
const NEWS_ORDER: readonly Action[] = [
  'PERMITS',
  'PERMITS_WITH_LIMITS',
  'TIGHTENS',
  'EASES',
  'DECLARES_NO_RESTRICTION',
  'MAINTAINS_RESTRICTION',
  'DENIES_REPORT',
  'CONSIDERING',
  'CALLS_FOR_LIFTING',
  'REQUESTS_PERMISSION',
  'OPPOSES_LIFTING',
  'WARNS_AGAINST',
  'ENDORSES_RIGHT',
  'DEFERS_TO_NATIONAL_DECISION',
  'REPORTS_USE',
];

/** A story with the articles it is made of, the lead first. */
export interface StoryWithArticles {
  readonly story: Story;
  readonly lead: StoryArticle;
  readonly articles: readonly StoryArticle[];
}

/** The stories in the order they are told, each with its articles; one whose articles are all missing is left out. */
export function gatherStories(input: DigestInput): StoryWithArticles[] {
  const byId = new Map(input.articles.map((article) => [article.id, article]));
  return orderStories(input.stories, input.articles).flatMap((story) => {
    const articles = story.articleIds.flatMap((id) => byId.get(id) ?? []);
    const lead = byId.get(story.leadArticleId) ?? articles[0];
    return lead ? [{ story, lead, articles }] : [];
  });
}

export function describeStory(
  told: StoryWithArticles,
  input: DigestInput,
  wording: Wording,
  budget: ExcerptBudget,
  title: string,
): StoryEntry {
  const { story, lead, articles } = told;
  const news = newsOf(articles, wording);
  const others = otherReports(told);
  return {
    title,
    lead: articleLink(lead),
    published: formatInstant(lead.listedAt, input.timeZone),
    ...news,
    quotations: chooseQuotations(articles, budget),
    others: others.slice(0, MAX_OTHERS),
    othersMoreCount: Math.max(0, others.length - MAX_OTHERS),
    breadth: describeBreadth(story),
  };
}

/**
 * What sets a position, line by line; what does not is told in the section below and only counted here, unless there is
 * nothing else in the story.
 */
function newsOf(
  articles: readonly StoryArticle[],
  wording: Wording,
): Pick<StoryEntry, 'news' | 'newsMoreCount' | 'newsBelow'> {
  const all = mergeStatements(articles, () => true)
    .map(({ position }) => position)
    .toSorted((one, other) => NEWS_ORDER.indexOf(one.action) - NEWS_ORDER.indexOf(other.action));
  const deciding = all.filter((position) => !isStatement(position));
  const shown = (deciding.length > 0 ? deciding : all).slice(0, MAX_NEWS_LINES);
  const below = deciding.length > 0 ? all.filter(isStatement) : [];
  return {
    news: shown.map((position) => describePosition(position, wording)),
    newsMoreCount: all.length - shown.length - below.length,
    newsBelow: countStatements(below),
  };
}

/** One link for each publisher besides the lead's; copies of another text in the story are left out. */
function otherReports({ story, lead, articles }: StoryWithArticles): ArticleLink[] {
  const seen = new Set([lead.publisher]);
  return articles
    .filter((article) => article.id !== lead.id && !Object.hasOwn(story.copies, article.id))
    .filter((article) => !seen.has(article.publisher) && seen.add(article.publisher))
    .map(articleLink);
}

function describeBreadth(story: Story): string {
  const copyCount = Object.keys(story.copies).length;
  const publishers = countNoun(story.publisherCount, 'independent publisher');
  return [
    publishers,
    ...(copyCount === 0 ? [] : [`${countNoun(copyCount, 'copy', 'copies')} left out`]),
    ...(story.toldSince === undefined ? [] : [`told since ${formatDayShort(story.toldSince)}`]),
  ].join('; ');
}

/**
 * Direct speech by known speakers: what bears the news first, each speaker once if possible. Words that begin in the
 * middle of a sentence can say the opposite of it ("does not “encourage strikes”"), so the article's sentence around
 * them is printed instead.
 */
function chooseQuotations(articles: readonly StoryArticle[], budget: ExcerptBudget): Quotation[] {
  const usable = articles
    .flatMap((article) => article.quotes.flatMap((quote) => toCandidate(quote, article) ?? []))
    .toSorted((one, other) => one.rank - other.rank);
  const speakers = new Set<string>();
  const firstOfEach = usable.filter(({ speaker }) => !speakers.has(speaker) && speakers.add(speaker));
  const chosen: Quotation[] = [];
  for (const { article, isReported, speaker, words } of [...firstOfEach, ...usable]) {
    if (chosen.length === MAX_QUOTATIONS) break;
    if (chosen.some((one) => overlaps(one.excerpt.text, words))) continue;
    const excerpt = budget.takeExcerpt(excerptSource(article), words);
    if (excerpt) chosen.push({ speaker, excerpt, isReported });
  }
  return chosen;
}

interface QuotationCandidate {
  readonly article: StoryArticle;
  readonly speaker: string;
  readonly words: string;
  readonly isReported: boolean;
  /** The lower the earlier it is chosen. */
  readonly rank: number;
}

function toCandidate(quote: Quote, article: StoryArticle): QuotationCandidate | undefined {
  if (quote.form === 'indirect' || quote.speaker === 'unknown') return undefined;
  const common = { article, speaker: capitalise(cleanLine(quote.speaker, MAX_SPEAKER_CHARACTERS)) };
  const newsSentence = findNewsSentence(quote, article);
  if (isFragment(quote.content)) {
    return newsSentence === undefined
      ? undefined
      : { ...common, words: neutraliseLine(newsSentence), isReported: true, rank: 1 };
  }
  const isTooShort =
    quote.content.length < (newsSentence === undefined ? MIN_ASIDE_CHARACTERS : MIN_QUOTATION_CHARACTERS);
  if (isTooShort) return undefined;
  const words = leadingSentences(neutraliseLine(quote.content), MAX_QUOTATION_CHARACTERS);
  return { ...common, words, isReported: false, rank: newsSentence === undefined ? 2 : 0 };
}

/** Begins in the middle of a sentence. */
function isFragment(words: string): boolean {
  return !/^\P{L}*\p{Lu}/u.test(words);
}

/** The sentence in which the quotation stands, if a news position of the article rests on it. */
function findNewsSentence(quote: Quote, article: StoryArticle): string | undefined {
  return article.positions
    .filter((position) => position.status === 'news')
    .flatMap((position) => [position.evidence, ...position.also])
    .find((span) => quote.start < span.end && quote.end > span.start)?.text;
}
