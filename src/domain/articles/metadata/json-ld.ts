import { decodeHTML } from 'entities';

import { tidyText } from '../cleaning/text-blocks.ts';

/** One JSON-LD object as the page wrote it: anything may be missing or of the wrong type. */
export type JsonLdObject = Readonly<Record<string, unknown>>;

/** schema.org's kinds of article. @see https://schema.org/Article, "More specific Types" */
const ARTICLE_TYPES: ReadonlySet<string> = new Set([
  'AdvertiserContentArticle',
  'AnalysisNewsArticle',
  'Article',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'BlogPosting',
  'LiveBlogPosting',
  'NewsArticle',
  'OpinionNewsArticle',
  'Report',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'SatiricalArticle',
  'ScholarlyArticle',
  'TechArticle',
]);

const MAX_OBJECTS = 500;
const MAX_DEPTH = 6;

/** Reads the page's JSON-LD scripts; one that cannot be read is left out, since half a page's metadata is better than none. */
export function parseJsonLd(sources: readonly string[]): readonly JsonLdObject[] {
  const objects: JsonLdObject[] = [];
  for (const source of sources) collectObjects(parseLeniently(source), objects, 0);
  return objects;
}

/** The object that describes the page's own article: the first of an article type, not one of a list of others. */
export function findArticleObject(objects: readonly JsonLdObject[]): JsonLdObject | undefined {
  return objects.find((object) => typesOf(object).some((type) => ARTICLE_TYPES.has(type)));
}

export function typesOf(object: JsonLdObject): readonly string[] {
  return listOf(object['@type']).filter((type) => typeof type === 'string');
}

export function isObject(value: unknown): value is JsonLdObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that may be alone, in a list or absent, as a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first text in a value: a string, a number, `{"@value"}`, or the `name` of an object. */
export function textIn(value: unknown): string | undefined {
  for (const one of listOf(value)) {
    const raw = isObject(one) ? (one['@value'] ?? one['name']) : one;
    if (typeof raw !== 'string' && typeof raw !== 'number') continue;
    const text = tidyText(decodeHTML(String(raw)));
    if (text !== '') return text;
  }
  return undefined;
}

function parseLeniently(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    // Raw line breaks inside strings are the commonest fault.
    .replace(/\p{Cc}+/gu, ' ');
  return parseOrUndefined(bare) ?? parseOrUndefined(bare.replace(/,\s?([}\]])/g, '$1').replace(/;\s*$/, ''));
}

function parseOrUndefined(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function collectObjects(value: unknown, objects: JsonLdObject[], depth: number): void {
  if (depth > MAX_DEPTH || objects.length >= MAX_OBJECTS) return;
  for (const one of listOf(value)) {
    if (!isObject(one)) continue;
    objects.push(one);
    collectObjects(one['@graph'], objects, depth + 1);
    collectObjects(one['mainEntity'], objects, depth + 1);
    collectObjects(one['mainEntityOfPage'], objects, depth + 1);
  }
}
