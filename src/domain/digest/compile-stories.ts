import type { Action } from '../positions/position.ts';
import type { Quote } from '../quotes/quote.ts';
import { orderStories } from '../stories/order-stories.ts';
import type { Story, StoryArticle } from '../stories/story.ts';
import type { ArticleLink, Quotation, StoryEntry } from './digest.ts';
import type { DigestInput } from './digest-input.ts';
import { articleLink, type ExcerptBudget, overlaps } from './excerpt-budget.ts';
import { formatDayShort, formatInstant } from './format-dates.ts';
import { excerptSource, mergeStatements } from './merge-statements.ts';
import { cleanLine, leadingSentences, neutraliseLine } from './plain-text.ts';
import { countNoun, describePosition, type Wording } from './wording.ts';

const MAX_QUOTATIONS = 2;
const MAX_NEWS_LINES = 4;
const MAX_OTHERS = 8;
/** Shorter fragments ("not appropriate") say little out of their sentence. */
const MIN_QUOTATION_CHARACTERS = 30;
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
  const news = mergeStatements(articles, () => true)
    .map(({ position }) => position)
    .toSorted((one, other) => NEWS_ORDER.indexOf(one.action) - NEWS_ORDER.indexOf(other.action))
    .map((position) => describePosition(position, wording));
  const others = otherReports(told);
  return {
    title,
    lead: articleLink(lead),
    published: formatInstant(lead.listedAt, input.timeZone),
    news: news.slice(0, MAX_NEWS_LINES),
    newsMoreCount: Math.max(0, news.length - MAX_NEWS_LINES),
    quotations: chooseQuotations(articles, budget),
    others: others.slice(0, MAX_OTHERS),
    othersMoreCount: Math.max(0, others.length - MAX_OTHERS),
    breadth: describeBreadth(story),
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

/** Direct speech by known speakers: what bears the news first, whole sentences before fragments, each speaker once if possible. */
function chooseQuotations(articles: readonly StoryArticle[], budget: ExcerptBudget): Quotation[] {
  const usable = articles
    .flatMap((article) => article.quotes.filter(isTelling).map((quote) => ({ quote, article })))
    .map((given) => ({ ...given, rank: quotationRank(given.quote, given.article) }))
    .toSorted((one, other) => one.rank - other.rank);
  const speakers = new Set<string>();
  const firstOfEach = usable.filter(
    ({ quote }) => !speakers.has(quote.speaker) && speakers.add(quote.speaker),
  );
  const chosen: Quotation[] = [];
  for (const { quote, article } of [...firstOfEach, ...usable]) {
    if (chosen.length === MAX_QUOTATIONS) break;
    const words = leadingSentences(neutraliseLine(quote.content), MAX_QUOTATION_CHARACTERS);
    if (chosen.some((one) => overlaps(one.excerpt.text, words))) continue;
    const excerpt = budget.takeExcerpt(excerptSource(article), words);
    if (excerpt) chosen.push({ speaker: cleanLine(quote.speaker, MAX_SPEAKER_CHARACTERS), excerpt });
  }
  return chosen;
}

function isTelling(quote: Quote): boolean {
  return (
    quote.form !== 'indirect' &&
    quote.speaker !== 'unknown' &&
    quote.content.length >= MIN_QUOTATION_CHARACTERS
  );
}

/** The lower the earlier it is chosen. */
function quotationRank(quote: Quote, article: StoryArticle): number {
  const isFragment = !/^\P{L}*\p{Lu}/u.test(quote.content);
  return (supportsNews(quote, article) ? 0 : 2) + Number(isFragment);
}

/** Whether the quotation stands in a sentence that a news position of the article rests on. */
function supportsNews(quote: Quote, article: StoryArticle): boolean {
  return article.positions
    .filter((position) => position.status === 'news')
    .flatMap((position) => [position.evidence, ...position.also])
    .some((span) => quote.start < span.end && quote.end > span.start);
}
