import { compareText } from '../text/compare-text.ts';
import { countNewsPositions } from './order-stories.ts';
import type { Story, StoryArticle } from './story.ts';

/**
 * Puts a group of articles into words: which one leads, what is a copy of what, how many publishers stand behind it.
 *
 * @param originals articles with reporting of their own; at least one
 */
export function writeStory(
  originals: readonly StoryArticle[],
  copies: readonly { readonly copy: StoryArticle; readonly original: StoryArticle }[],
): Story {
  const [lead, ...others] = originals.toSorted(byReporting);
  if (!lead) throw new RangeError('a story needs at least one article');
  const rest = [...others, ...copies.map(({ copy }) => copy)].toSorted(byTime);
  return {
    storyId: `story-${lead.id}`,
    title: lead.title,
    leadArticleId: lead.id,
    articleIds: [lead.id, ...rest.map((article) => article.id)],
    copies: Object.fromEntries(
      copies
        .map(({ copy, original }) => [copy.id, original.id] as const)
        .toSorted(([one], [other]) => compareText(one, other)),
    ),
    publisherCount: new Set(originals.map((article) => article.publisherFamily)).size,
  };
}

/** The lead is the article with the most news positions, then the most quotations, then the earliest. Never a copy. */
function byReporting(one: StoryArticle, other: StoryArticle): number {
  return (
    countNewsPositions(other) - countNewsPositions(one) ||
    other.quotes.length - one.quotes.length ||
    byTime(one, other)
  );
}

function byTime(one: StoryArticle, other: StoryArticle): number {
  return compareText(one.listedAt, other.listedAt) || compareText(one.id, other.id);
}
