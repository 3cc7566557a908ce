import type { ExtractedArticle } from '../article.ts';
import { findName, nameWords } from '../cleaning/name-words.ts';
import { tidyText } from '../cleaning/text-blocks.ts';
import { descendants, hasAncestor, isLine, type PageElement, textOf } from '../page-tree.ts';
import type { Page } from '../read-page.ts';
import { type JsonLdObject, textIn } from './json-ld.ts';
import { type PageDate, parsePageDate, toInstant } from './parse-page-date.ts';

/** When the page says it was published and changed, and how it says so. */
export interface PageDates {
  readonly publishedAt?: string | undefined;
  /** The calendar day at the publisher, YYYY-MM-DD. */
  readonly publishedDate?: string | undefined;
  readonly updatedAt?: string | undefined;
  readonly publishedFrom?: ExtractedArticle['publishedFrom'];
  readonly notices: readonly string[];
}

/** Where a page's date may stand apart from its head. */
export interface DatePlaces {
  /** The elements between headline and first paragraph, for a page whose head states no date. */
  readonly headlineZone: () => readonly PageElement[];
  /** The lines that stand between title and first sentence. */
  readonly topLines: readonly string[];
  /** The page's addresses, the canonical one first. */
  readonly addresses: readonly (string | undefined)[];
}

type DateSource = NonNullable<ExtractedArticle['publishedFrom']>;

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dcterms.created',
  'dcterms.date',
  'dc.date.issued',
  'dc.date',
  'dcterms.issued',
  'publish-date',
  'publishdate',
  'publish_date',
  'publication_date',
  'pubdate',
  'article.published',
  'published',
  'article_date_original',
  'article.created',
  'originalpublicationdate',
  'pub_date',
  'rnews:datepublished',
  'citation_publication_date',
  'date',
];
const UPDATED_META = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
];

const DATE_NAMES: ReadonlySet<string> = new Set([
  'date',
  'dateline',
  'datetime',
  'posted',
  'pubdate',
  'published',
  'time',
  'timestamp',
  'updated',
]);
const UPDATED_WORDS = /\b(?:updated|modified|aktualisiert|actualizado|mis à jour|оновлено|обновлено)\b/iu;
const MAX_DATE_LINE_CHARS = 120;
const DAY_IN_PATH = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?:\/|-|$)/;

/**
 * Reads the dates a page states, in falling order of trust: JSON-LD, meta, `<time>`, visible text, its address.
 *
 * A time without a zone is read in the zone that the page states elsewhere, else as UTC, and `notices` says so.
 * Nothing is invented: no date means none.
 *
 * @param places where a date may be printed, and the page's own address
 */
export function readDates(page: Page, article: JsonLdObject | undefined, places: DatePlaces): PageDates {
  const published = findPublished(page, article, places);
  const updated = findUpdated(page, article);
  const offsetMinutes = [published?.date, updated].find(
    (date) => date?.offsetMinutes !== undefined,
  )?.offsetMinutes;
  const dates = published
    ? {
        publishedAt: toInstant(published.date, offsetMinutes),
        publishedDate: published.date.day,
        publishedFrom: published.source,
      }
    : {};
  return {
    ...dates,
    updatedAt: updated === undefined ? undefined : toInstant(updated, offsetMinutes),
    notices: published ? describeDoubts(published.date, offsetMinutes) : [],
  };
}

function describeDoubts(date: PageDate, offsetMinutes: number | undefined): string[] {
  if (date.time === undefined) return ['the page states the day of publication without a time'];
  if (date.offsetMinutes !== undefined) return [];
  const reading = offsetMinutes === undefined ? 'UTC' : 'the zone of its other dates';
  return [`the page states the time of publication without a zone; read as ${reading}`];
}

function findPublished(
  page: Page,
  article: JsonLdObject | undefined,
  { headlineZone, topLines, addresses }: DatePlaces,
): { date: PageDate; source: DateSource } | undefined {
  let zone: readonly PageElement[] | undefined;
  const readZone = (): readonly PageElement[] => (zone ??= headlineZone());
  const sources: readonly [DateSource, () => PageDate | undefined][] = [
    ['json-ld', () => firstDate([textIn(article?.['datePublished']), textIn(article?.['dateCreated'])])],
    ['meta', () => firstDate(PUBLISHED_META.map((name) => page.meta.get(name)))],
    ['time', () => findTimeElement(page.body) ?? firstDate(readZone().map(statedTime))],
    ['text', () => findVisibleDate(page.body, readZone(), topLines)],
    ['address', () => firstDate(addresses.map(dayInPath))],
  ];
  for (const [source, find] of sources) {
    const date = find();
    if (date) return { date, source };
  }
  return undefined;
}

function findUpdated(page: Page, article: JsonLdObject | undefined): PageDate | undefined {
  return firstDate([textIn(article?.['dateModified']), ...UPDATED_META.map((name) => page.meta.get(name))]);
}

function firstDate(texts: readonly (string | undefined)[]): PageDate | undefined {
  for (const text of texts) {
    const date = text === undefined ? undefined : parsePageDate(text);
    if (date) return date;
  }
  return undefined;
}

/** The `<time>` marked as the date of publication, else the first one that is no update and in no list of links. */
function findTimeElement(body: PageElement): PageDate | undefined {
  let first: PageDate | undefined;
  for (const element of descendants(body)) {
    if (element.name !== 'time' || hasAncestor(element, isListOfOthers)) continue;
    const text = tidyText(textOf(element));
    const date = firstDate([element.attributes['datetime'], text]);
    if (!date) continue;
    if (/\bdatePublished\b/.test(element.attributes['itemprop'] ?? '')) return date;
    if (!UPDATED_WORDS.test(text)) first ??= date;
  }
  return first;
}

/** Beside the headline a `<time>` may stand in a list or an aside as well. */
function statedTime(element: PageElement): string | undefined {
  if (element.name !== 'time') return undefined;
  const text = tidyText(textOf(element));
  return UPDATED_WORDS.test(text) ? undefined : (element.attributes['datetime'] ?? text);
}

/** Many publishers put the day into an address: /2024/05/31/headline. */
function dayInPath(address: string | undefined): string | undefined {
  const [, year, month, day] = DAY_IN_PATH.exec(address ?? '') ?? [];
  return day === undefined ? undefined : `${year}-${month}-${day}`;
}

function isListOfOthers(element: PageElement): boolean {
  return (
    element.name === 'li' || element.name === 'nav' || element.name === 'aside' || element.name === 'footer'
  );
}

/** A short line with a date: one that its class names as a date, else one between headline and text. */
function findVisibleDate(
  body: PageElement,
  headlineZone: readonly PageElement[],
  topLines: readonly string[],
): PageDate | undefined {
  for (const element of descendants(body)) {
    if (!findName(nameWords(element), DATE_NAMES) || hasAncestor(element, isListOfOthers)) continue;
    const date = dateInLine(tidyText(textOf(element)));
    if (date) return date;
  }
  const printed = headlineZone.filter(isLine).map((element) => tidyText(textOf(element)));
  for (const line of [...printed, ...topLines]) {
    const date = dateInLine(line);
    if (date) return date;
  }
  return undefined;
}

function dateInLine(line: string): PageDate | undefined {
  if (line.length > MAX_DATE_LINE_CHARS || UPDATED_WORDS.test(line)) return undefined;
  return parsePageDate(line);
}
