import { wordsIn } from './cleaning/block-step.ts';
import { isProse } from './cleaning/sentence-shape.ts';
import type { TextBlock } from './cleaning/text-blocks.ts';
import type { PageHints } from './page-hints.ts';

/** Sizes at which the marked body and Readability's choice are taken to be the same thing. */
const MIN_AGREEMENT = 0.7;
const MAX_AGREEMENT = 1.5;
/** Below this share of a hint Readability is taken to have missed the article. */
const MISSED_SHARE = 0.25;
/** With this many words of prose Readability's choice is an article, even where a page shows more prose elsewhere. */
const ENOUGH_PROSE_WORDS = 60;

/**
 * Decides whose idea of the body stands: Readability's, the element marked `itemprop=articleBody`, or the text in
 * JSON-LD.
 *
 * The marked element is the more exact where both agree in size; alone it is a hint, since pages also mark a teaser
 * or a whole list with it. JSON-LD has no paragraphs and stands in only where Readability found next to nothing.
 * Last, the element that holds most paragraphs stands where Readability settled on a table or a sidebar.
 */
export function chooseBody(found: readonly TextBlock[], hints: PageHints): readonly TextBlock[] {
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
  return found;
}
