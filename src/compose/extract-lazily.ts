import type { Extraction } from '../domain/articles/article.ts';
import type { ParseHtml } from '../domain/articles/document-of-tree.ts';
import type { PreparedPage } from '../domain/articles/prepared-page.ts';

/** Says that a page needs a parser while none is loaded. */
class ParserNeeded extends Error {}

let parse: ParseHtml = () => {
  throw new ParserNeeded('a parser of HTML');
};

/**
 * Extracts an article and loads no more for it than it needs: a DOM with the first page that may matter, and jsdom, which
 * takes far longer to load than a page takes to read, with the first that only a parser can make a document of.
 */
export async function extractLazily(page: PreparedPage): Promise<Extraction> {
  const { extractPrepared } = await import('../domain/articles/extract-prepared.ts');
  try {
    return extractPrepared(page, parse);
  } catch (error) {
    if (!(error instanceof ParserNeeded)) throw error;
  }
  ({ parseHtml: parse } = await import('../domain/articles/jsdom-window.ts'));
  return extractPrepared(page, parse);
}
