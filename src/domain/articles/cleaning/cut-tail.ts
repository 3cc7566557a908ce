import type { BlockStep } from './block-step.ts';
import { isProse } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

/** Cuts what stands after the last sentence: link lists, handles, lone headings and dates, author cards. */
export const cutTail: BlockStep = {
  step: 'tail',
  why: 'stands after the last sentence: links, handles, headings, dates or an author card',
  maxShare: 0.2,
  select: (blocks) => {
    const last = blocks.findLastIndex(isEndOfArticle);
    return Array.from({ length: blocks.length - 1 - last }, (_, index) => last + 1 + index);
  },
};

function isEndOfArticle(block: TextBlock): boolean {
  return (
    isProse(block) ||
    (block.kind === 'list-item' && block.linkWords < block.words / 2) ||
    block.kind === 'preformatted'
  );
}
