import type { Extraction } from './article.ts';
import { cleanBlocks } from './cleaning/clean-blocks.ts';
import { preparePage } from './cleaning/prepare-page.ts';
import { RemovalLog } from './cleaning/removal-log.ts';
import { readBlocks } from './cleaning/text-blocks.ts';
import { createElement, renderHtml } from './page-tree.ts';
import { readPage } from './read-page.ts';
import { runReadability } from './readability-window.ts';

const MAX_EXCERPT_CHARS = 300;

/** Finds the article in a page and nothing but the article, or says why there is none. */
export function extractArticle(html: string, _url: string): Extraction {
  const page = readPage(html);
  const log = new RemovalLog();
  preparePage(page.body, log);
  const content = runReadability(renderDocument(page.title, renderHtml(page.body)));
  const blocks = content ? readBlocks(content) : [];
  const frame = { title: page.title, byline: [] };
  const text = cleanBlocks(blocks, frame, log)
    .map((block) => block.text)
    .join('\n\n');
  if (text === '') return { kind: 'not-readerable', reason: 'no text' };
  return {
    kind: 'article',
    article: {
      title: page.title,
      byline: [],
      text,
      excerpt: excerptOf(text),
      removed: log.list(),
      notices: page.cuts,
    },
  };
}

function renderDocument(title: string, body: string): string {
  const head = createElement('title');
  head.children.push(title);
  return `<!doctype html><html><head>${renderHtml(head)}</head>${body}</html>`;
}

/** The first words, cut at a word. */
function excerptOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  if (flat.length <= MAX_EXCERPT_CHARS) return flat;
  return flat.slice(0, flat.lastIndexOf(' ', MAX_EXCERPT_CHARS - 1)).concat('…');
}
