import { wordsIn } from './cleaning/block-step.ts';
import { isProse } from './cleaning/sentence-shape.ts';
import type { TextBlock } from './cleaning/text-blocks.ts';
import { openingOf, type PageHints } from './page-hints.ts';

/** Fewer words than this, found and left on the page, make a second, more cautious reading worth its time. */
export const FEW_WORDS = 60;
/** Sizes at which the marked body and Readability's choice are taken to be the same thing. */
const MIN_AGREEMENT = 0.7;
const MAX_AGREEMENT = 1.5;
/** Below this share of a hint Readability is taken to have missed the article. */
const MISSED_SHARE = 0.25;
/** A choice as short as this is doubted where the page's description says that the article is elsewhere. */
const SHORT_PROSE_WORDS = 120;
/** Below this share of the element it stands in, Readability's choice is a part of the article. */
const PART_SHARE = 0.66;
/** With this many words of prose Readability's choice is an article, even where a page shows more prose elsewhere. */
const ENOUGH_PROSE_WORDS = 60;

/**
 * Decides whose idea of the body stands: Readability's, the element marked `itemprop=articleBody`, or the text in
 * JSON-LD.
 *
 * The marked element is the more exact where both agree in size; alone it is a hint, since pages also mark a teaser
 * or a whole list with it. JSON-LD has no paragraphs and stands in only where Readability found next to nothing.
 * Last, the element that holds most paragraphs stands where Readability settled on a table or a sidebar, or one around
 * it where Readability took a small part of the article.
 */
export function chooseBody(found: readonly TextBlock[], hints: PageHints): readonly TextBlock[] {
  if (wordsIn(hints.ownBody) >= FEW_WORDS) return hints.ownBody;
  const foundWords = wordsIn(found);
  const markedWords = wordsIn(hints.markedBody);
  if (markedWords > 0) {
    const ratio = markedWords / Math.max(1, foundWords);
    if (ratio >= MIN_AGREEMENT && ratio <= MAX_AGREEMENT) return hints.markedBody;
    if (foundWords < MISSED_SHARE * markedWords) return hints.markedBody;
  }
  if (foundWords < MISSED_SHARE * wordsIn(hints.statedBody)) return hints.statedBody;
  const mainProse = hints.mainProse.filter(isProse);
  const foundProse = wordsIn(found.filter(isProse));
  if (foundProse < ENOUGH_PROSE_WORDS && foundProse < MISSED_SHARE * wordsIn(mainProse))
    return hints.mainProse;
  if (foundProse < SHORT_PROSE_WORDS && isElsewhere(found, hints)) return hints.described?.blocks ?? found;
  if (foundProse >= PART_SHARE * wordsIn(mainProse)) return found;
  for (const whole of hints.wholes()) if (isPartOf(found, whole)) return whole;
  return found;
}

/** Whether more prose stands beside the paragraph that the page's description repeats, and not that paragraph here. */
function isElsewhere(found: readonly TextBlock[], { described }: PageHints): boolean {
  if (!described || found.some((block) => openingOf(block.text) === described.opening)) return false;
  return wordsIn(described.blocks.filter(isProse)) > wordsIn(found.filter(isProse));
}

/** Readability may take one of an article's boxes, or its lead, and leave the others beside it. */
function isPartOf(part: readonly TextBlock[], whole: readonly TextBlock[]): boolean {
  const texts = new Set(whole.map((block) => block.text));
  const prose = part.filter(isProse);
  return wordsIn(prose.filter((block) => texts.has(block.text))) > wordsIn(prose) / 2;
}

/** Whether preparation left so little prose that it may have taken the article. */
export function isNearlyEmpty({ mainProse }: PageHints): boolean {
  return wordsIn(mainProse.filter(isProse)) < FEW_WORDS;
}
