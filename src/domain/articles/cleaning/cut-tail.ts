import { type BlockStep, wordsIn } from './block-step.ts';
import { isProse } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

const MIN_LIST_ITEM_WORDS = 4;
/** This many labels of a word or two in a row are a page's foot; rows of a table have more words. */
const MIN_FOOT_LABELS = 5;
const MAX_LABEL_WORDS = 3;
/** What stands below a foot's labels: a notice of a sentence or two. */
const MAX_NOTICE_SHARE = 0.1;

/** Cuts what stands after the last sentence: link lists, handles, lone headings and dates, author cards. */
export const cutTail: BlockStep = {
  step: 'tail',
  why: 'stands after the last sentence: links, handles, headings, dates, an author card, or notices among labels',
  maxShare: 0.2,
  select: (blocks) => {
    const last = findLast(blocks);
    return Array.from({ length: blocks.length - 1 - last }, (_, index) => last + 1 + index);
  },
};

/** The end of the article, looking through the labels of a page's foot to what stands above them. */
function findLast(blocks: readonly TextBlock[]): number {
  let last = blocks.findLastIndex(isEndOfArticle);
  for (let labels = 0, at = last; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block === undefined || wordsIn(blocks.slice(at + 1)) > MAX_NOTICE_SHARE * wordsIn(blocks)) break;
    if (!isEndOfArticle(block)) labels += isLabel(block) ? 1 : 0;
    else if (labels < MIN_FOOT_LABELS) labels = 0;
    else {
      last = at;
      labels = 0;
    }
  }
  return last;
}

function isLabel({ text, words }: TextBlock): boolean {
  return words <= MAX_LABEL_WORDS && !/\d/.test(text);
}

/** A list may close an article; its items need not be sentences, but they are more than a label or a link. */
function isEndOfArticle(block: TextBlock): boolean {
  if (isProse(block) || block.kind === 'preformatted') return true;
  return block.kind === 'list-item' && block.words >= MIN_LIST_ITEM_WORDS && block.linkWords === 0;
}
