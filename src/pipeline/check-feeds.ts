import pLimit from 'p-limit';
import type { FeedConfig } from '../config/schema.ts';
import { failedState, readState } from './feed-state.ts';
import { newFeed } from './plan-polls.ts';
import { parseOrExplain } from './poll-feed.ts';
import type { FeedState } from './ports.ts';
import type { Web } from './web.ts';

export interface CheckFeedsDeps {
  readonly web: Web;
  readonly pollEveryMinutes: number;
  /** Waits before the next request to the same host. */
  pause(): Promise<void>;
  /** Called when a feed has been asked. */
  onChecked(feed: FeedState): void;
}

/** Hosts asked at once: the machine of one person, not a function. */
const HOSTS_AT_ONCE = 8;

/**
 * Asks every feed once and tells what a poll would have made of it. Nothing is stored.
 *
 * @param now ISO 8601 UTC
 * @returns the feeds' states in the order given
 */
export async function checkFeeds(
  feeds: readonly FeedConfig[],
  now: string,
  deps: CheckFeedsDeps,
): Promise<FeedState[]> {
  const limit = pLimit(HOSTS_AT_ONCE);
  const states = new Map<string, FeedState>();
  const askHost = async (ofHost: readonly FeedConfig[]) => {
    for (const [index, config] of ofHost.entries()) {
      if (index > 0) await deps.pause();
      const state = await checkFeed(config, now, deps);
      states.set(config.id, state);
      deps.onChecked(state);
    }
  };
  const byHost = Map.groupBy(feeds, (feed) => new URL(feed.url).host);
  await Promise.all([...byHost.values()].map((ofHost) => limit(askHost, ofHost)));
  return feeds.flatMap(({ id }) => states.get(id) ?? []);
}

async function checkFeed(config: FeedConfig, now: string, deps: CheckFeedsDeps): Promise<FeedState> {
  const feed = newFeed(config, now);
  const answer = await deps.web.fetch({ url: config.url, want: 'feed' });
  if (answer.kind === 'refused') return failedState(feed, answer, now, deps.pollEveryMinutes);
  if (answer.kind === 'not-modified') return readState(feed, { answer }, now, deps.pollEveryMinutes);
  const parsed = await parseOrExplain(answer);
  if (typeof parsed === 'string') {
    return failedState(feed, { reason: 'not-a-feed', message: parsed }, now, deps.pollEveryMinutes);
  }
  return readState(feed, { answer, parsed }, now, deps.pollEveryMinutes);
}
