import {
  BLOCK_ELEMENTS,
  hasAncestor,
  isElement,
  type PageElement,
  type PageNode,
  removeElements,
  textOf,
} from '../page-tree.ts';
import { demoteOtherHeadlines } from './demote-headlines.ts';
import { findName, nameWords } from './name-words.ts';
import { isCaption, isPictureBox } from './picture-box.ts';
import type { RemovalLog } from './removal-log.ts';
import { removeNeighbours } from './remove-neighbours.ts';
import { wordsOnly } from './sentence-shape.ts';
import {
  CREDIT_NAMES,
  FURNITURE_NAMES,
  FURNITURE_ROLES,
  OVERLAY_NAMES,
  PULL_QUOTE_NAMES,
} from './unwanted-names.ts';
import { holdsArticle, holdsRunningText, measureText, type TextSize } from './word-count.ts';

/** A reason to take an element out of the page before the article is looked for. */
interface PreparationRule {
  readonly step: string;
  readonly why: string;
  /** The largest element the rule may take, in words. */
  readonly maxWords: number;
  /** The largest share of the page's words the rule may take in one element. */
  readonly maxShare: number;
  /** @param pageText all words of the page, to be asked for only where they decide */
  readonly matches: (element: PageElement, pageText: () => string) => boolean;
}

/** A sign-up box between paragraphs is a few lines; more than this may be the article. */
const MAX_WORDS_IN_BODY = 60;

/** Share of the page's text without links that furniture may be. */
const MAX_FURNITURE_TEXT = 0.5;

/** The longest articles are shorter; a pull quote is looked for in so much of the page. */
const MAX_PAGE_CHARS = 200_000;

const MEDIA_TYPE = /schema\.org\/(?:AudioObject|ImageObject|MediaObject|VideoObject)\b/i;
const LANDMARK_ELEMENTS: ReadonlySet<string> = new Set([
  'aside',
  'button',
  'dialog',
  'footer',
  'form',
  'nav',
]);

const RULES: readonly PreparationRule[] = [
  {
    step: 'hidden',
    why: 'a reader does not see it',
    maxWords: Number.POSITIVE_INFINITY,
    maxShare: 0.4,
    matches: ({ attributes }) => attributes['hidden'] !== undefined || attributes['aria-modal'] === 'true',
  },
  {
    step: 'landmark',
    why: 'navigation, forms, asides, footers and dialogs are not the article',
    maxWords: Number.POSITIVE_INFINITY,
    maxShare: 0.3,
    matches: ({ name, attributes }) =>
      LANDMARK_ELEMENTS.has(name) || FURNITURE_ROLES.has(attributes['role'] ?? ''),
  },
  {
    step: 'caption',
    why: 'captions and credits belong to pictures',
    maxWords: 60,
    maxShare: 0.4,
    matches: (element) => isCaption(element) || element.children.some(isCreditOfBlock),
  },
  {
    step: 'picture-box',
    why: 'a picture with a line of text is a picture with its caption',
    maxWords: 40,
    maxShare: 0.15,
    matches: isPictureBox,
  },
  {
    step: 'pull-quote',
    why: 'repeats words of a paragraph beside it',
    maxWords: 60,
    maxShare: 0.15,
    matches: (element, pageText) =>
      findName(nameWords(element), PULL_QUOTE_NAMES) !== undefined && isSaidTwice(element, pageText()),
  },
  {
    step: 'media-box',
    why: 'is marked as a video, a picture or a sound',
    maxWords: 199,
    maxShare: 0.3,
    matches: ({ attributes }) => MEDIA_TYPE.test(attributes['itemtype'] ?? ''),
  },
  {
    step: 'form-box',
    why: 'a few lines around a form ask to sign up or to search',
    maxWords: 60,
    maxShare: 0.4,
    matches: ({ children }) => children.some((child) => isElement(child) && child.name === 'form'),
  },
  {
    step: 'overlay',
    why: 'a window laid over the article',
    maxWords: 199,
    maxShare: 0.4,
    matches: (element) => findName(nameWords(element), OVERLAY_NAMES) !== undefined,
  },
  {
    step: 'furniture',
    why: 'its class or id names a share bar, related links, an advertisement or the like',
    maxWords: 199,
    maxShare: 0.15,
    matches: (element) => findName(nameWords(element), FURNITURE_NAMES) !== undefined,
  },
];

/**
 * Takes out what can be told from the article by its markup alone. Changes the tree.
 *
 * @param title the page's title without the site's name
 * @param isCautious only what is hidden or a landmark: for a page on which the other rules left nothing
 */
