import type { BlockStep } from './block-step.ts';
import { isProse, plainWordsOf, wordsOnly } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

/** Fewer words may be said twice by chance. */
const MIN_QUOTE_WORDS = 5;
const MAX_QUOTE_WORDS = 45;
/** "Elske Vermaat, spokesperson" below a quotation set apart. */
const MAX_NAME_WORDS = 6;
const SENTENCE_ENDS = /(?<=[.!?]["”»]?)\s+/u;
/** Each is looked for in the whole text; a page with more of them sets no quotations apart. */
const MAX_CANDIDATES = 100;

/** Drops sentences that are set apart between paragraphs and stand in one of them too, with the name below. */
export const dropRepeatedQuotes: BlockStep = {
  step: 'repeated-quote',
  why: 'repeats a sentence of a paragraph',
  maxShare: 0.15,
  select: (blocks) => {
    const candidates = blocks.flatMap((block, index) => (isCandidate(block) ? [index] : []));
    if (candidates.length > MAX_CANDIDATES) return [];
    const text = blocks.map((block) => ` ${plainWordsOf(block)} `).join('\n');
    return candidates.flatMap((index) => {
      if (!isWithinAnother(blocks[index], text)) return [];
      return isNameBelow(blocks[index + 1]) ? [index, index + 1] : [index];
    });
  },
};

function isCandidate({ kind, words }: TextBlock): boolean {
  return kind !== 'heading' && kind !== 'list-item' && words >= MIN_QUOTE_WORDS && words <= MAX_QUOTE_WORDS;
}

/** Whether longer blocks hold each sentence: a paragraph may put "she said" between two. */
function isWithinAnother(block: TextBlock | undefined, text: string): boolean {
  const sentences = block?.text.split(SENTENCE_ENDS).map((sentence) => ` ${wordsOnly(sentence)} `) ?? [];
  return sentences.length > 0 && sentences.every((words) => isWithinLonger(words, text));
}

/** One that is printed twice as it stands is another rule's. */
function isWithinLonger(words: string, text: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const isWhole = (at === 0 || text[at - 1] === '\n') && (text[at + words.length] ?? '\n') === '\n';
    if (!isWhole) return true;
  }
  return false;
}

function isNameBelow(block: TextBlock | undefined): boolean {
  return (
    block !== undefined &&
    block.kind !== 'heading' &&
    block.words <= MAX_NAME_WORDS &&
    !isProse(block) &&
    /\p{Lu}/u.test(block.text)
  );
}
