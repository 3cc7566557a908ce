import type { BlockStep } from './block-step.ts';
import { plainWordsOf } from './sentence-shape.ts';

const LEAD_BLOCKS = 6;

/** Keeps a lead once that is printed twice near the top, as standfirst and first paragraph or as a caption. */
export const dropRepeatedLead: BlockStep = {
  step: 'repeated-lead',
  why: 'says the same as a block just above it',
  maxShare: 0.3,
  select: (blocks) => {
    const seen = new Set<string>();
    const repeated: number[] = [];
    for (const [index, block] of blocks.slice(0, LEAD_BLOCKS).entries()) {
      const words = plainWordsOf(block);
      if (seen.has(words)) repeated.push(index);
      seen.add(words);
    }
    return repeated;
  },
};
