import type { Page } from '../read-page.ts';
import type { JsonLdObject } from './json-ld.ts';
import { readByline } from './read-byline.ts';
import { listSiteNames, readCanonicalUrl, readPublisher, readSection } from './read-publisher.ts';
import { readTitle } from './read-title.ts';

/** What the page says of its article apart from the text and the dates. */
export interface PageMetadata {
  readonly title: string;
  readonly byline: readonly string[];
  readonly canonicalUrl?: string | undefined;
  readonly publisher?: string | undefined;
  readonly section?: string | undefined;
}

/** @param url where the page was fetched; an address that cannot be read only costs what depends on it */
export function readMetadata(
  page: Page,
  article: JsonLdObject | undefined,
  objects: readonly JsonLdObject[],
  url: string,
): PageMetadata {
  const address = URL.parse(url) ?? undefined;
  const publisher = readPublisher(page, article, objects);
  const siteNames = listSiteNames(page, publisher, address);
  const title = readTitle(page, article, siteNames);
  return {
    title,
    byline: readByline(page, article, title, siteNames),
    canonicalUrl: readCanonicalUrl(page, address),
    publisher,
    section: readSection(page, article),
  };
}
