import { type ArticleFrame, applyBlockStep, type BlockStep } from './block-step.ts';
import { cutAfterword } from './cut-afterword.ts';
import { cutHead } from './cut-head.ts';
import { cutTail } from './cut-tail.ts';
import { dropAppeals } from './drop-appeals.ts';
import { dropAuthorNotes } from './drop-author-notes.ts';
import { dropBoilerplate } from './drop-boilerplate.ts';
import { dropBylineLines } from './drop-byline-lines.ts';
import { dropCredits } from './drop-credits.ts';
import { dropLinkBlocks } from './drop-link-blocks.ts';
import { dropPictureTexts } from './drop-picture-texts.ts';
import { dropRepeatedLead } from './drop-repeated-lead.ts';
import { dropRepeatedQuotes } from './drop-repeated-quotes.ts';
import type { RemovalLog } from './removal-log.ts';
import type { TextBlock } from './text-blocks.ts';

/** In order: what can be told by its own words first, then what can be told by its place. */
const STEPS: readonly BlockStep[] = [
  cutAfterword,
  dropBoilerplate,
  dropAppeals,
  dropCredits,
  dropPictureTexts,
  dropLinkBlocks,
  dropBylineLines,
  dropAuthorNotes,
  cutHead,
  dropRepeatedLead,
  dropRepeatedQuotes,
  cutTail,
];

/** Takes the last furniture from the article's blocks, each step saying what it took. */
export function cleanBlocks(
  blocks: readonly TextBlock[],
  frame: ArticleFrame,
  log: RemovalLog,
): readonly TextBlock[] {
  return STEPS.reduce((rest, step) => applyBlockStep(step, rest, frame, log), blocks);
}
