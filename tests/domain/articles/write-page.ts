import type { ExtractedArticle, Extraction } from '../../../src/domain/articles/article.ts';
import { extractArticle } from '../../../src/domain/articles/extract-article.ts';

export const TITLE = 'Ferry to the outer islands sails again after two years';

/** Six paragraphs of an article that nobody published: enough for Readability, and each of its own length. */
export const PARAGRAPHS: readonly string[] = [
  'The ferry to the outer islands sailed again on Monday morning, two years after a storm had broken its pier and left forty families without a way to the mainland.',
  'About sixty passengers, a van with bread and three goats were on board when the ship left the harbour at seven, a quarter of an hour late because the mayor had not finished her speech.',
  '“We had got used to the quiet,” said a teacher who has lived on the largest island for thirty years. “We had also got used to having no dentist.”',
  'The county has paid for a new pier of steel and concrete, which engineers say will stand waves of nine metres. The old one was built of timber in 1961 and was repaired eleven times.',
  'From April the ship will call at every island twice a day. In winter, the timetable says, it will sail only when the wind allows it, and the decision will be published by six in the morning.',
  'Islanders do not expect that many of those who moved away will return. The school has eight pupils, and the shop, which closed in the first winter, has become a workshop for boats.',
];

export const TEXT = PARAGRAPHS.join('\n\n');

export function paragraphs(texts: readonly string[] = PARAGRAPHS): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n');
}

/** A page around `body`, its head in the manner of most. */
export function writePage(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE} | Harbour Times</title>
<meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="Harbour Times">${head}
<style>p { color: red }</style><script>window.start = 1;</script></head><body>
<header><a href="/">Harbour Times</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
${body}
<footer><p>Harbour Times, 1 Quay Street. All rights reserved.</p></footer></body></html>`;
}

export function read(html: string, url = 'https://www.harbour-times.example/news/ferry'): Extraction {
  return extractArticle(html, url);
}

/** @throws when the page is taken for no article */
export function readArticle(html: string, url?: string): ExtractedArticle {
  const extraction = read(html, url);
  if (extraction.kind !== 'article') throw new Error(`not readerable: ${extraction.reason}`);
  return extraction.article;
}

/** Names of the steps that removed something. */
export function stepsOf(article: ExtractedArticle): readonly string[] {
  return [...new Set(article.removed.map(({ step }) => step))];
}
