import type { DeliveryMessage, FeedMessage, FoldMessage, ItemMessage } from '../contract/messages.ts';
import type { ExtractedArticle } from '../domain/articles/article.ts';
import type { PollFailure } from '../domain/feeds/poll-delay.ts';
import type { LedgerRow, ReportedPosition } from '../domain/ledger/ledger.ts';
import type { HostTurn } from '../domain/manners/host-turn.ts';
import type { RobotsRules } from '../domain/manners/robots.ts';
import type { Position, Span } from '../domain/positions/position.ts';
import type { ProposalChoices } from '../domain/proposals/proposal.ts';
import type { Understanding } from '../domain/understanding.ts';
import type { PageOrigin } from './operation-ports.ts';
import type { SettledItem } from './outcome.ts';
import type { Validators } from './web.ts';

/** What the steps need of the world. All instants are ISO 8601 in UTC. */

export interface Log {
  info(event: string, fields: Readonly<Record<string, unknown>>): void;
  error(event: string, fields: Readonly<Record<string, unknown>>): void;
}

export interface Queue<M> {
  /** Sends all, in requests of at most ten. @throws StepError `queue-refused` when any was refused */
  send(messages: readonly M[], options?: { delaySeconds?: number }): Promise<void>;
}
export type FeedQueue = Queue<FeedMessage>;
export type ItemQueue = Queue<ItemMessage>;
export type FoldQueue = Queue<FoldMessage>;
export type DeliveryQueue = Queue<DeliveryMessage>;

/** A feed as configured, with what is known of it from polling. */
export interface FeedState {
  readonly feedId: string;
  readonly publisher: string;
  readonly family: string;
  readonly url: string;
  readonly country: string;
  readonly language: string;
  readonly excerptLimit: number;
  readonly nextPollAt: string;
  readonly validators: Validators;
  /** SHA-256 of the last body, so that an unchanged one is not parsed again. */
  readonly bodyHash?: string | undefined;
  readonly consecutiveFailures: number;
  /** How the polls since the last one that worked have failed, oldest first, the last few. */
  readonly failures?: readonly PollFailure[] | undefined;
  readonly state: 'new' | 'read' | 'not-modified' | 'failed' | 'blocked' | 'gone';
  /** Why the last poll failed, without any of the response's text. */
  readonly reason?: string | undefined;
  readonly lastPolledAt?: string | undefined;
  readonly lastReadAt?: string | undefined;
  /** Publication of the newest item seen. */
  readonly newestItemAt?: string | undefined;
  /** Where a permanent redirect has led. */
  readonly movedTo?: string | undefined;
  /** Polls in a row on which it led there. */
  readonly movedPolls?: number | undefined;
  /** The configured address, once `url` is another because a permanent redirect has held. */
  readonly movedFrom?: string | undefined;
  /** When the server last sent a whole document, changed or not. */
  readonly lastBodyAt?: string | undefined;
  readonly rhythm?: FeedRhythm | undefined;
  /** Of the last document that was read: items that name no address of a page. Each is given up and counted once. */
  readonly itemsWithoutAddress?: number | undefined;
}

/** What the last document that was read says about when the next is worth asking for. */
export interface FeedRhythm {
  /** Publication of the newest items, newest first, at most 20; none from the future. */
  readonly newestItemsAt: readonly string[];
  /** RSS `<ttl>`. */
  readonly ttlMinutes?: number | undefined;
  /** `sy:updatePeriod` over `sy:updateFrequency`. */
  readonly updateEveryMinutes?: number | undefined;
}

export interface FeedStore {
  find(feedId: string): Promise<FeedState | undefined>;
  list(): Promise<FeedState[]>;
  /** Feeds whose next poll is due by the instant. */
  listDue(now: string): Promise<{ feedId: string }[]>;
  save(feed: FeedState): Promise<void>;
  /** Saves a feed after a poll of `askedUrl`, unless the configuration has meanwhile dropped or changed that address. */
  savePolled(feed: FeedState, askedUrl: string): Promise<void>;
  remove(feedId: string): Promise<void>;
  /** Hash of the configured feeds that the table was last brought in line with. */
  findConfigHash(): Promise<string | undefined>;
  saveConfigHash(hash: string): Promise<void>;
}

export interface ItemStore {
  /** Which of the items have an outcome already. */
  listSettled(itemIds: readonly string[]): Promise<Set<string>>;
  find(itemId: string): Promise<SettledItem | undefined>;
  /** Records an outcome once. @returns false when the item had one already, which then stands */
  settle(item: SettledItem): Promise<boolean>;
}

/** The commit marker of an article: written last, so that what it names is there. */
export interface ArticleMarker {
  readonly articleId: string;
  /** The item that became this article. */
  readonly itemId: string;
  readonly feedId: string;
  readonly url: string;
  readonly outcome: 'relevant' | 'mention' | 'off-topic';
  /** Countries with positions, per topic: whose ledger follows this article. */
  readonly countries: Readonly<Record<string, readonly string[]>>;
  readonly pageKey?: string | undefined;
  readonly fetchedAt?: string | undefined;
}

export interface StoredArticle extends ArticleMarker {
  readonly publisher: string;
  readonly publisherFamily: string;
  readonly article: Omit<ExtractedArticle, 'text' | 'removed'>;
  /** Which text was read: the page's, or the feed's own where the page refused us. */
  readonly textSource: 'page' | 'feed';
  readonly textHash: string;
  readonly textKey: string;
  /** The publication, or when first seen where that is missing or in the future. */
  readonly listedAt: string;
  readonly fetchedAt: string;
  readonly rulesVersion: string;
  /** By topic id; topics for which the article is `none` are left out. */
  readonly topics: Readonly<Record<string, Understanding>>;
}

