import { type BlockStep, indexesWhere } from './block-step.ts';

const MAX_LINK_BLOCK_WORDS = 30;
const MAX_LINK_SHARE = 0.75;

/** Drops short blocks that are nearly all link text: other headlines, tags, handles. */
export const dropLinkBlocks: BlockStep = {
  step: 'links',
  why: 'a short block that is nearly all link text',
  maxShare: 0.3,
  select: (blocks) =>
    indexesWhere(
      blocks,
      ({ words, linkWords }) => words <= MAX_LINK_BLOCK_WORDS && linkWords > MAX_LINK_SHARE * words,
    ),
};
