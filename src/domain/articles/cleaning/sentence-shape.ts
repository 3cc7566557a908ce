import { onceFor } from '../../once-for.ts';
import type { TextBlock } from './text-blocks.ts';

/** A sentence's end, behind which its author or an agency may have signed: "… on Friday. (jo/dpa) +++". */
const SENTENCE_END = /[.!?…。！？;:][)"'»”’\]]*(?:\s\([\p{L}\s./-]{2,40}\))?(?:\s\+{3})?$/u;

/** A label or byline is shorter than this; a standfirst without a full stop is longer. */
const MIN_WORDS_WITHOUT_END = 14;
const MIN_WORDS_OF_SENTENCE = 6;
/** Some pages set the standfirst as a heading. A heading of the article's own is shorter or ends without a stop. */
const MIN_WORDS_OF_HEADING_SENTENCE = 12;

/** True for prose: a block that ends like a sentence, or is too long to be a label. */
export function isProse(block: TextBlock): boolean {
  if (block.linkWords > block.words / 2) return false;
  const isSentence = SENTENCE_END.test(block.text);
  if (block.kind === 'heading') return isSentence && block.words >= MIN_WORDS_OF_HEADING_SENTENCE;
  return block.words >= (isSentence ? MIN_WORDS_OF_SENTENCE : MIN_WORDS_WITHOUT_END);
}

/** True for a text that ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** Lower case, straight quotes, one kind of dash, no leading ornaments: so that phrases can be compared. */
export function normalizeForComparison(text: string): string {
  const lower = text.toLowerCase();
  const straight = /[`\u0080-\uffff]/.test(lower) ? straighten(lower) : lower;
  return straight
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}©"']+/u, '')
    .trim();
}

function straighten(text: string): string {
  return text
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-');
}

/** The words alone, to compare a title with its copy. */
export function wordsOnly(text: string): string {
  return wordsOfNormal(normalizeForComparison(text));
}

function wordsOfNormal(normal: string): string {
  return normal.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A block's text as `normalizeForComparison` gives it, made once for all who ask. */
export const normalTextOf = onceFor(({ text }: TextBlock): string => normalizeForComparison(text));

/** A block's text as `wordsOnly` gives it, made once for all who ask. */
export const plainWordsOf = onceFor((block: TextBlock): string => wordsOfNormal(normalTextOf(block)));
