import { wordsOnly } from '../cleaning/sentence-shape.ts';
import { measureText } from '../cleaning/word-count.ts';
import { descendants, headlineOf, isLeafBlock, type PageElement } from '../page-tree.ts';

const HEADING = /^h[1-3]$/;
/** A paragraph of the article has more words than a standfirst's line, a byline or a date. */
const MIN_PARAGRAPH_WORDS = 25;
/** A standfirst or a caption may stand above the byline. */
const MAX_PARAGRAPHS = 2;
/** Bylines, dates and share bars; a menu between headline and text has more. */
const MAX_ELEMENTS = 120;

/**
 * The elements between the page's headline and its first paragraphs, in order, with those before the headline in the
 * same `<header>`: where bylines and dates are printed.
 *
 * @param title the page's title without the site's name
 * @returns nothing where no heading repeats the title and there is no `h1`
 */
export function readHeadlineZone(body: PageElement, title: string): readonly PageElement[] {
  const headline = findHeadline(body, wordsOnly(title));
  if (!headline) return [];
  const start = nearestHeader(headline) ?? headline;
  const sizes = measureText(body);
  const zone: PageElement[] = [];
  let paragraphs = 0;
  let isInside = false;
  let isBelow = false;
  for (const element of descendants(body)) {
    isInside ||= element === start;
    isBelow ||= element === headline;
    if (!isInside) continue;
    const { words, linkWords } = sizes.get(element) ?? { words: 0, linkWords: 0 };
    if (isBelow && words >= MIN_PARAGRAPH_WORDS && linkWords < words / 2 && isLeafBlock(element)) {
      paragraphs += 1;
    } else if (words > 0) zone.push(element);
    if (paragraphs === MAX_PARAGRAPHS || zone.length >= MAX_ELEMENTS) break;
  }
  return zone;
}

/** The heading that repeats the title; else the `h1` that shares half its words, or the only one. */
function findHeadline(body: PageElement, title: string): PageElement | undefined {
  const main: PageElement[] = [];
  for (const element of descendants(body)) {
    if (!HEADING.test(element.name)) continue;
    const text = wordsOnly(headlineOf(element));
    if (text !== '' && text === title) return element;
    if (element.name === 'h1' && text !== '') main.push(element);
  }
  const words = new Set(title.split(' '));
  const isLike = (heading: PageElement): boolean =>
    wordsOnly(headlineOf(heading))
      .split(' ')
      .filter((word) => words.has(word)).length >=
    words.size / 2;
  return main.find(isLike) ?? (main.length === 1 ? main[0] : undefined);
}

function nearestHeader(headline: PageElement): PageElement | undefined {
  for (let element = headline.parent; element !== undefined; element = element.parent) {
    if (element.name === 'header') return element;
    if (element.name === 'article' || element.name === 'main') return undefined;
  }
  return undefined;
}
