import { isSilent } from '../domain/feeds/feed-silence.ts';
import type { FeedState } from './ports.ts';

/** How a feed is doing, for a person. All instants are ISO 8601 in UTC. */
export interface FeedReport {
  readonly feedId: string;
  readonly publisher: string;
  readonly url: string;
  /** As of the feed; `silent` where it answers but has had nothing new for longer than is usual for it. */
  readonly status: FeedState['state'] | 'silent' | 'never-polled';
  readonly blocked: boolean;
  readonly newestItemAt?: string | undefined;
  /** Since its newest item, where that is longer ago than is usual for it. */
  readonly silentSince?: string | undefined;
  /** Between the last poll and the next, which stands on a whole minute and is compared with the minute of the last. */
  readonly intervalMinutes?: number | undefined;
  /** Of the last document that was read. */
  readonly itemsWithoutAddress: number;
  readonly consecutiveFailures: number;
  /** Why the last poll failed. */
  readonly lastError?: string | undefined;
  /** Where the feed has moved to, while the configuration still has the old address. */
  readonly movedTo?: string | undefined;
}

/** @param now ISO 8601 UTC */
export function reportFeed(feed: FeedState, now: string): FeedReport {
  const silent = isSilent(feed.rhythm?.newestItemsAt ?? [], now);
  const answers = feed.state === 'read' || feed.state === 'not-modified';
  return {
    feedId: feed.feedId,
    publisher: feed.publisher,
    url: feed.movedFrom ?? feed.url,
    status: statusOf(feed, silent && answers),
    blocked: feed.state === 'blocked',
    newestItemAt: feed.newestItemAt,
    silentSince: silent ? feed.newestItemAt : undefined,
    intervalMinutes: intervalMinutes(feed),
    itemsWithoutAddress: feed.itemsWithoutAddress ?? 0,
    consecutiveFailures: feed.consecutiveFailures,
    lastError: feed.reason,
    movedTo: feed.movedFrom === undefined ? feed.movedTo : feed.url,
  };
}

function statusOf(feed: FeedState, silent: boolean): FeedReport['status'] {
  if (feed.state === 'new') return 'never-polled';
  return silent ? 'silent' : feed.state;
}

function intervalMinutes({ lastPolledAt, nextPollAt }: FeedState): number | undefined {
  if (lastPolledAt === undefined) return undefined;
  return minuteOf(nextPollAt) - minuteOf(lastPolledAt);
}

function minuteOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000);
}
