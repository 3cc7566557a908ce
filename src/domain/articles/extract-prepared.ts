import type { ExtractedArticle, Extraction } from './article.ts';
import { chooseBody, FEW_WORDS, isNearlyEmpty } from './choose-body.ts';
import { wordsIn } from './cleaning/block-step.ts';
import { cleanBlocks } from './cleaning/clean-blocks.ts';
import type { RemovalLog } from './cleaning/removal-log.ts';
import { isProse } from './cleaning/sentence-shape.ts';
import { readBlocks, type TextBlock } from './cleaning/text-blocks.ts';
import type { ParseHtml } from './document-of-tree.ts';
import { freePoints } from './free-points.ts';
import { detectLanguage } from './metadata/detect-language.ts';
import { detectNonArticle } from './metadata/detect-non-article.ts';
import { detectNotices } from './metadata/detect-notices.ts';
import { readHeadlineZone } from './metadata/headline-zone.ts';
import { readDates } from './metadata/read-dates.ts';
import { readLiveEntries } from './metadata/read-live-entries.ts';
import type { PageElement } from './page-tree.ts';
import { type PreparedPage, prepareSource } from './prepared-page.ts';
import type { ReadPage } from './read-whole-page.ts';
import { runReadability } from './run-readability.ts';
import { trimLinkLists } from './trim-link-lists.ts';
import { withStandfirst } from './with-standfirst.ts';

const MAX_EXCERPT_CHARS = 300;

/**
 * As `extractArticle`, of a page that somebody has prepared already; `prepared` stays as it is.
 *
 * @param parse the parser of the pages that need one
 */
export function extractPrepared(prepared: PreparedPage, parse: ParseHtml): Extraction {
  const { source } = prepared;
  const found = findBody(prepared, parse);
  const frame = { ...source.metadata, pictureTexts: source.page.pictureTexts };
  const blocks = withStandfirst(
    cleanBlocks(found.blocks, frame, found.removed),
    found.body,
    source.page,
    frame,
  );
  const text = blocks.map((block) => block.text).join('\n\n');
  const reason = detectNonArticle({
    title: source.page.title,
    text,
    visibleText: `${source.visibleText} ${source.page.noscriptText}`,
    scriptCount: source.page.scriptCount,
  });
  if (reason) return { kind: 'not-readerable', reason };
  return { kind: 'article', article: describeArticle(source, found, blocks, text) };
}

/** The article's blocks as found, before they are cleaned, and the prepared page they were found in. */
interface FoundBody {
  readonly blocks: readonly TextBlock[];
  readonly body: PageElement;
  readonly removed: RemovalLog;
}

/** Where the rules of preparation left next to nothing, the page is read again without them. */
function findBody(prepared: PreparedPage, parse: ParseHtml): FoundBody {
  const found = findPreparedBody(prepared, parse);
  if (wordsIn(found.blocks) >= FEW_WORDS || !isNearlyEmpty(prepared.hints)) return found;
  const cautious = findPreparedBody(prepareSource(prepared.source, true), parse);
  const isBetter = wordsIn(cautious.blocks.filter(isProse)) > 2 * wordsIn(found.blocks.filter(isProse));
  return isBetter ? cautious : found;
}

/** Readability's choice among the prepared page's elements, weighed against what the page says itself. */
function findPreparedBody({ source, body, hints, removed }: PreparedPage, parse: ParseHtml): FoundBody {
  const { page, url, metadata } = source;
  const log = removed.copy();
  const content = runReadability(metadata.title, body, parse);
  if (content) {
    freePoints(content, page.body, [url, metadata.canonicalUrl]);
    trimLinkLists(content, log);
  }
  return { blocks: chooseBody(content ? readBlocks(content) : [], hints), body, removed: log };
}

function describeArticle(
  source: ReadPage,
  found: FoundBody,
  blocks: readonly TextBlock[],
  text: string,
): ExtractedArticle {
  const { page, article, metadata, objects, visibleText } = source;
  const firstBlock = blocks[0];
  const topLines = found.blocks
    .slice(0, firstBlock ? found.blocks.indexOf(firstBlock) : 0)
    .map((block) => block.text);
  const { notices: dateNotices, ...dates } = readDates(page, article, {
    headlineZone: () => readHeadlineZone(page.body, metadata.title),
    topLines,
    addresses: [metadata.canonicalUrl, source.url],
  });
  const entries = readLiveEntries(found.body, objects, metadata);
  return {
    ...metadata,
    ...dates,
    language: detectLanguage(text),
    text,
    excerpt: excerptOf(text),
    removed: found.removed.list(),
    notices: [
      ...page.cuts,
      ...dateNotices,
      ...detectNotices(page, article, blocks, visibleText),
      ...(entries.length > 0 ? [`live blog with ${entries.length} entries`] : []),
    ],
    ...(entries.length > 0 ? { entries } : {}),
  };
}

/** The first words, cut at a word. */
function excerptOf(text: string): string {
  const flat = text.slice(0, 2 * MAX_EXCERPT_CHARS).replace(/\s+/g, ' ');
  if (flat.length <= MAX_EXCERPT_CHARS) return flat;
  const end = flat.lastIndexOf(' ', MAX_EXCERPT_CHARS - 1);
  return `${flat.slice(0, end > 0 ? end : MAX_EXCERPT_CHARS - 1)}…`;
}
