import { descendants, hasAncestor, headlineOf, isElement, type PageElement } from '../page-tree.ts';
import { isAlike } from './likeness.ts';
import { wordsOnly } from './sentence-shape.ts';

/** Less than this before the headline is a standfirst or a kicker. */
const MIN_WORDS_BEFORE = 40;
/** Where so many times more stands before it, the headline is repeated below the article. */
const MAX_TIMES_BEFORE = 3;
/** With less than this beside or below it, a headline does not say where the article is. */
const MIN_OWN_WORDS = 50;
/** A headline may be cut, or have a word more than the page's title. */
const MIN_COMMON_CHARS = 24;
const HEADING = /^h[1-3]$/;

type ProseWords = ReadonlyMap<PageElement, number>;

/**
 * Finds whole other articles by the place of the page's own headline: those of one template that follow it, as on pages
 * that scroll on without end, and prose that stands before it.
 *
 * @param title the page's title without the site's name
 */
export function findOtherArticles(
  body: PageElement,
  title: string,
  proseWords: ProseWords,
): readonly PageElement[] {
  const headline = findHeadline(body, wordsOnly(title));
  if (!headline) return [];
  const wordsOf = (element: PageElement): number => proseWords.get(element) ?? 0;
  const before: PageElement[] = [];
  const after: PageElement[] = [];
  for (let own = headline; own.parent !== undefined; own = own.parent) {
    const siblings = own.parent.children.filter(isElement);
    const at = siblings.indexOf(own);
    before.push(...siblings.slice(0, at).filter((one) => wordsOf(one) >= MIN_WORDS_BEFORE));
    if (wordsOf(own) >= MIN_OWN_WORDS)
      after.push(...siblings.slice(at + 1).filter((one) => isNextArticle(one, own)));
  }
  const wordsBefore = before.reduce((sum, one) => sum + wordsOf(one), 0);
  const wordsLeft = wordsOf(body) - wordsBefore;
  const isAbove = wordsLeft >= MIN_OWN_WORDS && wordsBefore <= MAX_TIMES_BEFORE * wordsLeft;
  return isAbove ? [...before, ...after] : after;
}

/**
 * The first heading that repeats the title; an `h1` before any other. Beside an `h1` with other words, a heading that is
 * a link is the article's own entry in a list of links.
 */
function findHeadline(body: PageElement, title: string): PageElement | undefined {
  if (title === '') return undefined;
  let other: PageElement | undefined;
  let hasMain = false;
  for (const element of descendants(body)) {
    if (!HEADING.test(element.name)) continue;
    hasMain ||= element.name === 'h1';
    if (!isSameTitle(wordsOnly(headlineOf(element)), title)) continue;
    if (element.name === 'h1') return element;
    other ??= element;
  }
  return other && hasMain && isLink(other) ? undefined : other;
}

function isLink(heading: PageElement): boolean {
  return (
    hasAncestor(heading, ({ name }) => name === 'a') ||
    heading.children.every((child) => (isElement(child) ? child.name === 'a' : child.trim() === ''))
  );
}

function isSameTitle(text: string, title: string): boolean {
  if (text === title) return true;
  const [short, long] = text.length < title.length ? [text, title] : [title, text];
  return short.length >= MIN_COMMON_CHARS && long.startsWith(short);
}

/** Printed from the template of the page's own article, with a headline of its own. Sections of one article are none. */
function isNextArticle(element: PageElement, own: PageElement): boolean {
  if (!isAlike(element, own) || hasAncestor(own, ({ name }) => name === 'article')) return false;
  for (const inner of descendants(element)) {
    if (inner.name === 'h1') return true;
    if (element.name === 'article' && HEADING.test(inner.name)) return true;
  }
  return false;
}
