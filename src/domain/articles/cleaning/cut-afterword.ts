import { type BlockStep, wordsIn } from './block-step.ts';
import { AFTERWORD_HEADINGS } from './section-headings.ts';
import { normalizeForComparison } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

/** "Related" in the first half of an article is a box between paragraphs, not the end of it. */
const EARLIEST_SHARE = 0.5;
const MAX_HEADING_WORDS = 6;

/** Cuts from a heading such as "Related stories" or "About the author" to the end. */
export const cutAfterword: BlockStep = {
  step: 'afterword',
  why: 'stands under a heading that ends the article, such as "Related stories" or "About the author"',
  maxShare: 0.4,
  select: (blocks) => {
    const first = blocks.findIndex((block, index) => index > 0 && isAfterwordHeading(block));
    if (first === -1 || wordsIn(blocks.slice(0, first)) < EARLIEST_SHARE * wordsIn(blocks)) return [];
    return Array.from({ length: blocks.length - first }, (_, index) => first + index);
  },
};

function isAfterwordHeading(block: TextBlock): boolean {
  if (block.words > MAX_HEADING_WORDS || block.kind === 'list-item') return false;
  return AFTERWORD_HEADINGS.has(normalizeForComparison(block.text).replace(/[\s:.…»>]+$/u, ''));
}
