import type { RemovalLog } from './removal-log.ts';
import type { TextBlock } from './text-blocks.ts';

/** What the page's head says that helps to tell the article from its frame. */
export interface ArticleFrame {
  readonly title: string;
  readonly byline: readonly string[];
  readonly publisher?: string | undefined;
  /** Alternative texts and titles of the page's pictures. */
  readonly pictureTexts?: readonly string[] | undefined;
}

/** One reason to drop blocks after the article's part of the page was found. */
export interface BlockStep {
  readonly step: string;
  readonly why: string;
  /** The step stands down when it would take more than this share of the article's words. */
  readonly maxShare: number;
  /** Indexes of the blocks to drop. */
  readonly select: (blocks: readonly TextBlock[], frame: ArticleFrame) => readonly number[];
}

/** Runs one step: a rule that would take a large part of the text is wrong about this page, and takes nothing. */
export function applyBlockStep(
  step: BlockStep,
  blocks: readonly TextBlock[],
  frame: ArticleFrame,
  log: RemovalLog,
): readonly TextBlock[] {
  const selected = new Set(step.select(blocks, frame));
  if (selected.size === 0) return blocks;
  const removed = blocks.filter((_, index) => selected.has(index));
  if (wordsIn(removed) > step.maxShare * wordsIn(blocks)) return blocks;
  for (const block of removed) log.add(step.step, step.why, block.text);
  return blocks.filter((_, index) => !selected.has(index));
}

export function wordsIn(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.words, 0);
}

/** Indexes of the blocks for which the test holds. */
export function indexesWhere(
  blocks: readonly TextBlock[],
  test: (block: TextBlock, index: number) => boolean,
): number[] {
  return blocks.flatMap((block, index) => (test(block, index) ? [index] : []));
}
