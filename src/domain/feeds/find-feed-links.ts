import { Parser } from 'htmlparser2';
import { isWebUrl, resolveUrl } from './resolve-url.ts';

const FEED_TYPES: ReadonlySet<string> = new Set([
  'application/atom+xml',
  'application/feed+json',
  'application/rdf+xml',
  'application/rss+xml',
]);

/** Where sites keep their feeds when they do not say so, the most usual first. */
const USUAL_PATHS: readonly string[] = [
  'feed/',
  'rss',
  'rss.xml',
  'feed.xml',
  'atom.xml',
  'index.xml',
  'feeds/',
  'rss/',
];

/** The end of an address that is likely a feed's. */
const FEED_LIKE_PATH = /(?:^|[/._-])(?:atom|feed|feeds|rdf|rss)(?:\.xml|\.rdf|\.rss|\.atom|\.json)?\/?$/i;

/** More than these are not tried: a page that names hundreds of feeds lists its sections. */
const MAX_LINKS = 10;

/**
 * The addresses of feeds that a web page names: those it announces to readers of feeds in the order of the page, then
 * those it merely links to. Feeds of comments come last.
 *
 * @param pageUrl what relative addresses are resolved against, unless the page has a `base`
 * @see WHATWG HTML, section 4.6.7.1: the link type "alternate"
 */
export function findFeedLinks(html: string, pageUrl: string): string[] {
  const announced: string[] = [];
  const linked: string[] = [];
  let base = pageUrl;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const url = resolveUrl(attributes['href'], base);
      if (url === undefined || !isWebUrl(url)) return;
      if (name === 'base') base = url;
      if (name === 'link' && announcesFeed(attributes)) announced.push(url);
      if (name === 'a' && FEED_LIKE_PATH.test(new URL(url).pathname)) linked.push(url);
    },
  });
  parser.end(html);
  const all = [...new Set([...announced, ...linked])];
  return [...all.filter((url) => !isOfComments(url)), ...all.filter(isOfComments)].slice(0, MAX_LINKS);
}

/** Addresses worth a try where a page names no feed, below the page and at the root of its site. */
export function usualFeedAddresses(pageUrl: string): string[] {
  const { origin, pathname } = new URL(pageUrl);
  const folder = pathname.replace(/[^/]*$/, '');
  const folders = folder === '/' ? ['/'] : [folder, '/'];
  return folders.flatMap((each) => USUAL_PATHS.map((path) => `${origin}${each}${path}`)).slice(0, MAX_LINKS);
}

function announcesFeed(attributes: Readonly<Record<string, string>>): boolean {
  const relations = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
  const type = (attributes['type'] ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
  return relations.includes('alternate') && FEED_TYPES.has(type);
}

function isOfComments(url: string): boolean {
  return /comments?\b/i.test(url);
}
