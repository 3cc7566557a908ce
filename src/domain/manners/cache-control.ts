import { MAX_DELTA_SECONDS, parseDeltaSeconds } from './delta-seconds.ts';
import { parseHttpDate } from './http-date.ts';

/** The header values that say how long an answer stays fresh, as they were received. */
export interface FreshnessHeaders {
  readonly cacheControl?: string | undefined;
  readonly expires?: string | undefined;
  readonly date?: string | undefined;
}

export interface FreshnessHints {
  readonly maxAgeSeconds?: number | undefined;
  readonly expiresInSeconds?: number | undefined;
}

/** A directive's name, then its value as a token or in quotes. */
const DIRECTIVE = /([a-z0-9-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s",]*)))?/g;

/**
 * Parses `Cache-Control`. Names are lower case; a directive without a value has `''`; of repeated ones the first
 * counts, as RFC 9111 section 4.2.1 allows.
 *
 * @see RFC 9111 section 5.2
 */
export function parseCacheControl(value: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const [, name = '', quoted, token] of value.toLowerCase().matchAll(DIRECTIVE)) {
    if (!directives.has(name)) directives.set(name, quoted ?? token ?? '');
  }
  return directives;
}

/**
 * What a response says about when to come back. `max-age` outranks `Expires`; `no-cache` and `no-store` cancel both.
 * A `no-cache` that names fields is about those fields, and leaves the answer as fresh as it was.
 *
 * @param nowMs our clock, used where the response has no readable `Date`
 * @see RFC 9111 section 4.2.1 (which one counts) and section 5.3 (an unreadable `Expires` means: already expired)
 */
export function freshnessHints(headers: FreshnessHeaders, nowMs: number): FreshnessHints {
  const directives = parseCacheControl(headers.cacheControl ?? '');
  if (directives.get('no-cache') === '' || directives.has('no-store')) return {};
  const maxAgeSeconds = parseDeltaSeconds(directives.get('max-age') ?? '');
  if (maxAgeSeconds !== undefined) return { maxAgeSeconds };
  if (headers.expires === undefined) return {};
  const fromMs = parseHttpDate(headers.date ?? '') ?? nowMs;
  const expiresAtMs = parseHttpDate(headers.expires) ?? fromMs;
  const seconds = Math.floor((expiresAtMs - fromMs) / 1000);
  return { expiresInSeconds: Math.min(Math.max(seconds, 0), MAX_DELTA_SECONDS) };
}
