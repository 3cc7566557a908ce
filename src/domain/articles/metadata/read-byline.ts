import { findName, nameWords } from '../cleaning/name-words.ts';
import { normalizeForComparison } from '../cleaning/sentence-shape.ts';
import { tidyText } from '../cleaning/text-blocks.ts';
import { READERS_NAMES } from '../cleaning/unwanted-names.ts';
import { countWords } from '../cleaning/word-count.ts';
import { descendants, hasAncestor, type PageElement, textOf } from '../page-tree.ts';
import type { Page } from '../read-page.ts';
import { type JsonLdObject, listOf, textIn } from './json-ld.ts';
import { MONTH_BY_NAME } from './month-names.ts';

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
  'authors',
  'autor',
  'autora',
  'autoren',
  'byline',
  'bylines',
  'firma',
  'signature',
  'verfasser',
]);

/** "By" as it opens a byline, by language; and job titles that follow a name after a comma. */
const OPENING =
  /^(?:(?:written|reported|posted|story|text|analysis|opinion) by|by|von|par|por|di|door|від|автор|autor(?:in)?|author|text):?\s+/iu;
const JOINT = /\s*(?:,|;|\||&|•|·|\n|\s(?:and|und|et|y|та|и|і|with)\s)\s*/iu;
const NOT_A_NAME =
  /https?:|www\.|[@=]|\d{2}|\b(?:editor|reporter|correspondent|writer|contributor|updated|published|minutes?|agencies|authors|careers|comments?|wrote|newsletters?|facebook|twitter|google|linkedin|instagram|[ap]\.?m)\b|^\S+\.(?:com|info|net|org|tv|[a-z]{2})$/iu;
/** What some templates print right behind a name: a slash and a firm; "on", and the day. */
const BEHIND_NAME = /(?<=\S\s\S+)\s?\/.*$/u;
const MONTH = `(?:${[...MONTH_BY_NAME.keys()].join('|')})\\.?`;
const DAY_BEHIND = new RegExp(
  `\\s+(?:on$|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b.*$|(?:on\\s)?${MONTH}\\s\\d.*$)|^${MONTH}(?:\\s\\d.*)?$`,
  'iu',
);

const BESIDE_ELEMENTS: ReadonlySet<string> = new Set(['footer', 'nav']);

const AUTHOR_PATH =
  /\/(?:authors?|auteurs?|autor(?:en|es)?|avtor|by|journalists?|profiles?|reporters?)\/[^/?#]/i;

const MAX_NAME_WORDS = 6;
const MAX_NAMES = 12;

/** Names of the authors, as printed, without "By": from JSON-LD, else the head, else the page's byline. */
export function readByline(page: Page, article: JsonLdObject | undefined): readonly string[] {
  const stated = [
    listOf(article?.['author']).map((author) => textIn(author) ?? ''),
    META_NAMES.map((name) => page.meta.get(name) ?? '').slice(0, META_NAMES.length),
    [findPrintedByline(page.body)],
    [findAuthorLink(page.body)],
  ];
  for (const lines of stated) {
    const names = splitNames(lines);
    if (names.length > 0) return names;
  }
  return [];
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
  return [...names.values()];
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

function findPrintedByline(body: PageElement): string {
  let named = '';
  for (const element of descendants(body)) {
    const { rel, itemprop } = element.attributes;
    const isMarked = rel?.split(/\s+/).includes('author') || itemprop?.split(/\s+/).includes('author');
    if (!isMarked && !(named === '' && findName(nameWords(element), BYLINE_NAMES))) continue;
    const text = tidyText(textOf(element));
    if (text === '' || text.length > 200 || hasAncestor(element, isBesideArticle)) continue;
    if (isMarked) return text;
    named ||= text;
  }
  return named;
}
