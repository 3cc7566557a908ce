import { join } from 'node:path';
import { loadTopicPacks } from '../../src/config/load.ts';
import { boundArticle } from '../../src/domain/articles/bound-article.ts';
import { extractPrepared } from '../../src/domain/articles/extract-prepared.ts';
import { parseHtml } from '../../src/domain/articles/jsdom-window.ts';
import { type PreparedPage, readPreparedPage } from '../../src/domain/articles/prepared-page.ts';
import { couldBeRelevant } from '../../src/domain/relevance/could-be-relevant.ts';
import { pageCouldBeRelevant } from '../../src/domain/relevance/page-could-be-relevant.ts';
import { compileTopic } from '../../src/domain/topics/compile-topic.ts';
import { NO_READERS } from '../../src/domain/topics/topic-readers.ts';

const topic = loadTopicPacks(join(import.meta.dirname, '..', '..', 'config'))
  .map((pack) => compileTopic(pack, NO_READERS))
  .find(({ id }) => id === 'weapons-use-restrictions');

/** What the pipeline asks of every page before it reads it: a scan of its source. */
export function couldMatter(html: string): boolean {
  if (!topic) throw new Error('config/topics has no pack "weapons-use-restrictions"');
  return pageCouldBeRelevant(html, topic);
}

/** What it asks then: a look at what preparation leaves. */
export function couldMatterPrepared(page: PreparedPage): boolean {
  if (!topic) throw new Error('config/topics has no pack "weapons-use-restrictions"');
  const bound = boundArticle(page);
  return bound === undefined || couldBeRelevant(bound, topic);
}

/** What the pipeline does with a page: most end at the scan, some at the second look, and the rest are read. */
export function extractWhereItMatters(html: string, url: string): string {
  if (!couldMatter(html)) return '';
  const prepared = readPreparedPage(html, url);
  if (!couldMatterPrepared(prepared)) return '';
  const extraction = extractPrepared(prepared, parseHtml);
  return extraction.kind === 'article' ? extraction.article.text : '';
}
