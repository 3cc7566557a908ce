import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { extractArticle } from '../../src/domain/articles/extract-article.ts';
import { load } from './installed.ts';
import { textOfHtml } from './text-of-html.ts';

/** @returns the article's text, or nothing where none was found */
export type Extract = (html: string, url: string) => Promise<string> | string;

/** Loaded only when asked for, so that one extractor's memory is not counted as another's. */
export const CONTESTANTS: Readonly<Record<string, () => Promise<Extract>>> = {
  caveat: async () => (html, url) => {
    const extraction = extractArticle(html, url);
    return extraction.kind === 'article' ? extraction.article.text : '';
  },
  'jsdom + Readability': async () => (html, url) => {
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    const content = new Readability(window.document).parse()?.content;
    window.close();
    return textOfHtml(content);
  },
  'linkedom + Readability': async () => {
    const { parseHTML } = await import('linkedom');
    return (html) => textOfHtml(new Readability(parseHTML(html).document).parse()?.content);
  },
  '@extractus/article-extractor': async () => {
    const { extractFromHtml } = await load('@extractus/article-extractor');
    return async (html, url) => textOfHtml((await extractFromHtml(html, url))?.content);
  },
  '@postlight/parser': async () => {
    const { default: parser } = await load('@postlight/parser');
    return async (html, url) => textOfHtml((await parser.parse(url, { html, fetchAllPages: false })).content);
  },
};
