import { compareText } from '../text/compare-text.ts';
import { clusterArticles } from './cluster-articles.ts';
import type { Story, StoryArticle } from './story.ts';

/** A story that an earlier digest has told. */
export interface ToldStory {
  readonly storyId: string;
  /** `YYYY-MM-DD` of the first digest that told it. */
  readonly toldSince: string;
  readonly articles: readonly StoryArticle[];
}

/**
 * Recognises stories that go on: one whose lead article would have been put with articles of an earlier digest keeps that
 * story's id and the day since which it is told. Where today's articles tell one earlier story as two, the first in order
 * goes on and the other is new; where several earlier ones have grown together, the oldest goes on.
 *
 * @param stories of `articles`, in the order in which they are told
 */
export function followStories(
  stories: readonly Story[],
  articles: readonly StoryArticle[],
  told: readonly ToldStory[],
): Story[] {
  if (told.length === 0) return [...stories];
  const together = clusterArticles([...articles, ...told.flatMap((story) => story.articles)]);
  const groupOf = new Map(
    together.flatMap(({ storyId, articleIds }) => articleIds.map((id) => [id, storyId])),
  );
  const oldestFirst = told.toSorted(
    (one, other) => compareText(one.toldSince, other.toldSince) || compareText(one.storyId, other.storyId),
  );
  const taken = new Set<string>();
  return stories.map((story) => {
    const group = groupOf.get(story.leadArticleId);
    const former = oldestFirst.find(
      ({ storyId, articles: earlier }) =>
        !taken.has(storyId) && earlier.some(({ id }) => groupOf.get(id) === group),
    );
    if (former === undefined) return story;
    taken.add(former.storyId);
    return { ...story, storyId: former.storyId, toldSince: former.toldSince };
  });
}