export function preparePage(body: PageElement, title: string, log: RemovalLog, isCautious = false): void {
  const rules = isCautious ? RULES.filter((rule) => rule.maxWords === Number.POSITIVE_INFINITY) : RULES;
  const measured = measureText(body);
  const pageWords = measured.get(body)?.words ?? 0;
  demoteOtherHeadlines(body, title);
  const sizes = isCautious ? measured : removeNeighbours(body, title, log, measured);
  const taken = collectTaken(body, rules, sizes, pageWords);
  const unwanted = furnitureIsText(taken, body, sizes)
    ? collectTaken(
        body,
        rules.filter(({ step }) => step !== 'furniture'),
        sizes,
        pageWords,
      )
    : taken;
  for (const { element, rule } of unwanted) log.add(rule.step, rule.why, textOf(element));
  removeElements(body, new Set(unwanted.map(({ element }) => element)));
}

/** Furniture is links and labels: where half of the page's text would go as such, its names mean something else. */
function furnitureIsText(
  taken: readonly Taken[],
  body: PageElement,
  sizes: ReadonlyMap<PageElement, TextSize>,
): boolean {
  const textIn = (element: PageElement): number => {
    const { words, linkWords } = sizes.get(element) ?? { words: 0, linkWords: 0 };
    return words - linkWords;
  };
  const furniture = taken.filter(({ rule }) => rule.step === 'furniture');
  return furniture.reduce((sum, { element }) => sum + textIn(element), 0) > MAX_FURNITURE_TEXT * textIn(body);
}

/** An element that a rule takes. */
interface Taken {
  readonly element: PageElement;
  readonly rule: PreparationRule;
}

function collectTaken(
  body: PageElement,
  rules: readonly PreparationRule[],
  sizes: ReadonlyMap<PageElement, TextSize>,
  pageWords: number,
): readonly Taken[] {
  const taken: Taken[] = [];
  let words: string | undefined;
  const pageText = (): string => (words ??= wordsOnly(textOf(body, MAX_PAGE_CHARS)));
  const visit = (parent: PageElement): void => {
    for (const element of parent.children) {
      if (!isElement(element)) continue;
      const size = sizes.get(element) ?? { words: 0, linkWords: 0 };
      const rule = rules.find(
        (one) =>
          size.words <= one.maxWords &&
          size.words <= one.maxShare * pageWords &&
          one.matches(element, pageText) &&
          !isProtected(element, size, one),
      );
      if (rule) taken.push({ element, rule });
      else visit(element);
    }
  };
  visit(body);
  return taken;
}

/** What no rule takes, whatever it is called: the article, and words in the middle of a sentence. */
function isProtected(element: PageElement, size: TextSize, { step }: PreparationRule): boolean {
  return (
    (step === 'furniture' && isPartOfBody(element, size)) || isInRunningText(element) || holdsArticle(element)
  );
}

function isSaidTwice(element: PageElement, pageText: string): boolean {
  const words = wordsOnly(textOf(element));
  return words !== '' && pageText.indexOf(words) !== pageText.lastIndexOf(words);
}

/** A short block that ends in somebody's credit is a caption as a whole. */
function isCreditOfBlock(node: PageNode): boolean {
  return (
    isElement(node) && !BLOCK_ELEMENTS.has(node.name) && findName(nameWords(node), CREDIT_NAMES) !== undefined
  );
}

/** Inside what is named the article's body only small or link-heavy boxes are furniture. */
function isPartOfBody(element: PageElement, { words, linkWords }: TextSize): boolean {
  return words > MAX_WORDS_IN_BODY && linkWords < words * 0.4 && hasAncestor(element, isArticleBody);
}

/** A link or span between the words of a sentence is part of it, whatever its class says. */
function isInRunningText(element: PageElement): boolean {
  if (BLOCK_ELEMENTS.has(element.name) || element.parent === undefined) return false;
  return holdsRunningText(element.parent);
}

const ARTICLE_BODY_NAMES: ReadonlySet<string> = new Set([
  'article body',
  'article content',
  'article text',
  'articlebody',
  'entry content',
  'post body',
  'post content',
  'story body',
  'storybody',
]);

function isArticleBody(element: PageElement): boolean {
  return (
    /\barticleBody\b/.test(element.attributes['itemprop'] ?? '') ||
    findName(nameWords(element), ARTICLE_BODY_NAMES) !== undefined
  );
}
