import type { ExtractedArticle } from '../article.ts';
import { findName, nameWords } from '../cleaning/name-words.ts';
import { tidyText } from '../cleaning/text-blocks.ts';
import { descendants, hasAncestor, type PageElement, textOf } from '../page-tree.ts';
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

/**
 * Reads the dates a page states, in falling order of trust: JSON-LD, meta, `<time>`, visible text.
 *
 * A time without a zone is read in the zone that the page states elsewhere, else as UTC, and `notices` says so.
 * Nothing is invented: no date means none.
 *
 * @param topLines the lines that stand between title and first sentence, where a date line is printed
 */
export function readDates(
  page: Page,
  article: JsonLdObject | undefined,
  topLines: readonly string[],
): PageDates {
  const published = findPublished(page, article, topLines);
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
  topLines: readonly string[],
): { date: PageDate; source: DateSource } | undefined {
  const sources: readonly [DateSource, () => PageDate | undefined][] = [
    ['json-ld', () => firstDate([textIn(article?.['datePublished']), textIn(article?.['dateCreated'])])],
    ['meta', () => firstDate(PUBLISHED_META.map((name) => page.meta.get(name)))],
    ['time', () => findTimeElement(page.body)],
    ['text', () => findVisibleDate(page.body, topLines)],
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
    const date =
      parsePageDate(element.attributes['datetime'] ?? '') ?? parsePageDate(tidyText(textOf(element)));
    if (!date) continue;
    if (/\bdatePublished\b/.test(element.attributes['itemprop'] ?? '')) return date;
    if (!UPDATED_WORDS.test(tidyText(textOf(element)))) first ??= date;
  }
  return first;
}

function isListOfOthers(element: PageElement): boolean {
  return (
    element.name === 'li' || element.name === 'nav' || element.name === 'aside' || element.name === 'footer'
  );
}

/** A short line with a date: one that its class names as a date, else one between title and text. */
function findVisibleDate(body: PageElement, topLines: readonly string[]): PageDate | undefined {
  for (const element of descendants(body)) {
    if (!findName(nameWords(element), DATE_NAMES) || hasAncestor(element, isListOfOthers)) continue;
    const date = dateInLine(tidyText(textOf(element)));
    if (date) return date;
  }
  for (const line of topLines) {
    const date = dateInLine(line);
    if (date) return date;
  }
  return undefined;
}

function dateInLine(line: string): PageDate | undefined {
  if (line.length > MAX_DATE_LINE_CHARS || UPDATED_WORDS.test(line)) return undefined;
  return parsePageDate(line);
}
