import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '../config/load.ts';
import type { ArticleText } from '../domain/articles/article.ts';
import { decodePage } from '../domain/articles/decode-page.ts';
import type { LabelledArticle } from '../domain/evaluation/labelled-article.ts';
import { articleFromText } from './article-input.ts';
import type { CliContext, StageOptions } from './context.ts';
import { readInput, UsageError } from './input.ts';
import { readLabelled, readLabelledFile } from './labelled-input.ts';
import { operate } from './operations-command.ts';

export interface SourceOptions extends StageOptions {
  readonly title?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly publisher?: string | undefined;
  /** Which of several labelled articles. */
  readonly id?: string | undefined;
}

/** An article, with what a person found in it where it is one of a labelled set. */
export interface SourcedArticle {
  readonly article: ArticleText;
  readonly labelled?: LabelledArticle | undefined;
}

/**
 * An article from wherever it is: standard input, a file (text, JSON, HTML), one of labelled articles, an address to
 * be fetched, or the table by its id.
 *
 * @throws UsageError saying what was looked for, and what to give instead
 */
export async function findSource(
  source: string | undefined,
  options: SourceOptions,
  context: CliContext,
): Promise<SourcedArticle> {
  if (source !== undefined && source !== '-' && !existsSync(source)) {
    if (/^https?:\/\//i.test(source)) return { article: await fetchArticle(source, options, context) };
    if (/^[\da-f]{16}$/.test(source)) return { article: await articleOfTable(source, options, context) };
  }
  if (options.id !== undefined) return labelledArticle(source ?? join('fixtures', 'labelled'), options.id);
  const text = decodePage(await readInput(source), undefined);
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text))
    return { article: await articleOfPage(text, source ?? 'stdin', options) };
  return { article: articleFromText(text, source ?? 'stdin', options) };
}

async function labelledArticle(source: string, id: string): Promise<SourcedArticle> {
  const all = statSync(source, { throwIfNoEntry: false })?.isDirectory()
    ? await readLabelled(source)
    : await readLabelledFile(source);
  const labelled = all.find((each) => each.id === id);
  if (labelled) return { article: labelled, labelled };
  throw new UsageError(`no labelled article of ${source} has the id "${id}"`);
}

async function fetchArticle(url: string, options: SourceOptions, context: CliContext): Promise<ArticleText> {
  const web = await context.openWeb(loadSettings(context.configDir).contact);
  context.progress(`asking ${url}\n`);
  const answer = await web.fetch({ url, want: 'page' });
  if (answer.kind === 'ok')
    return articleOfPage(decodePage(answer.bytes, answer.contentType), answer.url, options);
  const why = answer.kind === 'refused' ? answer.reason : answer.kind;
  throw new UsageError(
    `${url} gave no page: ${why}. Save it with a browser, and give the file: caveat explain page.html`,
  );
}

async function articleOfPage(html: string, url: string, options: SourceOptions): Promise<ArticleText> {
  const { extractArticle } = await import('../domain/articles/extract-article.ts');
  const extraction = extractArticle(html, URL.canParse(url) ? url : 'https://page.invalid/');
  if (extraction.kind !== 'article') throw new UsageError(`no article in ${url}: ${extraction.reason}`);
  const { title, publishedAt, publisher, text } = extraction.article;
  return {
    id: url,
    url,
    publisher: options.publisher ?? publisher,
    publishedAt: options.publishedAt ?? publishedAt,
    title: options.title ?? title,
    text,
  };
}

async function articleOfTable(
  articleId: string,
  options: SourceOptions,
  context: CliContext,
): Promise<ArticleText> {
  return operate(context, options, async ({ rereading }) => {
    const known = await rereading.known.find(articleId);
    if (!known) throw new UsageError(`no article ${articleId} is known; "caveat articles" lists them`);
    if (!known.text) throw new UsageError(`the text of ${articleId} was not kept: it was off-topic at once`);
    return {
      id: articleId,
      url: known.url,
      publisher: rereading.findPublisher(known.feedId).publisher,
      publishedAt: known.extracted?.publishedAt,
      title: known.extracted?.title ?? '',
      text: await rereading.archive.readText(known.text.textKey),
    };
  });
}
