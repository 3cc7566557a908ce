import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import { freshnessHints } from '../../domain/manners/cache-control.ts';
import { parseHttpDate } from '../../domain/manners/http-date.ts';
import { parseRetryAfterSeconds } from '../../domain/manners/retry-after.ts';
import type { ReturnHints, Validators } from '../../pipeline/web.ts';

/** One value of a header, of which a careless server may send several: the first. */
export function headerValue(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A header that is a list: all its lines as one, which RFC 9110 section 5.3 says mean the same. */
export function headerList(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

/**
 * The validators to send the next time, byte for byte: header values are read and written as Latin-1, which maps
 * every octet to itself.
 *
 * `Expires: 0` beside them is how publishers say that nothing of the answer should be reused (miniflux reads it so);
 * they get a full request the next time.
 */
export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  if (headerValue(headers, 'expires')?.trim() === '0') return {};
  return {
    etag: headerValue(headers, 'etag'),
    lastModified: headerValue(headers, 'last-modified'),
  };
}

export function hintsOf(headers: IncomingHttpHeaders, nowMs: number): ReturnHints {
  const freshness = {
    cacheControl: headerList(headers, 'cache-control'),
    expires: headerValue(headers, 'expires'),
    date: headerValue(headers, 'date'),
  };
  return freshnessHints(freshness, nowMs);
}

export function retryAfterOf(headers: IncomingHttpHeaders, nowMs: number): number | undefined {
  const value = headerValue(headers, 'retry-after');
  if (value === undefined) return undefined;
  const respondedAtMs = parseHttpDate(headerValue(headers, 'date') ?? '') ?? nowMs;
  return parseRetryAfterSeconds(value, respondedAtMs);
}

/** `Location` as the server meant it: raw UTF-8 is not allowed there, and common. */
export function locationOf(headers: IncomingHttpHeaders): string | undefined {
  const value = headerValue(headers, 'location');
  if (value === undefined) return undefined;
  const octets = Buffer.from(value, 'latin1');
  return isUtf8(octets) ? octets.toString('utf8') : value;
}
