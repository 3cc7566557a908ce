/** What `parseFeed` found in one feed document. Strings are trimmed; links are absolute. */
export interface ParsedFeed {
  readonly title?: string | undefined;
  /** The address of the site the feed belongs to. */
  readonly link?: string | undefined;
  /** BCP 47 tag as the feed states it. */
  readonly language?: string | undefined;
  /** RSS `<ttl>`, in minutes. */
  readonly ttlMinutes?: number | undefined;
  /** `sy:updatePeriod` divided by `sy:updateFrequency`, in minutes. */
  readonly updateEveryMinutes?: number | undefined;
  /** WebSub hub, where one is announced. */
  readonly hubUrl?: string | undefined;
  readonly items: readonly FeedItem[];
  /** What had to be mended before the document could be read, in the order it was done. Empty for a clean feed. */
  readonly repairs: readonly string[];
}

/** One entry of a feed, as published there. */
export interface FeedItem {
  /**
   * The item's own identifier, else its link, else a hash of its title, date and text. Never empty. One that may be an
   * address, and is relative, is resolved like a link. Items of one document may share one, as published.
   */
  readonly id: string;
  /**
   * What the item is known again by: its identifier to the letter, wherever the document was fetched from, with its link
   * added where an item before it has the same. No two items of a document share one.
   */
  readonly key: string;
  readonly title?: string | undefined;
  /** Absolute http(s) address of the page. */
  readonly link?: string | undefined;
  /** ISO 8601 in UTC. Missing when the feed gives no readable date: it never becomes "now". */
  readonly published?: string | undefined;
  /** ISO 8601 in UTC. */
  readonly updated?: string | undefined;
  /** HTML or text of the summary, as published. */
  readonly summary?: string | undefined;
  /** HTML or text of the whole body, where the feed carries it. */
  readonly content?: string | undefined;
  readonly author?: string | undefined;
  readonly categories: readonly string[];
  readonly language?: string | undefined;
  readonly enclosures: readonly Enclosure[];
}

/** A file attached to an item: RSS `enclosure`, Atom `link rel="enclosure"`, JSON Feed `attachments`. */
export interface Enclosure {
  readonly url: string;
  readonly type?: string | undefined;
  readonly lengthBytes?: number | undefined;
}
