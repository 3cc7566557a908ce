import { findName, nameWords } from '../cleaning/name-words.ts';
import { normalizeForComparison } from '../cleaning/sentence-shape.ts';
import { tidyText } from '../cleaning/text-blocks.ts';
import { READERS_NAMES } from '../cleaning/unwanted-names.ts';
import { countWords } from '../cleaning/word-count.ts';
import { BLOCK_ELEMENTS, descendants, hasAncestor, type PageElement, textOf } from '../page-tree.ts';
import type { Page } from '../read-page.ts';
import { readHeadlineZone } from './headline-zone.ts';
import { type JsonLdObject, listOf, textIn } from './json-ld.ts';
import { MONTH_BY_NAME } from './month-names.ts';
import { lettersOf } from './read-title.ts';

const META_NAMES = [
  'author',
  'article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
];
const BYLINE_NAMES: ReadonlySet<string> = new Set([
  'auteur',
  'author',
  'author name',
  'authorname',
  'authors',
  'autor',
  'autora',
  'autoren',
  'byline',
  'bylines',
  'firma',
  'signature',
  'verfasser',
  'writer',
]);

/** "By" as it opens a byline, by language; and job titles that follow a name after a comma. */
const OPENING =
  /^(?:(?:written|reported|posted|story|text|analysis|opinion) by|by|von|par|por|di|door|від|автор|autor(?:in)?|author|text):?\s+/iu;
const JOINT = /\s*(?:,|;|\||&|•|·|\n|\s(?:and|und|et|y|та|и|і|with)\s)\s*/iu;
const NOT_A_NAME =
  /https?:|www\.|[@=]|\d{2}|\b(?:editor|reporter|correspondent|writer|contributor|updated|published|minutes?|agencies|authors|careers|comments?|wrote|newsletters?|archive|email|feed|follow|print|share|(?:min|minute|more|to) read|read more|(?:mon|tues|wednes|thurs|fri|satur|sun)day|facebook|twitter|google|linkedin|instagram|[ap]\.?m)\b|^\S+\.(?:com|info|net|org|tv|[a-z]{2})$/iu;
/** What some templates print right behind a name: a slash and a firm; a desk, "in News"; "on", and the day. */
const BEHIND_NAME = /(?<=\S\s\S+)(?:\s?\/.*|\s(?:at|in|for)\s\p{Lu}.*)$/u;
const MONTH = `(?:${[...MONTH_BY_NAME.keys()].join('|')})\\.?`;
const DAY_BEHIND = new RegExp(
  `\\s+(?:on$|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b.*$|(?:on\\s)?${MONTH}\\s\\d.*$)|^${MONTH}(?:\\s\\d.*)?$`,
  'iu',
);

const BESIDE_ELEMENTS: ReadonlySet<string> = new Set(['footer', 'nav']);

