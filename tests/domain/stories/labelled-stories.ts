import { readFileSync } from 'node:fs';
import type { StoryArticle } from '../../../src/domain/stories/story.ts';

export interface LabelledArticle {
  readonly article: StoryArticle;
  readonly story: string;
  readonly split: 'dev' | 'test';
}

/** fixtures/stories/labelled.jsonl, each publisher a family of its own. */
export function readLabelledArticles(): LabelledArticle[] {
  const lines = readFileSync('fixtures/stories/labelled.jsonl', 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { story, split, ...rest } = JSON.parse(line);
    return { article: storyArticle(rest), story, split };
  });
}

/** A story article of which only the telling parts are given. */
export function storyArticle(given: Partial<StoryArticle> & { readonly id: string }): StoryArticle {
  const publisher = given.publisher ?? `Publisher of ${given.id}`;
  return {
    url: `https://news.example/${given.id}`,
    publisher,
    publisherFamily: publisher,
    title: '',
    text: '',
    listedAt: '2031-05-15T08:00:00Z',
    positions: [],
    quotes: [],
    ...given,
  };
}
