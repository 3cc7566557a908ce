import { descendants, type PageElement } from '../page-tree.ts';

/** An address is the site's own when it is relative, or of the host that most of the page's links go to. */
export function ownAddresses(body: PageElement): (href: string) => boolean {
  const own = countHosts(body).mostLinked;
  return (href) => {
    const host = hostOf(href);
    return host === undefined ? isRelative(href) : host === own;
  };
}

/**
 * An address is foreign when it names a host that is neither one of the page's own addresses nor one to which more
 * links go than to relative addresses.
 *
 * @param addresses where the page is known to be from
 */
export function foreignAddresses(
  body: PageElement,
  addresses: readonly (string | undefined)[],
): (href: string) => boolean {
  const { mostLinked, count, relativeCount } = countHosts(body);
  const own = [
    ...addresses.map((address) => hostOf(address ?? '')),
    count > relativeCount ? mostLinked : undefined,
  ];
  return (href) => {
    const host = hostOf(href);
    return host !== undefined && !own.some((one) => one !== undefined && isOfSite(host, one));
  };
}

function countHosts(body: PageElement): {
  mostLinked: string | undefined;
  count: number;
  relativeCount: number;
} {
  const counts = new Map<string, number>();
  let relativeCount = 0;
  for (const { name, attributes } of descendants(body)) {
    const href = name === 'a' ? (attributes['href'] ?? '') : '';
    const host = hostOf(href);
    if (host) counts.set(host, (counts.get(host) ?? 0) + 1);
    else if (isRelative(href)) relativeCount += 1;
  }
  const [mostLinked, count] = [...counts].reduce<[string | undefined, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [undefined, 0],
  );
  return { mostLinked, count, relativeCount };
}

/** The same host, or one of the same site's: "blog.harbour.example" beside "harbour.example". */
function isOfSite(host: string, own: string): boolean {
  return host === own || host.endsWith(`.${own}`) || own.endsWith(`.${host}`);
}

function hostOf(href: string): string | undefined {
  return /^\s*(?:https?:)?\/\/([^/?#\s]+)/i
    .exec(href)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '');
}

/** A link to a place in the same page, or to a program, is no headline. */
function isRelative(href: string): boolean {
  return href.trim() !== '' && !/^\s*(?:#|javascript:|mailto:|tel:)/i.test(href);
}
