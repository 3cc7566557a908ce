import { wordsOnly } from '../cleaning/sentence-shape.ts';
import { tidyText } from '../cleaning/text-blocks.ts';
import { descendants, type PageElement, textOf } from '../page-tree.ts';
import type { Page } from '../read-page.ts';
import { type JsonLdObject, textIn } from './json-ld.ts';

/** What parts a headline from the name of a site. A hyphen needs space around it: it also joins words. */
const SEPARATOR = /\s+(?:[|·•»«‹›–—-]|--)\s+|\s*[|｜：]\s*|\s+::\s+|:\s+/g;
const MAX_TITLE_CHARS = 300;
const HOST_NAME = /^[\w-]+(?:\.[\w-]+){0,3}\.(?:com|info|net|news|org|tv|[a-z]{2})$/i;

/** Reads the headline, without the site's name: from JSON-LD, `og:title`, the one `<h1>` or `<title>`. */
export function readTitle(
  page: Page,
  article: JsonLdObject | undefined,
  siteNames: readonly string[],
): string {
  const heading = findHeading(page.body);
  const stated = [
    textIn(article?.['headline']),
    page.meta.get('og:title'),
    page.meta.get('twitter:title'),
    heading,
    page.title,
  ]
    .map((title) => tidyText((title ?? '').slice(0, 2 * MAX_TITLE_CHARS)))
    .filter((title) => title !== '');
  const plain = stated.map((title) => withoutSiteName(title, siteNames, heading));
  const title = plain.find((one) => one !== '' && !isSiteName(one, siteNames)) ?? plain.find(Boolean) ?? '';
  return completeTitle(title, plain).slice(0, MAX_TITLE_CHARS);
}

/** The only `<h1>`, or the first of several that is not empty. */
function findHeading(body: PageElement): string {
  for (const element of descendants(body)) {
    if (element.name !== 'h1') continue;
    const text = tidyText(textOf(element));
    if (text !== '') return text;
  }
  return '';
}

/** JSON-LD headlines are cut at 110 characters by some systems: a longer title that begins the same is the whole. */
function completeTitle(title: string, others: readonly string[]): string {
  const start = title.replace(/\s?(?:…|\.{3})$/, '');
  if (start === title && title.length < 100) return title;
  return others.find((other) => other.length > title.length && other.startsWith(start)) ?? title;
}

/** Cuts the site's name off either end of a title. */
export function withoutSiteName(title: string, siteNames: readonly string[], heading: string): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  for (const cut of cuts.reverse()) {
    const before = title.slice(0, cut.index).trim();
    const after = title.slice(cut.index + cut[0].length).trim();
    if (isSiteName(after, siteNames) || isSame(before, heading)) {
      return withoutSiteName(before, siteNames, heading);
    }
    if (isSiteName(before, siteNames) || isSame(after, heading)) {
      return withoutSiteName(after, siteNames, heading);
    }
  }
  return title;
}

function isSame(part: string, heading: string): boolean {
  return heading !== '' && part !== '' && wordsOnly(part) === wordsOnly(heading);
}

/** A stated name of the site, or the name of a host. */
function isSiteName(part: string, siteNames: readonly string[]): boolean {
  if (HOST_NAME.test(part)) return true;
  const name = lettersOf(part);
  return name !== '' && siteNames.some((siteName) => lettersOf(siteName) === name);
}

/** The letters of a name without spaces and "The": "The Harbour Times" and "harbourtimes" are one. */
export function lettersOf(text: string): string {
  return wordsOnly(text).replace(/^the /, '').replace(/ /g, '');
}
