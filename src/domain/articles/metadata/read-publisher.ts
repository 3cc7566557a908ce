import type { Page } from '../read-page.ts';
import { type JsonLdObject, textIn, typesOf } from './json-ld.ts';

/** The publisher's name: of the article's JSON-LD, of the site's, or what the head states. */
export function readPublisher(
  page: Page,
  article: JsonLdObject | undefined,
  objects: readonly JsonLdObject[],
): string | undefined {
  const site = objects.find((object) => typesOf(object).includes('WebSite'));
  return (
    textIn(article?.['publisher']) ??
    page.meta.get('og:site_name') ??
    textIn(site?.['name']) ??
    textIn(site?.['publisher']) ??
    page.meta.get('application-name')
  );
}

/** Everything the site may call itself in a title: its stated names, and its host, whole and by its labels. */
export function listSiteNames(
  page: Page,
  publisher: string | undefined,
  url: URL | undefined,
): readonly string[] {
  const host = url?.hostname.replace(/^(?:www|m|amp)\./, '') ?? '';
  const names = [
    publisher,
    page.meta.get('og:site_name'),
    page.meta.get('application-name'),
    page.meta.get('twitter:site')?.replace(/^@/, ''),
    host,
    ...host.split('.').filter((label) => label.length > 3),
  ];
  return names.filter((name): name is string => name !== undefined && name !== '');
}

/** The desk or section: `articleSection`, else `article:section`. */
export function readSection(page: Page, article: JsonLdObject | undefined): string | undefined {
  return textIn(article?.['articleSection']) ?? page.meta.get('article:section') ?? page.meta.get('section');
}

/** The page's own address for itself, absolute; one that points at the front page is a template's mistake. */
export function readCanonicalUrl(page: Page, url: URL | undefined): string | undefined {
  const stated = [
    page.links.find((link) => link.rel.split(/\s+/).includes('canonical'))?.href,
    page.meta.get('og:url'),
  ];
  for (const href of stated) {
    const address = href === undefined ? null : URL.parse(href, url?.href);
    if (!address || !/^https?:$/.test(address.protocol)) continue;
    if (address.pathname === '/' && address.search === '' && url && url.pathname !== '/') continue;
    address.hash = '';
    return address.href;
  }
  return undefined;
}
