import { APPEAL_CUES } from './appeal-cues.ts';
import { type BlockStep, indexesWhere } from './block-step.ts';
import { normalTextOf } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

const MAX_APPEAL_WORDS = 220;
/** Money alone may be the news; money, the reader and the publisher together are an appeal. */
const MIN_CUES = 3;

/** Drops appeals to the reader to give, join, subscribe or switch off an ad blocker. */
export const dropAppeals: BlockStep = {
  step: 'appeal',
  why: 'asks the reader for money, membership or the end of an ad blocker',
  maxShare: 0.5,
  select: (blocks) => indexesWhere(blocks, (block) => block.words <= MAX_APPEAL_WORDS && isAppeal(block)),
};

function isAppeal(block: TextBlock): boolean {
  const normal = normalTextOf(block);
  if (/["«“]/.test(normal.charAt(0))) return false;
  const cues = APPEAL_CUES.filter((cue) => cue.test(normal));
  return cues.length >= MIN_CUES;
}
