import { getDomain } from 'tldts';
import { isTrackingParameter } from './is-tracking-parameter.ts';
import { unwrapAmpCache } from './unwrap-amp-cache.ts';

/** Host labels under which sites serve the same pages to other devices. Sorted. */
const ALIAS_LABELS: ReadonlySet<string> = new Set(['amp', 'm', 'mobile', 'www', 'www2']);

/** Longer addresses name no article. */
const MAX_URL_CHARACTERS = 4_096;

/**
 * Gives an article one address, so that it is known again when it is published with tracking parameters, over
 * http, on a mobile or AMP host, or with its parameters in another order.
 *
 * The result names the article; it need not be an address that answers. Parameters that could select an
 * article are kept, so two articles do not become one.
 *
 * @returns an `https:` address, or undefined for anything that is not http(s) or holds credentials
 */
export function identityUrl(url: string): string | undefined {
  const written = url.trim();
  if (written.length > MAX_URL_CHARACTERS) return undefined;
  const page = webPage(written);
  if (page === undefined) return undefined;
  const origin = `https://${siteHost(page.hostname)}${page.port === '' ? '' : `:${page.port}`}`;
  return `${origin}${pagePath(page.pathname)}${pageQuery(page.search)}${pageState(page.hash)}`;
}

/** The address itself, or the one that an AMP cache serves a copy of. */
function webPage(url: string): URL | undefined {
  let page = parseWebUrl(url);
  for (let cached = unwrap(page); cached !== undefined; cached = unwrap(page)) page = cached;
  return page;
}

function unwrap(page: URL | undefined): URL | undefined {
  const original = page === undefined ? undefined : unwrapAmpCache(page);
  return original === undefined ? undefined : parseWebUrl(original);
}

function parseWebUrl(url: string): URL | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  return parsed.username === '' && parsed.password === '' && parsed.hostname !== '' ? parsed : undefined;
}

/** "www.example.org." → "example.org"; a label is only dropped when a registrable domain is left. */
function siteHost(hostname: string): string {
  let host = hostname.replace(/\.+$/, '') || hostname;
  for (;;) {
    const dot = host.indexOf('.');
    const rest = host.slice(dot + 1);
    if (dot === -1 || !ALIAS_LABELS.has(host.slice(0, dot)) || getDomain(rest) === null) return host;
    host = rest;
  }
}

/** "/News//a.amp.html" → "/News/a.html". Repeats until nothing is left to drop. */
function pagePath(pathname: string): string {
  let path = evenEscapes(pathname).replace(/\/{2,}/g, '/');
  for (;;) {
    const shorter = path
      .replace(/;jsessionid=[^/]*$/i, '')
      .replace(/\/index\.html?$/i, '/')
      .replace(/\.amp(?=\.html?$|$)/i, '')
      .replace(/(?<=[^/])\/amp\/?$/i, '')
      .replace(/^\/amp(?=\/[^/])/i, '')
      .replace(/(?<=.)\/$/, '');
    if (shorter === path) return path;
    path = shorter;
  }
}

/** Drops tracking and sorts by name. Values stay as they are written, in whatever encoding they are. */
function pageQuery(search: string): string {
  const pairs = evenEscapes(search.slice(1))
    .replace(/%20/g, '+')
    .split('&')
    .map((pair) => pair.replace(/^(?:amp;)+/i, ''))
    .filter((pair) => pair !== '' && !isTrackingPair(pair));
  const sorted = pairs.toSorted((one, other) => compareText(nameOf(one), nameOf(other)));
  return sorted.length === 0 ? '' : `?${sorted.join('&')}`;
}

function isTrackingPair(pair: string): boolean {
  const name = nameOf(pair);
  return isTrackingParameter(name, pair.slice(name.length + 1));
}

function nameOf(pair: string): string {
  const equals = pair.indexOf('=');
  return equals === -1 ? pair : pair.slice(0, equals);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** "#!/story/1" selects a page; any other fragment is a place within one. */
function pageState(hash: string): string {
  return hash.startsWith('#!') && hash.length > 2 ? hash : '';
}

/** RFC 3986, section 6.2.2: escapes in upper case, and none where none is needed. */
function evenEscapes(text: string): string {
  return text.replace(/%[\da-f]{2}/gi, (written) => {
    const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : written.toUpperCase();
  });
}
