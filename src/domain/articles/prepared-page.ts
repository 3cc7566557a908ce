import { preparePage } from './cleaning/prepare-page.ts';
import { RemovalLog } from './cleaning/removal-log.ts';
import { type PageHints, readHints } from './page-hints.ts';
import { cloneTree, type PageElement } from './page-tree.ts';
import { type ReadPage, readWholePage } from './read-whole-page.ts';
import { listDescriptions } from './with-standfirst.ts';

/**
 * A page read and prepared on the light tree. The second look and extraction both begin with it, so a page that passes
 * the one comes to the other as it is (docs/decisions/0241-second-look-before-the-dom.md).
 */
export interface PreparedPage {
  /** The page as it came, with what its head says. */
  readonly source: ReadPage;
  /** What preparation left. */
  readonly body: PageElement;
  readonly hints: PageHints;
  /** What it took out. */
  readonly removed: RemovalLog;
}

/**
 * @param html the page as text; see `decodePage` for bytes
 * @param url where it was fetched
 */
export function readPreparedPage(html: string, url: string): PreparedPage {
  return prepareSource(readWholePage(html, url));
}

/** @param isCautious for a page on which the other rules left nothing; see `preparePage` */
export function prepareSource(source: ReadPage, isCautious = false): PreparedPage {
  const { page, article, metadata } = source;
  const body = cloneTree(page.body);
  const removed = new RemovalLog();
  preparePage(body, metadata.title, removed, isCautious);
  return { source, body, hints: readHints(body, article, listDescriptions(page)), removed };
}
