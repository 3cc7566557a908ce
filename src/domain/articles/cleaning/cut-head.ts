import type { BlockStep } from './block-step.ts';
import { isProse, plainWordsOf, wordsOnly } from './sentence-shape.ts';

const MAX_LABEL_CHARS = 40;

/** Cuts what stands before the first sentence: the title again, byline, date line, breadcrumbs, share labels. */
export const cutHead: BlockStep = {
  step: 'head',
  why: 'stands before the first sentence: title, byline, date or labels',
  maxShare: 0.2,
  select: (blocks, frame) => {
    const title = wordsOnly(frame.title);
    const first = blocks.findIndex((block) => isProse(block) && !isTitleAgain(plainWordsOf(block), title));
    return Array.from({ length: Math.max(0, first) }, (_, index) => index);
  },
};

/** The title alone, or glued to its breadcrumbs: "NewsSenate passes …". */
function isTitleAgain(text: string, title: string): boolean {
  return title !== '' && text.endsWith(title) && text.length <= title.length + MAX_LABEL_CHARS;
}
