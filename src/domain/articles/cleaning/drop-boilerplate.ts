import { type BlockStep, indexesWhere } from './block-step.ts';
import {
  BOILERPLATE_LABELS,
  BOILERPLATE_LINES,
  BOILERPLATE_MARKS,
  BOILERPLATE_OPENINGS,
} from './boilerplate-phrases.ts';
import { isProse, normalTextOf, plainWordsOf } from './sentence-shape.ts';

const MAX_OPENING_WORDS = 45;
const MAX_MARK_WORDS = 70;
const MAX_LINE_WORDS = 2;
/** Settings that a template printed as text. */
const PROGRAM_TEXT = /^[{[]\s*"[\w-]{1,40}"\s*[:,]/;
const OPENINGS = Object.values(BOILERPLATE_OPENINGS).flat();

/** Drops short blocks that begin as advertisements, teasers and sign-up boxes do. */
export const dropBoilerplate: BlockStep = {
  step: 'boilerplate',
  why: 'begins as an advertisement, a teaser or a sign-up box does',
  maxShare: 0.5,
  select: (blocks) =>
    indexesWhere(blocks, (block) => {
      if (block.kind !== 'preformatted' && PROGRAM_TEXT.test(block.text)) return true;
      if (block.words > MAX_MARK_WORDS) return false;
      const text = normalTextOf(block);
      if (block.words <= MAX_LINE_WORDS && BOILERPLATE_LINES.has(plainWordsOf(block))) return true;
      if (!isProse(block) && BOILERPLATE_LABELS.has(firstWord(text))) return true;
      if (block.words <= MAX_OPENING_WORDS && OPENINGS.some((phrase) => opensWith(text, phrase))) return true;
      return BOILERPLATE_MARKS.some((phrase) => text.includes(phrase));
    }),
};

function firstWord(text: string): string {
  return /^\p{L}+/u.exec(text)?.[0] ?? '';
}

/** A phrase must end where a word ends: "sign up" is not in "sign upon". */
function opensWith(text: string, phrase: string): boolean {
  if (!text.startsWith(phrase)) return false;
  const next = text.charAt(phrase.length);
  return next === '' || !/[\p{L}\p{N}'-]/u.test(next);
}
