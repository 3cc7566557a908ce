import type { CoverageInput, FeedCoverage } from '../domain/digest/digest-input.ts';
import { isSilent, patienceHours } from '../domain/feeds/feed-silence.ts';
import type { ItemOutcome, SettledItem } from './outcome.ts';
import type { FeedState } from './ports.ts';

/** Did we look everywhere? The feeds by name, and every item by the one outcome it ended with. */
export function coverageOf(
  feeds: readonly FeedState[],
  items: readonly SettledItem[],
  now: string,
): CoverageInput {
  const count = (outcome: ItemOutcome) => items.filter((item) => item.outcome === outcome).length;
  const givenUpReasons: Record<string, number> = {};
  for (const { reason } of items) {
    if (reason !== undefined) givenUpReasons[reason] = (givenUpReasons[reason] ?? 0) + 1;
  }
  return {
    feeds: feeds.map((feed) => feedCoverage(feed, now)),
    outcomes: {
      relevant: count('relevant'),
      mention: count('mention'),
      offTopic: count('off-topic'),
      duplicate: count('duplicate'),
      givenUp: count('given-up'),
    },
    givenUpReasons,
  };
}

function feedCoverage(feed: FeedState, now: string): FeedCoverage {
  const base = { id: feed.feedId, publisher: feed.publisher, lastItemAt: feed.newestItemAt };
  switch (feed.state) {
    case 'new':
      return { ...base, state: 'failed', reason: 'not polled yet' };
    case 'failed':
    case 'gone':
      return { ...base, state: 'failed', reason: feed.reason };
    case 'blocked':
      return { ...base, state: 'blocked', reason: feed.reason };
    default:
      return silence(feed, now) ?? { ...base, state: feed.state };
  }
}

/** A feed that answers and has had nothing new for longer than its own habit lets expect. */
function silence(feed: FeedState, now: string): FeedCoverage | undefined {
  const newestItemsAt = feed.rhythm?.newestItemsAt ?? [];
  if (!isSilent(newestItemsAt, now)) return undefined;
  return {
    id: feed.feedId,
    publisher: feed.publisher,
    lastItemAt: feed.newestItemAt,
    state: 'silent',
    reason: `nothing new for more than ${Math.floor(patienceHours(newestItemsAt))} hours`,
  };
}
