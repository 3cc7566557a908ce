import { BLOCK_ELEMENTS, descendants, HEADING, isElement, type PageElement } from '../page-tree.ts';
import { isIntroducedList } from './introduced-lists.ts';
import { groupsOfAlikes } from './likeness.ts';
import { ownAddresses } from './own-addresses.ts';
import { countWords, holdsArticle, holdsRunningText, type TextSize } from './word-count.ts';

/** A headline and an excerpt: WordPress cuts excerpts at 55 words. */
const MAX_TEASER_WORDS = 90;
const MIN_TEASERS = 3;
/** Below a headline stand an excerpt and perhaps a date. */
const MAX_LINES_BETWEEN = 2;
const MIN_HEADLINE_WORDS = 3;
/** A link that is a heading is a headline, however short. */
const MIN_HEADING_WORDS = 2;
/** A heading that is no link and yet a headline. */
const MIN_PLAIN_HEADLINE_WORDS = 4;
/** A section, a date or a name may stand above the headline. */
const MAX_WORDS_ABOVE = 8;
/** Share of a group that has to look like teasers. */
const MIN_TEASER_SHARE = 0.8;
/** Share of a box that its teasers make up. */
const MIN_BOX_SHARE = 0.6;
/** More prose beside the teasers than this may be a short article. */
const MAX_OTHER_PROSE = 60;
/** Their items are of one kind, whatever their classes: the first is often printed larger. */
const LISTS: ReadonlySet<string> = new Set(['ol', 'ul']);

type Sizes = ReadonlyMap<PageElement, TextSize>;

/**
 * Finds cards that point to other articles: three or more neighbours of one template, each opening with a headline that
 * is a link. A list of things *within* an article opens its points with plain headings, or with links to elsewhere.
 */
export function findTeasers(
  body: PageElement,
  sizes: Sizes,
  proseWords: ReadonlyMap<PageElement, number>,
): readonly PageElement[] {
  const isOwn = ownAddresses(body);
  const found: PageElement[] = [];
  /** @returns the words that were found to be teasers */
  const visit = (parent: PageElement): number => {
    const cards = new Set(neighboursIn(parent).flatMap((group) => teasersIn(group, sizes, isOwn)));
    for (const teaser of findRuns(parent, sizes, isOwn)) cards.add(teaser);
    const foundBefore = found.length;
    let words = 0;
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      if (cards.has(child)) found.push(child);
      words += cards.has(child) ? wordsIn(child, sizes) : visit(child);
    }
    const isBox = words > 0 && isBoxOf(parent, words, sizes);
    if (!isBox || otherProse(parent, found.slice(foundBefore), proseWords) > MAX_OTHER_PROSE) return words;
    found.splice(foundBefore, found.length, parent);
    return wordsIn(parent, sizes);
  };
  visit(body);
  return found;
}

/** What may be a row of cards: links between the words of a sentence are none. */
function neighboursIn(parent: PageElement): readonly (readonly PageElement[])[] {
  if (holdsRunningText(parent) || isIntroducedList(parent)) return [];
  return LISTS.has(parent.name) ? [parent.children.filter(isElement)] : groupsOfAlikes(parent);
}

/** Headlines in a row without a card around each: linked headings, with an excerpt below each. */
function findRuns(
  parent: PageElement,
  sizes: Sizes,
  isOwn: (href: string) => boolean,
): readonly PageElement[] {
  const siblings = parent.children.filter(isElement).filter((child) => wordsIn(child, sizes) > 0);
  const isHeadline = (one: PageElement): boolean => HEADING.test(one.name) && isLinked(one, sizes, isOwn);
  const first = siblings.findIndex(isHeadline);
  const last = siblings.findLastIndex(isHeadline);
  const run = first < 0 ? [] : siblings.slice(first, last + 2);
  const excerpts = run.filter((one) => !isHeadline(one));
  const headlineCount = run.length - excerpts.length;
  const isRun = headlineCount >= MIN_TEASERS && excerpts.length <= MAX_LINES_BETWEEN * headlineCount;
  return isRun && excerpts.every((one) => isExcerpt(one, sizes)) ? run : [];
}

function isLinked(heading: PageElement, sizes: Sizes, isOwn: (href: string) => boolean): boolean {
  const { words, linkWords } = sizes.get(heading) ?? { words: 0, linkWords: 0 };
  if (words < MIN_HEADLINE_WORDS || linkWords < 0.8 * words) return false;
  return [...descendants(heading)].some(
    ({ name, attributes }) => name === 'a' && isOwn(attributes['href'] ?? ''),
  );
}

function isExcerpt(element: PageElement, sizes: Sizes): boolean {
  return wordsIn(element, sizes) <= MAX_TEASER_WORDS && !HEADING.test(element.name) && !holdsArticle(element);
}

