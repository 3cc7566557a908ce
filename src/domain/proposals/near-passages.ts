import type { Span } from '../positions/position.ts';
import { couldBeRelevant } from '../relevance/could-be-relevant.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import type { Topic } from '../topics/topic.ts';
import type { Understanding } from '../understanding.ts';

/** Where `Understanding.score` says that the article may as well be relevant as not. */
const THRESHOLD = 0.5;

/** The most text that one question may hold, in UTF-16 units: some 1,500 words. */
const MOST_TEXT = 8000;

/**
 * The paragraphs of an article that the rules were not sure about: all that could be about the topic by themselves or
 * with a neighbour, while the article's score lies near a half. None for every other article.
 *
 * @param margin how far from a half is still near, 0 to 0.5
 */
export function nearPassages(
  text: string,
  { score }: Pick<Understanding, 'score'>,
  margin: number,
  topic: Topic,
): Span[] {
  if (score === 0 || Math.abs(score - THRESHOLD) > margin) return [];
  let left = MOST_TEXT;
  const paragraphs = splitParagraphs(text);
  const near = paragraphs.map((paragraph, at) => {
    const pair = text.slice(paragraph.start, paragraphs[at + 1]?.end ?? paragraph.end);
    return couldBeRelevant(pair, topic);
  });
  return paragraphs.filter((paragraph, at) => {
    const isNear = near[at] === true || near[at - 1] === true;
    if (!isNear || paragraph.text.length > left) return false;
    left -= paragraph.text.length;
    return true;
  });
}
