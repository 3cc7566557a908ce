/** What is remembered of a host between requests. Instants are ISO 8601 in UTC. */
export interface HostManners {
  /** Before this instant no further request is made to the host. */
  readonly nextAllowedAt?: string | undefined;
  /** When somebody last went. A kept turn that comes late may meet another there. */
  readonly lastAskedAt?: string | undefined;
  /** Until this instant the whole host is left alone, because it asked for it (429, or 503 with `Retry-After`). */
  readonly restUntil?: string | undefined;
}

export type HostTurn =
  | {
      readonly kind: 'go';
      /** To be written to the host's row before the request is made, under the condition that it has not moved. */
      readonly nextAllowedAt: string;
    }
  | {
      readonly kind: 'wait';
      /** Whole seconds, at least 1. */
      readonly seconds: number;
      /** The turn that is kept for whoever waits; missing when the host rests, and must be asked again. */
      readonly turnAt?: string | undefined;
      /** To be written as with `go`; missing when nothing is kept. */
      readonly nextAllowedAt?: string | undefined;
    };

/** One request a second to one host: what a person reading does, and below every published rate limit we know of. */
export const HOST_SPACING_SECONDS = 1;

/** How long a host rests that asked for less haste without saying how much. */
export const DEFAULT_REST_SECONDS = 600;

/** A host that asks for more is believed for a day, then asked again. */
export const MAX_REST_SECONDS = 86_400;

/** Turns are kept no further ahead than a queue can delay a message. */
export const MAX_TURN_AHEAD_SECONDS = 900;

/**
 * Whether it is the host's turn now. If not, the next free turn is kept for whoever asks, so that twenty items of one
 * host queue up once each instead of asking again and again. An instant in the row that cannot be read is ignored.
 *
 * @param now ISO 8601 in UTC
 * @param spacingSeconds between two requests; a host may ask for more with `Crawl-delay`, see `crawlDelaySeconds`
 * @param turnAt the turn that was kept at an earlier asking
 */
export function hostTurn(
  row: HostManners | undefined,
  now: string,
  spacingSeconds: number = HOST_SPACING_SECONDS,
  turnAt?: string,
): HostTurn {
  const nowMs = Date.parse(now);
  const restMs = instantMs(row?.restUntil);
  const readyMs = instantMs(row?.nextAllowedAt);
  if (restMs > nowMs) {
    return { kind: 'wait', seconds: secondsBetween(nowMs, Math.max(restMs, readyMs), MAX_REST_SECONDS) };
  }
  if (turnAt !== undefined && instantMs(turnAt) <= nowMs) {
    const freeMs = instantMs(row?.lastAskedAt) + spacingSeconds * 1_000;
    if (freeMs > nowMs)
      return { kind: 'wait', seconds: secondsBetween(nowMs, freeMs, MAX_TURN_AHEAD_SECONDS), turnAt };
    const nextMs = Math.max(readyMs, nowMs + spacingSeconds * 1_000);
    return { kind: 'go', nextAllowedAt: new Date(nextMs).toISOString() };
  }
  if (readyMs <= nowMs) return { kind: 'go', nextAllowedAt: laterBy(nowMs, spacingSeconds) };
  const seconds = secondsBetween(nowMs, readyMs, MAX_REST_SECONDS);
  if (seconds > MAX_TURN_AHEAD_SECONDS) return { kind: 'wait', seconds: MAX_TURN_AHEAD_SECONDS };
  return {
    kind: 'wait',
    seconds,
    turnAt: new Date(readyMs).toISOString(),
    nextAllowedAt: laterBy(readyMs, spacingSeconds),
  };
}

/**
 * Until when a host rests after it answered 429, or 503 with `Retry-After`.
 *
 * @param retryAfterSeconds what the host asked for, where it did
 * @returns ISO 8601 in UTC, for `HostManners.restUntil`
 */
export function restUntil(now: string, retryAfterSeconds: number | undefined): string {
  const wished = retryAfterSeconds ?? DEFAULT_REST_SECONDS;
  return laterBy(Date.parse(now), Math.min(Math.max(wished, 1), MAX_REST_SECONDS));
}

function secondsBetween(fromMs: number, toMs: number, atMost: number): number {
  return Math.min(Math.ceil((toMs - fromMs) / 1000), atMost);
}

function laterBy(fromMs: number, seconds: number): string {
  return new Date(fromMs + seconds * 1000).toISOString();
}

/** 0 for an instant that is missing or unreadable: it holds nobody back. */
function instantMs(instant: string | undefined): number {
  const ms = Date.parse(instant ?? '');
  return Number.isNaN(ms) ? 0 : ms;
}
