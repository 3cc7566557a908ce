import type { Extraction } from './article.ts';
import { extractPrepared } from './extract-prepared.ts';
import { parseHtml } from './jsdom-window.ts';
import { readPreparedPage } from './prepared-page.ts';

/**
 * Finds the article in a page and nothing but the article, or says why there is none.
 *
 * Any string is accepted and time and memory are bounded (`PAGE_LIMITS`); what was cut is in `notices`. The same
 * page gives the same result whatever was read before it.
 *
 * @param html the page as text; see `decodePage` for bytes
 * @param url where it was fetched, to resolve its canonical address and to know its site's name
 */
export function extractArticle(html: string, url: string): Extraction {
  return extractPrepared(readPreparedPage(html, url), parseHtml);
}
