import { Parser } from 'htmlparser2';
import type { ItemMessage } from '../contract/messages.ts';
import type { ExtractedArticle } from '../domain/articles/article.ts';

/** Fewer words than this are a teaser: not enough to tell what an article says. */
const MIN_WORDS = 40;
const EXCERPT_CHARS = 300;

const BLOCKS = new Set([
  'article',
  'blockquote',
  'br',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ol',
  'p',
  'section',
  'table',
  'td',
  'tr',
  'ul',
]);
const UNREAD = new Set(['script', 'style', 'figcaption', 'template']);

/** An article made of a feed's own text. Undefined when that is only a teaser. */
export function articleOfFeedText(message: ItemMessage): ExtractedArticle | undefined {
  const text = paragraphsOf(message.feedText ?? '').join('\n\n');
  if (text.split(/\s+/).length < MIN_WORDS) return undefined;
  return {
    title: message.title,
    byline: [],
    publishedAt: message.publishedAt,
    text,
    excerpt: excerptOf(text),
    removed: [],
    notices: ['the text is the feed’s own; the page could not be read'],
  };
}

function paragraphsOf(html: string): string[] {
  const paragraphs: string[] = [];
  let current = '';
  let unread = 0;
  const endParagraph = () => {
    const text = current.replace(/\s+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    current = '';
  };
  const parser = new Parser({
    onopentag(name) {
      if (UNREAD.has(name)) unread += 1;
      if (BLOCKS.has(name)) endParagraph();
    },
    ontext(text) {
      if (unread === 0) current += text;
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread -= 1;
      if (BLOCKS.has(name)) endParagraph();
    },
  });
  parser.end(html);
  endParagraph();
  return paragraphs;
}

function excerptOf(text: string): string {
  if (text.length <= EXCERPT_CHARS) return text;
  const cut = text.slice(0, EXCERPT_CHARS);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
}
