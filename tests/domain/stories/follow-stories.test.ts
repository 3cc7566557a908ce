import { describe, expect, it } from 'vitest';
import { clusterArticles } from '../../../src/domain/stories/cluster-articles.ts';
import { followStories, type ToldStory } from '../../../src/domain/stories/follow-stories.ts';
import type { StoryArticle } from '../../../src/domain/stories/story.ts';
import { readLabelledArticles } from './labelled-stories.ts';

const LABELLED = readLabelledArticles();
const articlesOf = (story: string, ...numbers: number[]) =>
  numbers.map((number) => {
    const found = LABELLED.find(({ article }) => article.id === `${story.toLowerCase()}-${number}`);
    if (found === undefined) throw new Error(`no article ${number} of ${story}`);
    return found.article;
  });

function told(articles: readonly StoryArticle[], toldSince: string): ToldStory {
  const [story] = clusterArticles(articles);
  return { storyId: story?.storyId ?? '', toldSince, articles };
}

function follow(today: readonly StoryArticle[], ...earlier: ToldStory[]) {
  return followStories(clusterArticles(today), today, earlier).map(({ storyId, toldSince }) => ({
    storyId,
    toldSince,
  }));
}

describe('followStories', () => {
  const earlier = told(articlesOf('S01', 1, 2), '2031-05-14');

  it('gives further reports of an event the story’s id, and the day since which it is told', () => {
    expect(follow(articlesOf('S01', 3), earlier)).toEqual([
      { storyId: earlier.storyId, toldSince: '2031-05-14' },
    ]);
  });

  it('knows a copy that comes a day late', () => {
    expect(follow(articlesOf('S01', 4), earlier)).toEqual([
      { storyId: earlier.storyId, toldSince: '2031-05-14' },
    ]);
  });

  it('tells the same people at another event as a story of its own', () => {
    expect(follow(articlesOf('S02', 1, 2), earlier)).toEqual([
      { storyId: clusterArticles(articlesOf('S02', 1, 2))[0]?.storyId, toldSince: undefined },
    ]);
  });

  it('goes on from the oldest where two earlier stories have grown together', () => {
    const later = told(articlesOf('S01', 2), '2031-05-15');
    const older = told(articlesOf('S01', 1), '2031-05-14');
    expect(follow(articlesOf('S01', 3), later, older)).toEqual([
      { storyId: older.storyId, toldSince: '2031-05-14' },
    ]);
  });

  it('never gives one id to two stories of a day', () => {
    for (const day of new Set(LABELLED.map(({ article }) => article.listedAt.slice(0, 10)))) {
      const today = LABELLED.filter(({ article }) => article.listedAt.startsWith(day)).map(
        ({ article }) => article,
      );
      const before = LABELLED.filter(({ article }) => article.listedAt < day).map(({ article }) => article);
      const stories = clusterArticles(before).map(({ storyId, articleIds }) => ({
        storyId,
        toldSince: '2031-05-13',
        articles: before.filter(({ id }) => articleIds.includes(id)),
      }));
      const ids = follow(today, ...stories).map(({ storyId }) => storyId);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('leaves stories as they are where nothing was told', () => {
    const stories = clusterArticles(articlesOf('S01', 1, 2));
    expect(followStories(stories, articlesOf('S01', 1, 2), [])).toEqual(stories);
  });
});
