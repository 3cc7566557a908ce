import { generateOpml, parseOpml } from 'feedsmith';
import { FeedConfig } from './schema.ts';

/** Fields that OPML has no attribute for are categories, `/caveat/<field>/<value>`, as OPML 2.0 allows. */
const CATEGORY_FIELDS = ['id', 'family', 'country', 'excerptLimit'] as const;

/** What an OPML file says about a feed, for whoever turns it into a row of feeds.json. */
export interface OpmlFeed {
  readonly url: string;
  readonly publisher: string;
  readonly language?: string | undefined;
  readonly termsNote?: string | undefined;
  /** Our own fields, where the file was written by `feedsToOpml`. */
  readonly known: { readonly [F in (typeof CATEGORY_FIELDS)[number]]?: FeedConfig[F] | undefined };
}

/** Writes feeds as OPML 2.0, which every feed reader can import. */
export function feedsToOpml(feeds: readonly FeedConfig[]): string {
  const outlines = feeds.map((feed) => ({
    text: feed.publisher,
    title: feed.publisher,
    type: 'rss',
    xmlUrl: feed.url,
    language: feed.language,
    category: CATEGORY_FIELDS.map((field) => `/caveat/${field}/${feed[field]}`).join(','),
    ...(feed.termsNote === '' ? {} : { description: feed.termsNote }),
  }));
  return `${generateOpml({ head: { title: 'Feeds of Caveat' }, body: { outlines } }).trim()}\n`;
}

/**
 * The feeds that an OPML file lists, in any depth of folders.
 *
 * @throws Error when the text is not OPML
 */
export function feedsOfOpml(text: string): OpmlFeed[] {
  const { body } = parseOpml(text);
  const feeds: OpmlFeed[] = [];
  const open = [...(body?.outlines ?? [])].reverse();
  for (let outline = open.pop(); outline !== undefined; outline = open.pop()) {
    open.push(...[...(outline.outlines ?? [])].reverse());
    if (outline.xmlUrl === undefined) continue;
    feeds.push({
      url: outline.xmlUrl,
      publisher: outline.text || outline.title || hostOf(outline.xmlUrl),
      language: outline.language,
      termsNote: outline.description,
      known: knownFields(outline.category ?? ''),
    });
  }
  return feeds;
}

function knownFields(category: string): OpmlFeed['known'] {
  const values = Object.fromEntries(
    category.split(',').flatMap((each) => {
      const [, name, value] = /^\/caveat\/(\w+)\/(.+)$/.exec(each.trim()) ?? [];
      return name === undefined ? [] : [[name, name === 'excerptLimit' ? Number(value) : value]];
    }),
  );
  const known = FeedConfig.pick({ id: true, family: true, country: true, excerptLimit: true })
    .partial()
    .safeParse(values);
  return known.success ? known.data : {};
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? url;
}
