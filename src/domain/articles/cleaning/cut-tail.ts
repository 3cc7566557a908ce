import type { BlockStep } from './block-step.ts';
import { isProse } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

const MIN_LIST_ITEM_WORDS = 4;

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

/** A list may close an article; its items need not be sentences, but they are more than a label or a link. */
function isEndOfArticle(block: TextBlock): boolean {
  if (isProse(block) || block.kind === 'preformatted') return true;
  return block.kind === 'list-item' && block.words >= MIN_LIST_ITEM_WORDS && block.linkWords === 0;
}
