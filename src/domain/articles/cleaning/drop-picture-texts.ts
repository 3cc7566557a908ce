import { type BlockStep, indexesWhere } from './block-step.ts';
import { plainWordsOf, wordsOnly } from './sentence-shape.ts';

/** A heading of two words may well be a picture's alternative text too. */
const MIN_CAPTION_WORDS = 5;

/** Drops captions that say what a picture's alternative text says, or say themselves twice as those of galleries do. */
export const dropPictureTexts: BlockStep = {
  step: 'picture-text',
  why: "repeats a picture's alternative text, or itself",
  maxShare: 0.25,
  select: (blocks, frame) => {
    const pictureTexts = new Set((frame.pictureTexts ?? []).map(wordsOnly));
    return indexesWhere(
      blocks,
      (block) =>
        block.words >= MIN_CAPTION_WORDS &&
        block.kind !== 'heading' &&
        isCaption(plainWordsOf(block), pictureTexts),
    );
  },
};

function isCaption(text: string, pictureTexts: ReadonlySet<string>): boolean {
  const half = text.slice(0, (text.length - 1) / 2);
  return pictureTexts.has(text) || text === `${half} ${half}`;
}
