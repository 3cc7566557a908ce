import { type BlockStep, indexesWhere } from './block-step.ts';
import { endsSentence } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';
import { countWords } from './word-count.ts';

const MAX_LINK_BLOCK_WORDS = 30;
const MAX_LINK_SHARE = 0.75;
/** A card that is one link, with the other article's excerpt in it. */
const MAX_CARD_WORDS = 90;
/** "MORE COVERAGE: ", "IN TEXAS | ": capitals in front of another article's headline. */
const LABEL = /^\p{Lu}[\p{Lu}\d\s.&'’-]{1,30}\s?[:|]\s/u;

/** An address that is printed as such is a source. */
const PRINTED_ADDRESS = /^https?:\/\/\S+$/i;

/** Drops short blocks that are nearly all link text: other headlines, tags, handles; and cards that are one link. */
export const dropLinkBlocks: BlockStep = {
  step: 'links',
  why: 'a short block that is nearly all link text',
  maxShare: 0.3,
  select: (blocks) =>
    indexesWhere(
      blocks,
      (block, index) => (isLinks(block) && !isPointOfList(blocks, index)) || isLabelledLink(block),
    ),
};

/** One point of a list whose other points are no links. */
function isPointOfList(blocks: readonly TextBlock[], index: number): boolean {
  const isPlainPoint = (block: TextBlock | undefined): boolean =>
    block?.kind === 'list-item' && !isLinks(block);
  return (
    blocks[index]?.kind === 'list-item' && isPlainPoint(blocks[index - 1]) && isPlainPoint(blocks[index + 1])
  );
}

function isLinks({ text, words, linkWords }: TextBlock): boolean {
  if (PRINTED_ADDRESS.test(text)) return false;
  if (words <= MAX_LINK_BLOCK_WORDS) return linkWords > MAX_LINK_SHARE * words;
  return words <= MAX_CARD_WORDS && linkWords === words;
}

/** A label in capitals and a link that is no sentence. */
function isLabelledLink({ text, words, linkWords }: TextBlock): boolean {
  const label = LABEL.exec(text)?.[0];
  if (label === undefined || linkWords === 0 || words > MAX_LINK_BLOCK_WORDS || endsSentence(text))
    return false;
  return linkWords >= words - countWords(label);
}
