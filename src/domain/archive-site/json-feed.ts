import { textOf } from './atom-feed.ts';
import type { SiteFeed } from './site-feed.ts';

/** The feed as JSON Feed 1.1 (jsonfeed.org). Addresses of the site itself are left out where nobody knows where it is read. */
export function writeJsonFeed(feed: SiteFeed): string {
  const { siteUrl } = feed;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    language: 'en',
    ...(siteUrl === undefined
      ? {}
      : { home_page_url: `${siteUrl}${feed.page}`, feed_url: `${siteUrl}${feed.file}.json` }),
    authors: [{ name: 'Caveat' }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      ...(entry.url === undefined ? {} : { url: entry.url }),
      title: entry.title,
      content_text: textOf(entry),
      date_published: entry.published,
      date_modified: entry.updated,
      authors: [{ name: entry.author }],
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