/** A box of teasers has little else than a heading and a link to more of them. */
function isBoxOf(parent: PageElement, teaserWords: number, sizes: Sizes): boolean {
  if (parent.parent === undefined || holdsArticle(parent)) return false;
  return teaserWords >= MIN_BOX_SHARE * wordsIn(parent, sizes);
}

function otherProse(
  box: PageElement,
  teasers: readonly PageElement[],
  proseWords: ReadonlyMap<PageElement, number>,
): number {
  return teasers.reduce((rest, teaser) => rest - (proseWords.get(teaser) ?? 0), proseWords.get(box) ?? 0);
}

function wordsIn(element: PageElement, sizes: Sizes): number {
  return sizes.get(element)?.words ?? 0;
}

function teasersIn(
  group: readonly PageElement[],
  sizes: Sizes,
  isOwn: (href: string) => boolean,
): readonly PageElement[] {
  const filled = group.filter((element) => wordsIn(element, sizes) > 0);
  const teasers = filled.filter((element) => isTeaserOrRow(element, sizes, isOwn));
  const isList = teasers.length >= MIN_TEASERS && teasers.length >= MIN_TEASER_SHARE * filled.length;
  return isList && !filled.some(holdsArticle) ? filled : [];
}

/** Two cards to a row are as common as one. */
function isTeaserOrRow(element: PageElement, sizes: Sizes, isOwn: (href: string) => boolean): boolean {
  if (isTeaser(element, sizes, isOwn)) return true;
  const inner = element.children
    .filter((child) => isElement(child))
    .filter((child) => wordsIn(child, sizes) > 0);
  return inner.length >= 2 && inner.every((child) => isTeaser(child, sizes, isOwn));
}

function isTeaser(card: PageElement, sizes: Sizes, isOwn: (href: string) => boolean): boolean {
  const words = wordsIn(card, sizes);
  if (words < MIN_HEADLINE_WORDS || words > MAX_TEASER_WORDS || card.name === 'p') return false;
  if (card.name === 'a') return isOwn(card.attributes['href'] ?? '');
  const headline = findHeadline(card, sizes) ?? linkedPicture(card, sizes);
  return headline !== undefined && isOwn(headline.attributes['href'] ?? '');
}

/** The card's first link of some length, where it has a line to itself and stands near the top. */
function findHeadline(card: PageElement, sizes: Sizes): PageElement | undefined {
  const hasBlocks = card.children.some((child) => isElement(child) && (isBlock(child) || child.name === 'a'));
  if (!hasBlocks) return undefined;
  for (const element of descendants(card)) {
    if (element.name !== 'a' || wordsIn(element, sizes) < minHeadlineWords(element)) continue;
    const isNearTop = wordsBefore(card, element) <= MAX_WORDS_ABOVE;
    return isNearTop && hasOwnLine(element, card, sizes) ? element : undefined;
  }
  return undefined;
}

/** A headline that is no link beside a picture that is one. The name of a feature or of a product is shorter. */
function linkedPicture(card: PageElement, sizes: Sizes): PageElement | undefined {
  const inside = [...descendants(card)];
  const link = inside.find(({ name }) => name === 'a');
  const isPicture = link !== undefined && wordsIn(link, sizes) === 0;
  const isHeadline = (element: PageElement): boolean =>
    HEADING.test(element.name) && wordsIn(element, sizes) >= MIN_PLAIN_HEADLINE_WORDS;
  return isPicture && inside.some(isHeadline) ? link : undefined;
}

function minHeadlineWords({ parent }: PageElement): number {
  return parent !== undefined && HEADING.test(parent.name) ? MIN_HEADING_WORDS : MIN_HEADLINE_WORDS;
}

function hasOwnLine(link: PageElement, card: PageElement, sizes: Sizes): boolean {
  if (link.children.some((child) => isElement(child) && isBlock(child))) return true;
  let line = link;
  while (line !== card && line.parent !== undefined && !isBlock(line)) line = line.parent;
  if (HEADING.test(line.name)) return true;
  const besideLink = line.children.filter((child) => typeof child === 'string').join(' ');
  return line === card
    ? countWords(besideLink) < MIN_HEADLINE_WORDS
    : wordsIn(link, sizes) >= 0.6 * wordsIn(line, sizes);
}

function wordsBefore(root: PageElement, target: PageElement): number {
  let words = 0;
  const visit = (element: PageElement): boolean => {
    for (const child of element.children) {
      if (child === target) return true;
      if (!isElement(child)) words += countWords(child);
      else if (visit(child)) return true;
    }
    return false;
  };
  visit(root);
  return words;
}

function isBlock(element: PageElement): boolean {
  return BLOCK_ELEMENTS.has(element.name);
}