const AUTHOR_PATH =
  /\/(?:authors?|auteurs?|autor(?:en|es)?|avtor|by|journalists?|profiles?|reporters?)\/[^/?#]/i;

/** A line that opens so and stands beside the headline needs no class to be a byline. */
const PRINTED_OPENING = /^(?:(?:written|reported) by|by|von|par|por)\s+\p{Lu}/iu;

const MAX_BYLINE_CHARS = 200;
const MAX_NAME_WORDS = 6;
const MAX_NAMES = 12;

/**
 * Names of the authors, as printed, without "By": from JSON-LD, else the head, else the byline printed beside the
 * headline, else one printed elsewhere. The site's own name stands only where nobody is named.
 *
 * @param title the page's title without the site's name
 */
export function readByline(
  page: Page,
  article: JsonLdObject | undefined,
  title: string,
  siteNames: readonly string[],
): readonly string[] {
  const sites = new Set(siteNames.map(lettersOf));
  const isSite = (names: readonly string[]): boolean => names.every((name) => sites.has(lettersOf(name)));
  let named: readonly string[] = [];
  for (const names of listBylines(page, article, title)) {
    if (names.length > 0 && !isSite(names)) return names;
    if (named.length === 0) named = names;
  }
  return named;
}

/** Every byline the page states, the most trusted first. */
function* listBylines(
  page: Page,
  article: JsonLdObject | undefined,
  title: string,
): Generator<readonly string[]> {
  yield splitNames(listOf(article?.['author']).map((author) => textIn(author) ?? ''));
  yield splitNames(META_NAMES.map((name) => page.meta.get(name) ?? ''));
  const zone = readHeadlineZone(page.body, title);
  for (const line of [...listBylineTexts(zone), ...listOpenedLines(zone)]) yield splitNames([line]);
  for (const line of listBylineTexts([...descendants(page.body)])) yield splitNames([line]);
  yield splitNames([findAuthorLink(page.body)]);
}

/** Splits byline texts into names: one line may hold several, and several lines may repeat one. */
export function splitNames(lines: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const line of lines) {
    for (const part of tidyText(line).replace(OPENING, '').split(JOINT)) {
      const name = part
        .replace(OPENING, '')
        .replace(BEHIND_NAME, '')
        .replace(DAY_BEHIND, '')
        .replace(/^(?:\d+(?:st|nd|rd|th)\b|[^\p{L}]+)|[^\p{L}.)]+$/gu, '');
      if (isName(name) && names.size < MAX_NAMES) names.set(normalizeForComparison(name), name);
    }
  }
  return [...names.values()].filter((name, _at, all) => !all.some((other) => isHandleOf(name, other)));
}

/** "anna.muster" beside "Anna Muster" is the name of her account. */
function isHandleOf(handle: string, name: string): boolean {
  return name.includes(' ') && !handle.includes(' ') && lettersOf(handle) === lettersOf(name);
}

function isName(text: string): boolean {
  const words = countWords(text);
  return words > 0 && words <= MAX_NAME_WORDS && text.length <= 80 && !NOT_A_NAME.test(text);
}

/** The first link to a page about an author, by the words that addresses use for them. */
function findAuthorLink(body: PageElement): string {
  for (const element of descendants(body)) {
    if (element.name !== 'a' || !AUTHOR_PATH.test(element.attributes['href'] ?? '')) continue;
    const text = tidyText(textOf(element));
    if (text !== '' && isName(text) && !hasAncestor(element, isBesideArticle)) return text;
  }
  return '';
}

/** Readers have names too, and menus lead to authors. */
function isBesideArticle(element: PageElement): boolean {
  return BESIDE_ELEMENTS.has(element.name) || findName(nameWords(element), READERS_NAMES) !== undefined;
}

/** What elements that are marked or named as a byline say: marked ones first, and inner ones before the box around them. */
function listBylineTexts(elements: readonly PageElement[]): readonly string[] {
  const marked: string[] = [];
  const named: string[] = [];
  for (const element of elements) {
    const { rel, itemprop } = element.attributes;
    const isMarked = rel?.split(/\s+/).includes('author') || itemprop?.split(/\s+/).includes('author');
    if (!isMarked && !findName(nameWords(element), BYLINE_NAMES)) continue;
    const text = tidyText(textOf(element));
    if (text === '' || text.length > MAX_BYLINE_CHARS || hasAncestor(element, isBesideArticle)) continue;
    if (isMarked) marked.push(text);
    else named.push(text);
  }
  return [
    ...marked,
    ...named.sort((one, other) => Number(holdsText(one, other)) - Number(holdsText(other, one))),
  ];
}

function holdsText(outer: string, inner: string): boolean {
  return outer.length > inner.length && outer.includes(inner);
}

/** Lines beside the headline that open as bylines do: "By Anna Muster". */
function listOpenedLines(zone: readonly PageElement[]): readonly string[] {
  return zone
    .filter((element) => ![...descendants(element)].some(({ name }) => BLOCK_ELEMENTS.has(name)))
    .map((element) => tidyText(textOf(element)).replace(/^[^\p{L}]+/u, ''))
    .filter((line) => line.length <= MAX_BYLINE_CHARS && PRINTED_OPENING.test(line));
}
