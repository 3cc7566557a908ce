import type { LedgerRow, ReportedPosition } from '../domain/ledger/ledger.ts';
import type { Quote } from '../domain/quotes/quote.ts';
import type { Delivery, DigestRecord, FeedState, ListedArticle, StoryRecord } from './ports.ts';

/** A span of calendar days in UTC, both ends included, `YYYY-MM-DD`. */
export interface DaySpan {
  readonly since: string;
  readonly until: string;
}

/** One article with everything known of it. */
export interface WholeArticle {
  readonly articleId: string;
  /** The marker and what extraction found, as stored. */
  readonly article: Readonly<Record<string, unknown>>;
  readonly topics: readonly Readonly<Record<string, unknown>>[];
  readonly positions: readonly Readonly<Record<string, unknown>>[];
  readonly quotes: readonly Readonly<Record<string, unknown>>[];
}

export interface SpokenQuote extends Quote {
  readonly articleId: string;
  readonly url: string;
  readonly publisher: string;
  readonly listedAt: string;
}

export interface SentDigest extends DigestRecord {
  /** Deliveries by what became of them. */
  readonly deliveries: Readonly<Partial<Record<Delivery['status'], number>>>;
}

/**
 * The questions the table answers, each with one Query: what is scanned is what is returned.
 * Two of them need more: an article by its address looks the address up first.
 */
export interface Questions {
  /** Relevant articles, newest first. */
  readonly listArticles: (
    topic: string,
    span: DaySpan,
    relevance: 'core' | 'mention',
  ) => Promise<ListedArticle[]>;
  /** A country's positions, oldest first. */
  readonly listPositionsOf: (topic: string, country: string) => Promise<ReportedPosition[]>;
  /** Positions stated in a span of days, oldest first. */
  readonly listPositionsStated: (topic: string, span: DaySpan) => Promise<ReportedPosition[]>;
  readonly listLedger: (topic: string, country?: string) => Promise<LedgerRow[]>;
  /** What a person said, newest first. Names are compared without case. */
  readonly listQuotes: (topic: string, speaker: string) => Promise<SpokenQuote[]>;
  readonly listStories: (topic: string, date: string) => Promise<StoryRecord[]>;
  readonly listFeeds: () => Promise<FeedState[]>;
  /** Digests sent, newest first. */
  readonly listDigests: (topic: string, span: DaySpan) => Promise<SentDigest[]>;
  readonly findArticle: (idOrUrl: string) => Promise<WholeArticle | undefined>;
}