export interface ArticleStore {
  findMarker(articleId: string): Promise<ArticleMarker | undefined>;
  /** The article an address is known to lead to. */
  findAlias(identityUrl: string): Promise<string | undefined>;
  saveAlias(identityUrl: string, articleId: string): Promise<void>;
  /**
   * Brings the article's rows in line with `article` and writes its marker last. Safe to repeat.
   *
   * @returns false when another item became this article first; its marker then stands
   */
  save(article: StoredArticle): Promise<boolean>;
  /** Marks an article that is not about any topic, so that its copies need no fetch. @returns as `save` */
  saveOffTopic(marker: ArticleMarker): Promise<boolean>;
}

export interface PositionStore {
  /** Strongly consistent; oldest first. */
  listByCountry(topic: string, country: string): Promise<ReportedPosition[]>;
}

export interface LedgerStore {
  /** Number of folds that have been committed for the country; 0 before the first. */
  findVersion(topic: string, country: string): Promise<number>;
  /** Claims the next version. @returns false when another fold was faster */
  claimVersion(topic: string, country: string, version: number): Promise<boolean>;
  /** Replaces the country's rows by those of the claimed version, unless a later version has written already. */
  saveRows(topic: string, country: string, version: number, rows: readonly LedgerRow[]): Promise<void>;
  /** Removes what the version has written and a later one no longer knew: its rows other than those named. */
  removeLeftovers(topic: string, country: string, version: number, keep: ReadonlySet<string>): Promise<void>;
  list(topic: string): Promise<LedgerRow[]>;
}

/** What a language model is asked: passages of one article, and the values that its answer may have. */
export interface ProposalRequest {
  /** The topic in a few words. */
  readonly title: string;
  readonly passages: readonly Span[];
  readonly choices: ProposalChoices;
}

export interface Proposer {
  /** One question, tried once. @returns what the model said, unchecked. @throws when it gave no usable answer in time */
  propose(request: ProposalRequest): Promise<{ readonly model: string; readonly said: readonly unknown[] }>;
}

export interface ProposalBudget {
  /** Pays for one question of a day, `YYYY-MM-DD`. @returns false when the day has had its most */
  take(day: string, most: number): Promise<boolean>;
}

export interface AskedTurn {
  /** The turn that was kept at an earlier asking. */
  readonly turnAt?: string | undefined;
  /** What the host's robots.txt asks for, where that is more than our own spacing. */
  readonly spacingSeconds?: number | undefined;
}

export interface HostStore {
  /** Takes the host's turn, or keeps the next free one and says how long to wait; atomic across concurrent functions. */
  takeTurn(host: string, now: string, asked?: AskedTurn): Promise<HostTurn>;
  /** Leaves the whole host alone until the instant. */
  rest(host: string, until: string): Promise<void>;
  /** What the host's robots.txt means for us, while that is fresh. */
  findRobots(host: string, now: string): Promise<RobotsRules | undefined>;
  saveRobots(host: string, rules: RobotsRules, expiresAt: string): Promise<void>;
}

/** The bucket. Keys are returned so that rows can name what they stand on. */
export interface Archive {
  saveFeed(feedId: string, polledAt: string, bytes: Uint8Array): Promise<string>;
  savePage(articleId: string, fetchedAt: string, bytes: Uint8Array, origin: PageOrigin): Promise<string>;
  saveText(textHash: string, text: string): Promise<string>;
  readText(textKey: string): Promise<string>;
  /** Writes unless it exists. @returns what stands there afterwards, ours or another's */
  claimManifest(topic: string, date: string, manifest: string): Promise<string>;
  findManifest(topic: string, date: string): Promise<string | undefined>;
  saveDigest(topic: string, date: string, files: DigestFiles): Promise<void>;
  readDigest(topic: string, date: string): Promise<DigestFiles | undefined>;
}

export interface DigestFiles {
  readonly json: string;
  readonly html: string;
  readonly text: string;
}

/** A relevant article as listed, with what a digest needs of it. */
export interface ListedArticle {
  readonly articleId: string;
  readonly url: string;
  readonly publisher: string;
  readonly publisherFamily: string;
  readonly title: string;
  readonly byline: readonly string[];
  readonly listedAt: string;
  readonly excerpt: string;
  readonly relevance: 'core' | 'mention';
  readonly score: number;
  readonly textKey: string;
  readonly feedId: string;
}

/** What has not been told in any digest yet. */
export interface UntoldStore {
  listArticles(topic: string): Promise<ListedArticle[]>;
  listItems(): Promise<SettledItem[]>;
  /** Takes the articles off the untold list. Safe to repeat. */
  markArticlesTold(topic: string, articleIds: readonly string[], date: string): Promise<void>;
  markItemsTold(itemIds: readonly string[]): Promise<void>;
}

export interface ArticleDetails {
  readonly positions: readonly Position[];
  readonly quotes: Understanding['quotes'];
}

export interface ListingStore {
  findDetails(topic: string, articleId: string): Promise<ArticleDetails>;
  /** Relevant articles listed in a span of days, both included. */
  listRelevant(topic: string, since: string, until: string): Promise<ListedArticle[]>;
  /** Relevant articles listed on each day, oldest day first. */
  countByDay(topic: string, since: string, until: string): Promise<{ date: string; count: number }[]>;
}

export type * from './mail-ports.ts';
