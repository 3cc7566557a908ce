import type { Digest } from '../digest/digest.ts';
import { writeAtomFeed } from './atom-feed.ts';
import type { TimelineInput } from './compile-timeline.ts';
import { type FeedArticle, feedArticles } from './feed-articles.ts';
import { type FeedPlace, feedChanges } from './feed-changes.ts';
import { writeTimelinePage } from './fit-timeline.ts';
import { writeJsonFeed } from './json-feed.ts';
import { renderDigestPage } from './render-digest-page.ts';
import { type IndexedDigest, renderIndex } from './render-index.ts';
import type { SiteFeed } from './site-feed.ts';

/** One file of the archive site. */
export interface SiteFile {
  /** Below the site's own folder, such as `digests/2024-05-31.html`. */
  readonly path: string;
  /** Media type, with its charset where it is text. */
  readonly contentType: string;
  readonly body: string;
}

const HTML = 'text/html; charset=utf-8';

export function digestFile(digest: Digest): SiteFile {
  return { path: `digests/${digest.date}.html`, contentType: HTML, body: renderDigestPage(digest) };
}

/** What is written anew whenever anything is added: the index, the timeline and the feeds. */
export function frontFiles(
  input: TimelineInput,
  content: { readonly digests: readonly IndexedDigest[]; readonly articles: readonly FeedArticle[] },
  place: FeedPlace,
): SiteFile[] {
  return [
    ...feedFiles(feedChanges(input, place)),
    ...feedFiles(feedArticles(content.articles, input, place)),
    { path: 'timeline.html', contentType: HTML, body: writeTimelinePage(input) },
    { path: 'index.html', contentType: HTML, body: renderIndex(input.topicLabel, content.digests) },
  ];
}

function feedFiles(feed: SiteFeed): SiteFile[] {
  return [
    {
      path: `${feed.file}.atom`,
      contentType: 'application/atom+xml; charset=utf-8',
      body: writeAtomFeed(feed),
    },
    { path: `${feed.file}.json`, contentType: 'application/feed+json', body: writeJsonFeed(feed) },
  ];
}
