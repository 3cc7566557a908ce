import type { BlockStep } from './block-step.ts';
import { plainWordsOf } from './sentence-shape.ts';

/** A lead is printed again within so many blocks. */
export const LEAD_BLOCKS = 6;
/** A beginning shorter than this may be two sentences' own. */
const MIN_COMMON_CHARS = 60;
/** Less of a paragraph than this is its first sentence, which a standfirst may repeat on purpose. */
const MIN_CUT_SHARE = 0.5;
/** Share of a text that stays the same, from either end, when a word of it is changed. */
const MIN_COMMON_SHARE = 0.9;

/** Keeps a lead once that is printed twice near the top, as standfirst and first paragraph or as a caption. */
export const dropRepeatedLead: BlockStep = {
  step: 'repeated-lead',
  why: 'says the same as a block beside it',
  maxShare: 0.3,
  select: (blocks) => {
    const lead = blocks.slice(0, LEAD_BLOCKS).map(plainWordsOf);
    return lead.flatMap((words, index) => {
      const isRepeated = lead.slice(0, index).includes(words);
      const isSaidBelow = lead.slice(index + 1).some((below) => below !== words && isSameLead(words, below));
      return isRepeated || isSaidBelow ? [index] : [];
    });
  },
};

/** Whether one text is the other, most of its beginning, or it with a word changed. Both as words only. */
export function isSameLead(lead: string, text: string): boolean {
  if (lead === text) return true;
  if (lead.length < MIN_COMMON_CHARS) return false;
  if (text.startsWith(lead)) return lead.length >= MIN_CUT_SHARE * text.length;
  const longest = Math.max(lead.length, text.length);
  const start = commonChars(lead.length, (at) => lead[at] === text[at]);
  const end = commonChars(lead.length, (at) => lead.at(-1 - at) === text.at(-1 - at));
  return start + end >= MIN_COMMON_SHARE * longest;
}

function commonChars(length: number, isSame: (at: number) => boolean): number {
  let count = 0;
  while (count < length && isSame(count)) count += 1;
  return count;
}
