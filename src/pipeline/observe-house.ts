import type { DigestConfig } from '../config/schema.ts';
import { digestHoursLate } from '../domain/health/digest-lateness.ts';
import type { Observations, ObservedFeed } from '../domain/health/vital-signs.ts';
import { addDays } from '../domain/time/calendar-day.ts';
import type { RecentItems } from './operation-ports.ts';
import type { SettledItem } from './outcome.ts';
import type { DigestStore, FeedState, FeedStore, ListingStore } from './ports.ts';
import type { Questions } from './questions.ts';

export interface ObserveDeps {
  readonly digest: Pick<DigestConfig, 'topic' | 'hour' | 'timeZone'>;
  readonly feeds: Pick<FeedStore, 'list'>;
  readonly items: RecentItems;
  readonly listing: Pick<ListingStore, 'countByDay'>;
  readonly digests: Pick<DigestStore, 'findPrevious'>;
  readonly questions: Pick<Questions, 'listArticles' | 'listDigests'>;
  /** How many dead letters there are, of all queues together. */
  readonly countDeadLetters: () => Promise<number>;
}

/** Enough to know a share by; a day of a large house has more. */
const ITEMS_LOOKED_AT = 500;
const DAYS_LOOKED_BACK = 28;
const MAIL_DAYS = 7;

/**
 * Looks at everything that tells whether the house is alive: feeds, dead letters, digests, pages, relevance, mails.
 * Reads only.
 *
 * @param now ISO 8601 UTC
 */
export async function observeHouse(now: string, deps: ObserveDeps): Promise<Observations> {
  const today = now.slice(0, 10);
  const { topic } = deps.digest;
  const [feeds, deadLetterCount, newest, items, perDay, mails] = await Promise.all([
    deps.feeds.list(),
    deps.countDeadLetters(),
    deps.digests.findPrevious(topic, addDays(today, 2)),
    deps.items.listNewestItems(ITEMS_LOOKED_AT),
    deps.listing.countByDay(topic, addDays(today, -DAYS_LOOKED_BACK), addDays(today, -1)),
    countMails(today, deps),
  ]);
  return {
    now,
    feeds: feeds.map(observedFeed),
    deadLetterCount,
    digestHoursLate: digestHoursLate(newest?.date, now, deps.digest),
    pages: countPages(items),
    relevantPerDay: sinceFirst(perDay.map(({ count }) => count)),
    mails,
  };
}

export function observedFeed(feed: FeedState): ObservedFeed {
  const { state, nextPollAt, lastPolledAt, consecutiveFailures, rhythm } = feed;
  return { state, nextPollAt, lastPolledAt, consecutiveFailures, newestItemsAt: rhythm?.newestItemsAt ?? [] };
}

/** Reasons that speak of a page that arrived; every other item that was given up never had one. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'bot-check',
  'consent-wall',
  'javascript-shell',
  'no-article-text',
  'not-found-page',
]);

function countPages(items: readonly SettledItem[]): Observations['pages'] {
  const read = items.filter(({ outcome }) => outcome !== 'given-up' && outcome !== 'duplicate');
  const unreadable = items.filter(({ reason }) => reason !== undefined && UNREADABLE.has(reason));
  return { read: read.length, unreadable: unreadable.length };
}

/** Days before the house had its first article are no quiet days. */
function sinceFirst(counts: readonly number[]): number[] {
  const first = counts.findIndex((count) => count > 0);
  return first === -1 ? [] : counts.slice(first);
}

async function countMails(today: string, deps: ObserveDeps): Promise<Observations['mails']> {
  const span = { since: addDays(today, -MAIL_DAYS), until: addDays(today, 1) };
  const counts = { total: 0, bounced: 0, complained: 0 };
  for (const { deliveries } of await deps.questions.listDigests(deps.digest.topic, span)) {
    for (const count of Object.values(deliveries)) counts.total += count;
    counts.bounced += deliveries.bounced ?? 0;
    counts.complained += deliveries.complained ?? 0;
  }
  return counts;
}
