import { compareText } from '../text/compare-text.ts';
import { type ArticleFeatures, describeArticle, Vocabulary } from './article-features.ts';
import { findCandidatePairs } from './candidate-pairs.ts';
import { eventSimilarity } from './event-similarity.ts';
import { findCopies } from './find-copies.ts';
import { mergeByAverage } from './merge-by-average.ts';
import { orderStories } from './order-stories.ts';
import type { Story, StoryArticle } from './story.ts';
import { cosine, weighTerms } from './term-vectors.ts';
import { writeStory } from './write-story.ts';

/** Mean similarity at which two groups of articles tell one event; chosen on fixtures/stories (docs/digest.md). */
const MIN_MEAN_SIMILARITY = 0.22;

/**
 * Groups articles into stories, each told once however many publishers carry it. Two measures do two jobs: copies of one
 * text are found by the word runs they share, different tellings of one event by the weight of the terms, names, quotations
 * and days they share. The result depends on the articles alone, not on their order.
 *
 * @param articles an article id that occurs twice counts once
 * @returns as `orderStories` orders them: the story with the most independent publishers first
 */
export function clusterArticles(articles: readonly StoryArticle[]): Story[] {
  const vocabulary = new Vocabulary();
  const features = listOnce(articles).map((article) => describeArticle(article, vocabulary));
  const originalOf = findCopies(features);
  const originals = features.filter((article) => !originalOf.has(article));
  const copiesOf = Map.groupBy(originalOf, ([, original]) => original);
  const stories = groupByEvent(originals).map((group) => {
    const copies = group.flatMap((original) => copiesOf.get(original) ?? []);
    return writeStory(
      group.map(({ article }) => article),
      copies.map(([copy, original]) => ({ copy: copy.article, original: original.article })),
    );
  });
  return orderStories(stories, articles);
}

function groupByEvent(originals: readonly ArticleFeatures[]): ArticleFeatures[][] {
  const vectors = weighTerms(originals);
  const measure = (one: number, other: number) => {
    const [first, second] = [originals[one], originals[other]];
    const [firstVector, secondVector] = [vectors[one], vectors[other]];
    if (!first || !second || !firstVector || !secondVector) return 0;
    return eventSimilarity(first, second, cosine(firstVector, secondVector));
  };
  const edges = findCandidatePairs(originals, vectors).flatMap(({ one, other }) => {
    const similarity = measure(one, other);
    return similarity > 0 ? [{ one, other, similarity }] : [];
  });
  return mergeByAverage(originals.length, edges, MIN_MEAN_SIMILARITY, measure).map((group) =>
    group.flatMap((number) => originals[number] ?? []),
  );
}

/** In order of time, so that every later step, sums of fractions included, runs the same way for any order given. */
function listOnce(articles: readonly StoryArticle[]): StoryArticle[] {
  const inOrder = articles.toSorted(
    (one, other) =>
      compareText(one.listedAt, other.listedAt) ||
      compareText(one.id, other.id) ||
      compareText(one.text, other.text),
  );
  return [...new Map(inOrder.toReversed().map((article) => [article.id, article])).values()].toReversed();
}
