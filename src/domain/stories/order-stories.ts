import { compareText } from '../text/compare-text.ts';
import type { Story, StoryArticle } from './story.ts';

/**
 * The order in which stories are told and listed: the most independent publishers first, then the most news positions, then
 * the newest lead article.
 *
 * @param articles those the stories are made of; one that is missing counts for nothing
 */
export function orderStories(stories: readonly Story[], articles: readonly StoryArticle[]): Story[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const weighed = stories.map((story) => ({
    story,
    newsPositionCount: story.articleIds.reduce((sum, id) => sum + countNewsPositions(byId.get(id)), 0),
    listedAt: byId.get(story.leadArticleId)?.listedAt ?? '',
  }));
  return weighed
    .sort(
      (one, other) =>
        other.story.publisherCount - one.story.publisherCount ||
        other.newsPositionCount - one.newsPositionCount ||
        compareText(other.listedAt, one.listedAt) ||
        compareText(one.story.storyId, other.story.storyId),
    )
    .map(({ story }) => story);
}

/** Positions that an article reports as news, background left out. */
export function countNewsPositions(article: StoryArticle | undefined): number {
  return article?.positions.filter((position) => position.status === 'news').length ?? 0;
}
