import { type BlockStep, wordsIn } from './block-step.ts';
import { CLOSING_HEADINGS, TEASER_HEADINGS } from './section-headings.ts';
import { isProse, normalTextOf } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

/** "Related" in the first half of an article is a box between paragraphs, not the end of it. */
const EARLIEST_SHARE = 0.5;
const MAX_HEADING_WORDS = 6;
/** Teasers print a headline or a date between their sentences; an article that goes on after a box does not. */
const MIN_TEASER_LABELS = 2;
/** An article that goes on does so for more than this share of it. */
const MIN_REST_SHARE = 0.1;

/** Cuts from a heading such as "Related stories" or "About the author" to the end, or to where the article goes on. */
export const cutAfterword: BlockStep = {
  step: 'afterword',
  why: 'stands under a heading that ends the article, such as "Related stories" or "About the author"',
  maxShare: 0.4,
  select: (blocks) => {
    const first = blocks.findIndex((block, index) => index > 0 && isAfterwordHeading(block));
    if (first === -1 || wordsIn(blocks.slice(0, first)) < EARLIEST_SHARE * wordsIn(blocks)) return [];
    const end = findEnd(blocks, first);
    return Array.from({ length: end - first }, (_, index) => first + index);
  },
};

function findEnd(blocks: readonly TextBlock[], heading: number): number {
  if (isHeadingOf(blocks[heading], CLOSING_HEADINGS)) return blocks.length;
  const goesOnAt = blocks.findIndex(
    (block, index) => index > heading && isProse(block) && block.linkWords === 0,
  );
  if (goesOnAt === -1) return blocks.length;
  if (wordsIn(blocks.slice(goesOnAt)) < MIN_REST_SHARE * wordsIn(blocks)) return blocks.length;
  const labels = blocks.slice(goesOnAt).filter((block) => !isProse(block));
  return labels.length >= MIN_TEASER_LABELS ? blocks.length : goesOnAt;
}

function isAfterwordHeading(block: TextBlock): boolean {
  return isHeadingOf(block, CLOSING_HEADINGS) || isHeadingOf(block, TEASER_HEADINGS);
}

function isHeadingOf(block: TextBlock | undefined, headings: ReadonlySet<string>): boolean {
  if (block === undefined || block.words > MAX_HEADING_WORDS || block.kind === 'list-item') return false;
  return headings.has(normalTextOf(block).replace(/[\s:.…»>]+$/u, ''));
}
