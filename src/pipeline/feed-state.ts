import type { ParsedFeed } from '../domain/feeds/feed.ts';
import {
  adaptedIntervalSeconds,
  type PollFailure,
  type PollHints,
  pollDelaySeconds,
} from '../domain/feeds/poll-delay.ts';
import { compareText } from '../domain/text/compare-text.ts';
import { followMove } from './feed-move.ts';
import { countWithoutAddress } from './page-address.ts';
import type { FeedRhythm, FeedState } from './ports.ts';
import type { ReturnHints, Validators, WebRefusal } from './web.ts';

export interface GoodAnswer {
  readonly validators: Validators;
  readonly hints: ReturnHints;
  readonly movedTo?: string | undefined;
}

export interface ReadFeed {
  readonly answer: GoodAnswer;
  /** SHA-256 of the body, when there was one. */
  readonly bodyHash?: string | undefined;
  /** Missing when the body was that of the last time. */
  readonly parsed?: ParsedFeed | undefined;
}

/**
 * A feed after a poll that worked. Saved last, so that a crash before it repeats the poll.
 *
 * @param now when the feed was asked, ISO 8601 UTC
 * @param pollEveryMinutes how often a feed is asked at most, whatever its rhythm
 */
export function readState(
  feed: FeedState,
  { answer, bodyHash, parsed }: ReadFeed,
  now: string,
  pollEveryMinutes: number,
): FeedState {
  const rhythm = parsed ? rhythmOf(parsed, now) : feed.rhythm;
  const lastBodyAt = bodyHash === undefined ? feed.lastBodyAt : now;
  return {
    ...feed,
    ...followMove(feed, answer.movedTo),
    state: parsed ? 'read' : 'not-modified',
    reason: undefined,
    consecutiveFailures: 0,
    failures: undefined,
    validators: isOverdueForBody(lastBodyAt ?? feed.lastReadAt, now) ? {} : answer.validators,
    bodyHash: bodyHash ?? feed.bodyHash,
    rhythm,
    itemsWithoutAddress: parsed ? countWithoutAddress(parsed.items) : feed.itemsWithoutAddress,
    lastBodyAt,
    lastPolledAt: now,
    lastReadAt: parsed ? now : feed.lastReadAt,
    newestItemAt: rhythm?.newestItemsAt[0] ?? feed.newestItemAt,
    nextPollAt: nextPoll(rhythm, answer.hints, now, pollEveryMinutes),
  };
}

/**
 * A feed after a poll that failed. Only 410 stops it: dead feeds do come back.
 *
 * An address that a redirect has led to is given up for the configured one as soon as it no longer holds the feed.
 */
export function failedState(
  feed: FeedState,
  failure: Pick<WebRefusal, 'message' | 'retryAfterSeconds'> & { readonly reason: string },
  now: string,
  pollEveryMinutes: number,
): FeedState {
  const kind: PollFailure = HARD_REASONS.has(failure.reason) ? 'hard' : 'soft';
  const failures = [...(feed.failures ?? []), kind].slice(-MAX_FAILURES);
  const isStrayed = kind === 'hard' && feed.movedFrom !== undefined;
  return {
    ...feed,
    ...(isStrayed ? backHome(feed) : {}),
    state: stateAfter(failure.reason, isStrayed),
    reason: `${failure.reason}: ${failure.message}`,
    consecutiveFailures: feed.consecutiveFailures + 1,
    failures,
    lastPolledAt: now,
    nextPollAt: nextPoll(
      feed.rhythm,
      { retryAfterSeconds: failure.retryAfterSeconds, failures },
      now,
      pollEveryMinutes,
    ),
  };
}

/** Answers that mean that the address does not hold this feed, or not for us: waiting alone mends none of them. */
const HARD_REASONS: ReadonlySet<string> = new Set([
  'address-not-allowed',
  'bad-url',
  'blocked',
  'encoding-unsupported',
  'gone',
  'http-status',
  'not-a-feed',
  'not-found',
  'robots',
  'tls-failed',
  'too-large',
  'too-many-redirects',
]);

/** More than these add nothing to a wait that has reached its limit. */
const MAX_FAILURES = 30;

function stateAfter(reason: string, isStrayed: boolean): FeedState['state'] {
  if (reason === 'gone') return isStrayed ? 'failed' : 'gone';
  return reason === 'blocked' ? 'blocked' : 'failed';
}

/** Validators belong to an address and are worth nothing at another. */
function backHome(feed: FeedState): Partial<FeedState> {
  return { url: feed.movedFrom ?? feed.url, movedFrom: undefined, validators: {} };
}

/**
 * Some servers answer 304 for ever. So the validators are dropped once in so many days, which makes the next poll a
 * full one; NetNewsWire does the same, for the same reason.
 */
const DAYS_WITHOUT_BODY = 8;

function isOverdueForBody(lastBodyAt: string | undefined, now: string): boolean {
  return (
    lastBodyAt !== undefined && Date.parse(now) - Date.parse(lastBodyAt) >= DAYS_WITHOUT_BODY * 86_400_000
  );
}

/** Enough to tell how often a feed has news; more would make every row longer. */
const RHYTHM_ITEMS = 20;

/** Items from the future are somebody's mistake and say nothing about how fresh the feed is. */
function rhythmOf(parsed: ParsedFeed, now: string): FeedRhythm {
  const newestItemsAt = parsed.items
    .map((item) => item.published ?? item.updated)
    .filter((instant): instant is string => instant !== undefined && instant <= now)
    .sort(compareText)
    .reverse()
    .slice(0, RHYTHM_ITEMS);
  return {
    newestItemsAt,
    ttlMinutes: parsed.ttlMinutes,
    updateEveryMinutes: parsed.updateEveryMinutes,
  };
}

/** However rarely a feed has news, the daily digest must not miss it. */
const MAX_OWN_INTERVAL_SECONDS = 6 * 3_600;

/** What publishers and failures may ask for at most; `Retry-After` may add a day. */
const MAX_DELAY_SECONDS = 24 * 3_600;

/** When to ask again: as often as the feed's rhythm suggests, later when the publisher or its failures ask for it. */
function nextPoll(
  rhythm: FeedRhythm | undefined,
  hints: Omit<PollHints, 'baseSeconds' | 'ttlMinutes' | 'updateEveryMinutes'>,
  now: string,
  pollEveryMinutes: number,
): string {
  const minSeconds = pollEveryMinutes * 60;
  const nowMs = Date.parse(now);
  const publishedAtMs = (rhythm?.newestItemsAt ?? []).map((instant) => Date.parse(instant));
  const baseSeconds = adaptedIntervalSeconds(publishedAtMs, nowMs, minSeconds, {
    minSeconds,
    maxSeconds: Math.max(minSeconds, MAX_OWN_INTERVAL_SECONDS),
  });
  const { ttlMinutes, updateEveryMinutes } = rhythm ?? {};
  const seconds = pollDelaySeconds(
    { ...hints, baseSeconds, ttlMinutes, updateEveryMinutes },
    { minSeconds, maxSeconds: MAX_DELAY_SECONDS },
  );
  const dueMs = nowMs + seconds * 1_000;
  return new Date(hints.retryAfterSeconds === undefined ? atWholeMinute(dueMs) : dueMs).toISOString();
}

/** Schedules tick on whole minutes: a poll that began some seconds after its tick must not miss the tick that it is due at. */
function atWholeMinute(ms: number): number {
  return ms - (ms % 60_000);
}
