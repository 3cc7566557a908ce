import type { ArticleText } from '../domain/articles/article.ts';
import { applyOverride, type Override } from '../domain/corrections/override.ts';
import type { Topic } from '../domain/topics/topic.ts';
import { understandArticle } from '../domain/understand-article.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { ArticleMarker } from './ports.ts';

/** What an article says about each topic that it is about, by topic id; a person's word stands above the rules. */
export function understandTopics(
  article: ArticleText,
  topics: readonly Topic[],
  overrides: readonly Override[] = [],
): Record<string, Understanding> {
  const found: Record<string, Understanding> = {};
  for (const topic of topics) {
    const override = overrides.find((each) => each.topic === topic.id);
    const understanding = applyOverride(understandArticle(article, topic), override);
    if (understanding.relevance !== 'none') found[topic.id] = understanding;
  }
  return found;
}

/** The outcome of an article by what its topics make of it. */
export function outcomeOfTopics(topics: Readonly<Record<string, Understanding>>): ArticleMarker['outcome'] {
  const relevances = Object.values(topics).map((found) => found.relevance);
  if (relevances.includes('core')) return 'relevant';
  return relevances.length > 0 ? 'mention' : 'off-topic';
}

/** Whose ledger follows the article, per topic. */
export function countriesOf(topics: Readonly<Record<string, Understanding>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(topics).map(([topic, found]) => [
      topic,
      [...new Set(found.positions.map((position) => position.country))].sort(),
    ]),
  );
}

/** The publication, or when first seen where that is missing or in the future. */
export function listingTime(publishedAt: string | undefined, firstSeenAt: string, now: string): string {
  if (publishedAt === undefined) return firstSeenAt;
  const instant = new Date(publishedAt).toISOString();
  return instant <= now ? instant : firstSeenAt;
}
