import { articleLink, openExcerptBudget } from '../digest/excerpt-budget.ts';
import { compareText } from '../text/compare-text.ts';
import type { FeedPlace } from './feed-changes.ts';
import { feedInstant, latestOf, type SiteFeed, urnOf } from './site-feed.ts';

const MAX_ENTRIES = 50;

/** A relevant article as a feed tells it. */
export interface FeedArticle {
  readonly articleId: string;
  readonly url: string;
  readonly publisher: string;
  readonly title: string;
  /** ISO 8601 UTC. */
  readonly listedAt: string;
  readonly excerpt: string;
}

export interface FeedArticlesInput {
  readonly topicLabel: string;
  readonly excerptLimits: Readonly<Record<string, number>>;
  /** `YYYY-MM-DD`: the day of the newest digest. */
  readonly until: string;
}

/** The relevant articles that were listed last, newest first. */
export function feedArticles(
  articles: readonly FeedArticle[],
  { topicLabel, excerptLimits, until }: FeedArticlesInput,
  place: FeedPlace,
): SiteFeed {
  const budget = openExcerptBudget(excerptLimits);
  const newest = articles
    .toSorted(
      (one, other) =>
        compareText(other.listedAt, one.listedAt) || compareText(one.articleId, other.articleId),
    )
    .slice(0, MAX_ENTRIES);
  const entries = newest.map((article) => {
    const { publisher, url } = articleLink(article);
    const listedAt = feedInstant(article.listedAt, until);
    return {
      id: urnOf('article', place.topicId, article.articleId),
      title: budget.takeTitle(article, article.title),
      url,
      published: listedAt,
      updated: listedAt,
      author: publisher,
      summary: `Reported by ${publisher}.`,
      quotation: budget.takeExcerpt(article, article.excerpt)?.text,
    };
  });
  return {
    id: urnOf('feed', place.topicId, 'articles'),
    title: `Relevant articles: ${topicLabel}`,
    description: 'Articles that are about the topic, one entry each.',
    file: 'articles',
    siteUrl: place.siteUrl,
    page: 'index.html',
    updated: latestOf(
      entries.map(({ updated }) => updated),
      feedInstant(until, until),
    ),
    entries,
  };
}
