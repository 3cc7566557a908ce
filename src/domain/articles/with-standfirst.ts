import { decodeHTML } from 'entities';
import type { ArticleFrame } from './cleaning/block-step.ts';
import { cleanBlocks } from './cleaning/clean-blocks.ts';
import { isSameLead, LEAD_BLOCKS } from './cleaning/drop-repeated-lead.ts';
import { findName, nameWords } from './cleaning/name-words.ts';
import { RemovalLog } from './cleaning/removal-log.ts';
import { normalizeForComparison, plainWordsOf, wordsOnly } from './cleaning/sentence-shape.ts';
import { type TextBlock, tidyText } from './cleaning/text-blocks.ts';
import { countWords } from './cleaning/word-count.ts';
import { descendants, isElement, isLeafBlock, type PageElement, textOf } from './page-tree.ts';
import type { Page } from './read-page.ts';

const MIN_WORDS = 8;
const MAX_WORDS = 80;
/** Enough of the article for cleaning to judge what stands in front of it. */
const FIRST_BLOCKS = 12;
const DESCRIPTION_META = ['og:description', 'description', 'twitter:description'];

/** What templates call the sentence between headline and text. */
const STANDFIRST_NAMES: ReadonlySet<string> = new Set([
  'article summary',
  'chapo',
  'dek',
  'entry summary',
  'lead text',
  'standfirst',
  'subheadline',
  'subtitle',
  'teaser text',
]);

/**
 * Puts the standfirst before the text where the page prints one outside what Readability chose.
 *
 * It is a sentence between the headline and the first paragraph that stands right below the headline, is also the
 * page's description, or is named a standfirst in the markup. A sentence that the text holds is not repeated, and what
 * cleaning would take out does not come back.
 *
 * @param body the prepared page: captions are gone from it
 */
export function withStandfirst(
  blocks: readonly TextBlock[],
  body: PageElement,
  page: Page,
  frame: ArticleFrame,
): readonly TextBlock[] {
  const descriptions = listDescriptions(page).map(wordsOnly);
  const text = blocks.length > 0 ? findStandfirst(body, descriptions, blocks) : undefined;
  if (text === undefined) return blocks;
  const standfirst: TextBlock = { text, kind: 'paragraph', words: countWords(text), linkWords: 0 };
  const isKept = cleanBlocks(
    [standfirst, ...blocks.slice(0, FIRST_BLOCKS)],
    frame,
    new RemovalLog(),
  ).includes(standfirst);
  return isKept ? [standfirst, ...blocks] : blocks;
}

/** Walks from the headline to the first block that the text holds; a standfirst further down is another article's. */
function findStandfirst(
  body: PageElement,
  descriptions: readonly string[],
  blocks: readonly TextBlock[],
): string | undefined {
  const found = new Set(blocks.map((block) => plainWordsOf(block)));
  const lead = blocks.slice(0, LEAD_BLOCKS).map((block) => plainWordsOf(block));
  let isAfterHeading = false;
  for (const element of descendants(body)) {
    if (element.name === 'h1') isAfterHeading = true;
    if (!isAfterHeading || element.name === 'h1' || !isLeafBlock(element)) continue;
    const text = tidyText(textOf(element));
    const words = countWords(text);
    if (words < MIN_WORDS) continue;
    const plain = wordsOnly(text);
    if (found.has(plain) || lead.some((one) => isSameLead(plain, one))) return undefined;
    if (words > MAX_WORDS || !/[.!?…]["'”’»)]*$/u.test(text)) continue;
    if (isDescription(text, descriptions) || isNamedStandfirst(element) || isRightBelowHeading(element)) {
      return text;
    }
  }
  return undefined;
}

/** What the page's head says the article is about. */
export function listDescriptions(page: Page): string[] {
  // Many templates escape what is escaped already.
  return DESCRIPTION_META.map((name) => decodeHTML(page.meta.get(name) ?? '')).filter((text) => text !== '');
}

/** Descriptions are often cut: the sentence may go on where the description ends. */
function isDescription(text: string, descriptions: readonly string[]): boolean {
  const words = wordsOnly(normalizeForComparison(text));
  return descriptions.some(
    (description) =>
      description === words ||
      (description.length >= 60 && (words.startsWith(description) || description.startsWith(words))),
  );
}

/** The sentence that is the heading's next sibling can hardly be anything else. */
function isRightBelowHeading(element: PageElement): boolean {
  const siblings = element.parent?.children.filter(isElement) ?? [];
  return siblings[siblings.indexOf(element) - 1]?.name === 'h1';
}

function isNamedStandfirst(element: PageElement): boolean {
  const { parent } = element;
  return [element, ...(parent ? [parent] : [])].some((one) => findName(nameWords(one), STANDFIRST_NAMES));
}
