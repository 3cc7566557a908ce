import { type BlockStep, indexesWhere } from './block-step.ts';
import type { TextBlock } from './text-blocks.ts';

const MAX_LINK_BLOCK_WORDS = 30;
const MAX_LINK_SHARE = 0.75;
/** A card that is one link, with the other article's excerpt in it. */
const MAX_CARD_WORDS = 90;

/** Drops short blocks that are nearly all link text: other headlines, tags, handles; and cards that are one link. */
export const dropLinkBlocks: BlockStep = {
  step: 'links',
  why: 'a short block that is nearly all link text',
  maxShare: 0.3,
  select: (blocks) => indexesWhere(blocks, (block) => isLinks(block)),
};

function isLinks({ words, linkWords }: TextBlock): boolean {
  if (words <= MAX_LINK_BLOCK_WORDS) return linkWords > MAX_LINK_SHARE * words;
  return words <= MAX_CARD_WORDS && linkWords === words;
}
