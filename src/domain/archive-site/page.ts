import { createHash } from 'node:crypto';
import type { ArticleLink } from '../digest/digest.ts';
import { type HtmlValue, html, link, type Markup, toHtmlString } from '../digest/html.ts';
import { SITE_STYLE } from './site-style.ts';

/** One file of the archive site. */
export interface SitePage {
  /** Names the page in the window's title and on top of it. */
  readonly title: string;
  readonly topicLabel: string;
  /** What the reader looks at: marked in the navigation. */
  readonly place: 'digests' | 'timeline' | 'digest';
  /** Style of this page alone. */
  readonly style?: Markup | undefined;
  readonly content: HtmlValue;
}

/**
 * A whole HTML document that stands by itself: its one style sheet is inside, nothing is loaded from anywhere, and a policy
 * forbids all that is not this sheet (CSP Level 3, style-src with a hash). No script; works from a file.
 */
export function renderPage(page: SitePage): string {
  const style = html`${SITE_STYLE}${page.style}`;
  const home = page.place === 'digest' ? '../' : '';
  return toHtmlString(html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${page.title} · Caveat</title>
<link rel="alternate" type="application/atom+xml" title="Changes of position" href="${home}changes.atom">
<link rel="alternate" type="application/feed+json" title="Changes of position" href="${home}changes.json">
<link rel="alternate" type="application/atom+xml" title="Relevant articles" href="${home}articles.atom">
<link rel="alternate" type="application/feed+json" title="Relevant articles" href="${home}articles.json">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top"><p class="wordmark">CAVEAT</p><p class="topic">${page.topicLabel}</p>
<nav aria-label="Archive">${navigation(page.place, home)}</nav></header>
<main id="content">
<h1>${page.title}</h1>
${page.content}
</main>
<footer class="foot"><p>What was reported, with the words that say so; every entry links to its article. Feeds: <a href="${home}changes.atom">changes</a> (<a href="${home}changes.json">JSON</a>), <a href="${home}articles.atom">articles</a> (<a href="${home}articles.json">JSON</a>).</p></footer>
</body>
</html>
`);
}

/** Text of unknown direction, kept from turning its neighbours (HTML Standard, the bdi element). */
export function ownDirection(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** The publisher's name, linked to the article where its address is fit for it. The policy of the page keeps it unnamed there. */
export function sourceLink({ publisher, url }: ArticleLink): Markup {
  return link(url, ownDirection(publisher), html``);
}

function navigation(place: SitePage['place'], home: string): Markup[] {
  const links = [
    { name: 'Digests', file: 'index.html', isHere: place === 'digests' },
    { name: 'Timeline', file: 'timeline.html', isHere: place === 'timeline' },
  ];
  return links.map(
    ({ name, file, isHere }) =>
      html`<a href="${home}${file}"${isHere && html` aria-current="page"`}>${name}</a> `,
  );
}

function policyFor(style: Markup): string {
  const hash = createHash('sha256').update(toHtmlString(style), 'utf8').digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
