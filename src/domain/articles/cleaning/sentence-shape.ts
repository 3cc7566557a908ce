import type { TextBlock } from './text-blocks.ts';

const SENTENCE_END = /[.!?…。！？;:][)"'»”’\]]*$/u;

/** True for prose: a block that ends like a sentence, or is too long to be a label. */
export function isProse(block: TextBlock): boolean {
  if (block.kind === 'heading') return false;
  if (block.linkWords > block.words / 2) return false;
  return block.words >= 25 || (block.words >= 6 && SENTENCE_END.test(block.text));
}

/** Lower case, straight quotes, one kind of dash, no leading ornaments: so that phrases can be compared. */
export function normalizeForComparison(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}©"']+/u, '')
    .trim();
}

/** The words alone, to compare a title with its copy. */
export function wordsOnly(text: string): string {
  return normalizeForComparison(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
