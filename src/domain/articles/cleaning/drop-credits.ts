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
  select: (blocks) => indexesWhere(blocks, (block) => block.words <= MAX_CREDIT_WORDS && isCredit(block)),
};

function isCredit(block: TextBlock): boolean {
  if (CREDIT_OPENING.test(block.text)) return true;
  return !isProseWithAgency(block) && CREDIT_ENDING.test(block.text.slice(-160));
}

/**
 * "… , reports Reuters." is a sentence, and so is one that ends in an agency's sign: "… on Friday. (AFP)". A credit
 * ends without a full stop, or in brackets that name a photographer too.
 */
function isProseWithAgency(block: TextBlock): boolean {
  return endsSentence(block.text) && !/[([][^()[\]]*[/,:][^()[\]]*[)\]]$/.test(block.text);
}
