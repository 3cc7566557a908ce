/**
 * The address of the page that an AMP cache or viewer shows a copy of.
 *
 * - Google AMP Cache: `https://www-example-org.cdn.ampproject.org/c/s/www.example.org/story`, where the first
 *   letter is the kind of content and `s` says that the original is served over https
 * - AMP viewers: `https://www.google.com/amp/s/www.example.org/story`, and the same at Bing
 *
 * @returns the original address, or undefined when the page is no copy
 * @see amp.dev: AMP Cache URL format
 */
export function unwrapAmpCache(page: URL): string | undefined {
  const isCache = /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/.test(page.hostname);
  const isViewer = /^(?:www\.)?(?:google\.[a-z.]{2,6}|bing\.com)$/.test(page.hostname);
  const pattern = isCache
    ? /^\/[a-z](\/s)?\/([^/]+\.[^/]+.*)$/
    : isViewer
      ? /^\/amp(\/s)?\/([^/]+\.[^/]+.*)$/
      : undefined;
  const match = pattern?.exec(page.pathname);
  if (!match?.[2]) return undefined;
  return `${match[1] === undefined ? 'http' : 'https'}://${match[2]}${page.search}`;
}
