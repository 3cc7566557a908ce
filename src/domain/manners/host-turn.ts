/** What is remembered of a host between requests. Instants are ISO 8601 in UTC. */
export interface HostManners {
  /** Before this instant no further request is made to the host. */
  readonly nextAllowedAt?: string | undefined;
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
    };

/** One request a second to one host: what a person reading does, and below every published rate limit we know of. */
export const HOST_SPACING_SECONDS = 1;

/** How long a host rests that asked for less haste without saying how much. */
export const DEFAULT_REST_SECONDS = 600;

/** A host that asks for more is believed for a day, then asked again. */
export const MAX_REST_SECONDS = 86_400;

/**
 * Whether it is the host's turn now. An instant in the row that cannot be read is ignored. A wait is at most
 * `MAX_REST_SECONDS`, after which the row is to be looked at again.
 *
 * @param now ISO 8601 in UTC
 * @param spacingSeconds between two requests; see `hostSpacingSeconds` for a host that asks for more
 */
export function hostTurn(
  row: HostManners | undefined,
  now: string,
  spacingSeconds: number = HOST_SPACING_SECONDS,
): HostTurn {
  const nowMs = Date.parse(now);
  const readyMs = Math.max(instantMs(row?.nextAllowedAt), instantMs(row?.restUntil));
  if (readyMs <= nowMs) return { kind: 'go', nextAllowedAt: laterBy(nowMs, spacingSeconds) };
  const seconds = Math.ceil((readyMs - nowMs) / 1000);
  return { kind: 'wait', seconds: Math.min(seconds, MAX_REST_SECONDS) };
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

function laterBy(fromMs: number, seconds: number): string {
  return new Date(fromMs + seconds * 1000).toISOString();
}

/** 0 for an instant that is missing or unreadable: it holds nobody back. */
function instantMs(instant: string | undefined): number {
  const ms = Date.parse(instant ?? '');
  return Number.isNaN(ms) ? 0 : ms;
}
