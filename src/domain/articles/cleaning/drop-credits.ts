import { type BlockStep, indexesWhere } from './block-step.ts';
import { endsSentence } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

const MAX_CREDIT_WORDS = 60;

/** "Photo: …", "Image source …", "© …" at the start. */
const CREDIT_OPENING =
  /^[\s([|]*(?:©|\(c\)\s|(?:file |handout |stock )?(?:photo(?:graph)?s?|images?|pictures?|video|credits?|foto|bild|imagen|imágenes|crédit|фото)(?: credits?| courtesy| sources?| by| via| copyright)?\s*[:|/©]|images? sources?\b|(?:photo|image)s? (?:credit|courtesy|by|via)\b)/iu;

/** "(Jane Doe/Agency)", "[Agency]", "Getty Images" at the end. */
const CREDIT_ENDING =
  /(?:[([][^()[\]]{2,60}(?:\/|via |photo)[^()[\]]{2,60}[)\]]|\b(?:getty images|shutterstock|istock|ap photo|afp|reuters|epa|flickr|wikimedia commons|unsplash|alamy|associated press)(?:\s*[/|,]\s*[^.]{2,40})?|\b(?:photo|image|picture|foto|фото)s?\s?(?:(?:credit|by|courtesy(?: of)?|via)\b:?|:)\s[^.]{2,60})[.)\]]?$/iu;

/** Drops lines that say whose picture it is, and captions that end with it. */
export const dropCredits: BlockStep = {
  step: 'credit',
  why: 'a picture credit, or a caption that ends with one',
  maxShare: 0.25,
  select: (blocks) =>
    indexesWhere(
      blocks,
      (block, index) =>
        block.words <= MAX_CREDIT_WORDS && isCredit(block.text) && !isSignedEnd(block, index, blocks.length),
    ),
};

function isCredit(text: string): boolean {
  if (CREDIT_OPENING.test(text)) return true;
  return CREDIT_ENDING.test(text.slice(-160)) && !isSentenceAboutAgency(text);
}

/** "… , reports Reuters." is a sentence; a credit ends without a full stop, or in brackets that name two. */
function isSentenceAboutAgency(text: string): boolean {
  return endsSentence(text) && !/[([][^()[\]]*[/,:][^()[\]]*[)\]]$/.test(text);
}

/** Papers sign an agency's article at its end: "… on Friday. (AFP)", "… am Freitag. (jo/dpa)". */
function isSignedEnd(block: TextBlock, index: number, count: number): boolean {
  const isSigned =
    /[.!?]["”]?\s[([]\p{Lu}[^()[\]/]{1,30}[)\]]$/u.test(block.text) ||
    /[.!?]["”]?\s[([]\p{Ll}{2,4}\/\p{Ll}{2,5}[)\]]$/u.test(block.text);
  return index >= count - 2 && isSigned;
}
