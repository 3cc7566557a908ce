import { tidyText } from './cleaning/text-blocks.ts';
import { findArticleObject, type JsonLdObject, parseJsonLd } from './metadata/json-ld.ts';
import { type PageMetadata, readMetadata } from './metadata/read-metadata.ts';
import { textOf } from './page-tree.ts';
import { type Page, readPage } from './read-page.ts';

/** A page read, with what its head says: what every later question is asked of. */
export interface ReadPage {
  readonly page: Page;
  /** Where it was fetched. */
  readonly url: string;
  readonly objects: readonly JsonLdObject[];
  readonly article: JsonLdObject | undefined;
  readonly metadata: PageMetadata;
  readonly visibleText: string;
}

export function readWholePage(html: string, url: string): ReadPage {
  const page = readPage(html);
  const objects = parseJsonLd(page.jsonLd);
  const article = findArticleObject(objects);
  const metadata = readMetadata(page, article, objects, url);
  return { page, url, objects, article, metadata, visibleText: tidyText(textOf(page.body)) };
}
