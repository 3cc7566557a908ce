import type { ParsedFeed } from '../domain/feeds/feed.ts';
import type { FeedState } from './ports.ts';
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

/** A feed after a poll that worked. Saved last, so that a crash before it repeats the poll. */
export function readState(
  feed: FeedState,
  { answer, bodyHash, parsed }: ReadFeed,
  now: string,
  pollEveryMinutes: number,
): FeedState {
  return {
    ...feed,
    state: parsed ? 'read' : 'not-modified',
    reason: undefined,
    consecutiveFailures: 0,
    validators: answer.validators,
    bodyHash: bodyHash ?? feed.bodyHash,
    movedTo: answer.movedTo,
    lastPolledAt: now,
    lastReadAt: parsed ? now : feed.lastReadAt,
    newestItemAt: newest(parsed, now) ?? feed.newestItemAt,
    nextPollAt: minutesAfter(now, pollEveryMinutes),
  };
}

/** A feed after a poll that failed. Only 410 stops it: dead feeds do come back. */
export function failedState(
  feed: FeedState,
  failure: Pick<WebRefusal, 'message' | 'retryAfterSeconds'> & { readonly reason: string },
  now: string,
  pollEveryMinutes: number,
): FeedState {
  const consecutiveFailures = feed.consecutiveFailures + 1;
  const restMinutes = Math.min(pollEveryMinutes * 2 ** Math.min(consecutiveFailures, 10), MAX_REST_MINUTES);
  const askedMinutes = (failure.retryAfterSeconds ?? 0) / 60;
  return {
    ...feed,
    state: failure.reason === 'gone' ? 'gone' : failure.reason === 'blocked' ? 'blocked' : 'failed',
    reason: `${failure.reason}: ${failure.message}`,
    consecutiveFailures,
    lastPolledAt: now,
    nextPollAt: minutesAfter(now, Math.max(restMinutes, Math.min(askedMinutes, MAX_REST_MINUTES))),
  };
}

const MAX_REST_MINUTES = 24 * 60;

/** Items from the future are somebody's mistake and say nothing about how fresh the feed is. */
function newest(parsed: ParsedFeed | undefined, now: string): string | undefined {
  return parsed?.items
    .map((item) => item.published ?? item.updated)
    .filter((instant) => instant !== undefined && instant <= now)
    .sort()
    .at(-1);
}

function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
