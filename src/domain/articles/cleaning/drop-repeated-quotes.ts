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
    const plain = blocks.map((block) => ` ${plainWordsOf(block)} `);
    const text = plain.join('\n');
    const starts = startsOf(plain);
    return candidates.flatMap((index) => {
      const sentences = sentencesOf(blocks[index]);
      const own = { from: starts[index] ?? 0, to: (starts[index] ?? 0) + (plain[index]?.length ?? 0) };
      if (!sentences.every((words) => isSaidElsewhere(words, text, own))) return [];
      return isNameBelow(blocks[index + 1]) ? [index, index + 1] : [index];
    });
  },
};

function startsOf(texts: readonly string[]): number[] {
  let at = 0;
  return texts.map((text) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}

/** One by one: a paragraph may put "she said" between two. */
function sentencesOf(block: TextBlock | undefined): string[] {
  return block?.text.split(SENTENCE_ENDS).map((sentence) => ` ${wordsOnly(sentence)} `) ?? [];
}

function isCandidate({ kind, words }: TextBlock): boolean {
  return kind !== 'heading' && kind !== 'list-item' && words >= MIN_QUOTE_WORDS && words <= MAX_QUOTE_WORDS;
}

/** Whether a longer block holds the words; what is printed twice as it stands is another rule's. */
function isSaidElsewhere(
  words: string,
  text: string,
  own: { readonly from: number; readonly to: number },
): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const isWhole = (at === 0 || text[at - 1] === '\n') && (text[at + words.length] ?? '\n') === '\n';
    if (!isWhole && (at < own.from || at >= own.to)) return true;
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
