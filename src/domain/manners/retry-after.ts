import { MAX_DELTA_SECONDS, parseDeltaSeconds } from './delta-seconds.ts';
import { parseHttpDate } from './http-date.ts';

/**
 * Reads `Retry-After` in either spelling: seconds, or an HTTP date.
 *
 * @param respondedAtMs the response's own `Date`, or our clock where it has none: the server's clock may be wrong,
 *   but it is wrong for both of its dates alike
 * @returns whole seconds from the response, 0 for a date that has passed, undefined when it cannot be read
 * @see RFC 9110 section 10.2.3
 */
export function parseRetryAfterSeconds(value: string, respondedAtMs: number): number | undefined {
  const seconds = parseDeltaSeconds(value);
  if (seconds !== undefined) return seconds;
  const retryAtMs = parseHttpDate(value);
  if (retryAtMs === undefined) return undefined;
  const waitSeconds = Math.ceil((retryAtMs - respondedAtMs) / 1000);
  return Math.min(Math.max(waitSeconds, 0), MAX_DELTA_SECONDS);
}
