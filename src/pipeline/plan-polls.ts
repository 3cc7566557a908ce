import { createHash } from 'node:crypto';
import type { FeedConfig } from '../config/schema.ts';
import { findDenial } from '../domain/deny/denied.ts';
import type { DenyStore } from './operation-ports.ts';
import type { FeedQueue, FeedState, FeedStore, Log } from './ports.ts';

export interface PlanPollsDeps {
  readonly feeds: FeedStore;
  readonly configured: readonly FeedConfig[];
  readonly queue: FeedQueue;
  readonly denied: Pick<DenyStore, 'list'>;
  readonly log: Log;
}

export interface PollPlan {
  /** Feeds put on the queue. */
  readonly due: number;
  /** Feeds that are due and denied: nobody asks them. */
  readonly denied: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Puts every feed that is due on the feed queue, one feed to a message.
 * A feed that is still on the queue from an earlier tick is sent again; poll-feeds sees that it is no longer due.
 *
 * @param now the schedule's own time, ISO 8601 UTC
 */
export async function planPolls(now: string, deps: PlanPollsDeps): Promise<PollPlan> {
  const synced = await bringFeedsInLine(now, deps);
  const due = await deps.feeds.listDue(now);
  const wanted = await withoutDenied(due, deps);
  await deps.queue.send(wanted.map(({ feedId }) => ({ feedId })));
  const plan = { due: wanted.length, denied: due.length - wanted.length, ...synced };
  deps.log.info('polls-planned', plan);
  return plan;
}

async function withoutDenied(
  due: readonly { readonly feedId: string }[],
  { denied, configured }: PlanPollsDeps,
): Promise<readonly { readonly feedId: string }[]> {
  const entries = await denied.list();
  if (entries.length === 0) return due;
  const publishers = new Map(configured.map(({ id, publisher }) => [id, publisher]));
  return due.filter(
    ({ feedId }) => !findDenial(entries, { feedId, publisher: publishers.get(feedId) ?? '' }),
  );
}

/** Makes the table's feeds those of the configuration, only when the configuration has changed. */
async function bringFeedsInLine(now: string, { feeds, configured }: PlanPollsDeps) {
  const hash = createHash('sha256').update(JSON.stringify(configured)).digest('hex');
  if ((await feeds.findConfigHash()) === hash) return { added: 0, changed: 0, removed: 0 };

  const known = new Map((await feeds.list()).map((feed) => [feed.feedId, feed]));
  let added = 0;
  let changed = 0;
  for (const config of configured) {
    const state = known.get(config.id);
    if (!state) {
      await feeds.save(newFeed(config, now));
      added += 1;
    } else if (!describesSame(config, state)) {
      await feeds.save(
        configuredUrl(state) === config.url ? redescribed(state, config) : newFeed(config, now),
      );
      changed += 1;
    }
    known.delete(config.id);
  }
  for (const feedId of known.keys()) await feeds.remove(feedId);
  await feeds.saveConfigHash(hash);
  return { added, changed, removed: known.size };
}

/** A feed of which nothing is known but its configuration. It is due at once. */
export function newFeed(config: FeedConfig, now: string): FeedState {
  return {
    feedId: config.id,
    ...described(config),
    nextPollAt: now,
    validators: {},
    consecutiveFailures: 0,
    state: 'new',
  };
}

function described(config: FeedConfig) {
  const { publisher, family, url, country, language, excerptLimit } = config;
  return { publisher, family, url, country, language, excerptLimit };
}

function describesSame(config: FeedConfig, state: FeedState): boolean {
  const known = { ...state, url: configuredUrl(state) };
  return Object.entries(described(config)).every(([name, value]) => known[name as keyof FeedState] === value);
}

/** A feed that has moved is still the one that was configured under its old address. */
function configuredUrl(state: FeedState): string {
  return state.movedFrom ?? state.url;
}

function redescribed(state: FeedState, config: FeedConfig): FeedState {
  return { ...state, ...described(config), url: state.url };
}
