import type { LookupFunction } from 'node:net';
import { MAX_ROBOTS_BYTES } from '../../domain/manners/robots.ts';
import type { WebRequest } from '../../pipeline/web.ts';

type Want = WebRequest['want'];

/** The bounds of one fetch. Everything a stranger's server decides has one. */
export interface WebLimits {
  /** Name resolution, TCP and TLS together, per hop. */
  readonly connectMs: number;
  /** From the request to the last header, per hop. */
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly idleMs: number;
  /** From the call to the outcome, redirects included. */
  readonly totalMs: number;
  readonly maxRedirects: number;
  /** Status line and headers of one response. */
  readonly maxHeaderBytes: number;
  /** A body as it comes over the wire. */
  readonly maxWireBytes: Readonly<Record<Want, number>>;
  /** A body after decompression. */
  readonly maxBytes: Readonly<Record<Want, number>>;
}

const MB = 1_000_000;

/** Where each number comes from is said in docs/wire.md. */
export const DEFAULT_LIMITS: WebLimits = {
  connectMs: 5_000,
  headersMs: 10_000,
  idleMs: 10_000,
  totalMs: 20_000,
  maxRedirects: 5,
  maxHeaderBytes: 65_536,
  maxWireBytes: { feed: 10 * MB, page: 5 * MB, robots: MB },
  maxBytes: { feed: 10 * MB, page: 5 * MB, robots: MAX_ROBOTS_BYTES },
};

export interface WebOptions {
  /** See `userAgent()` in src/domain/manners: product, version and how to reach whoever runs this. */
  readonly userAgent: string;
  readonly limits?: Partial<WebLimits> | undefined;
  /** For tests: lets 127.0.0.0/8, ::1 and `localhost` pass, on any port. */
  readonly allowLoopback?: boolean | undefined;
  /**
   * For tests and the replay: `http://127.0.0.1:PORT` of a local web server that plays the whole web. Every request,
   * for any host and for http and https alike, goes to it as plain HTTP/1.1 with the original `Host` and with
   * `X-Forwarded-Proto`. No name is resolved. All other rules stay.
   */
  readonly gateway?: string | undefined;
  /** Resolves names in place of the machine's resolver, for tests. Called with `all: true`. */
  readonly lookup?: LookupFunction | undefined;
}

/** The socket behind `gateway`. */
export interface Gateway {
  readonly host: '127.0.0.1';
  readonly port: number;
}

/**
 * @throws RangeError for anything but `http://127.0.0.1:PORT`: a setting that sends every request to one place must
 *   not be able to point anywhere else
 */
export function parseGateway(gateway: string): Gateway {
  const port = Number(/^http:\/\/127\.0\.0\.1:(\d{1,5})\/?$/.exec(gateway)?.[1]);
  if (!(port >= 1 && port <= 65_535)) throw new RangeError('gateway: only http://127.0.0.1:PORT is accepted');
  return { host: '127.0.0.1', port };
}

/** @throws RangeError for a limit that is not a whole number above zero (redirects may be 0) */
export function resolveLimits(given: Partial<WebLimits> | undefined): WebLimits {
  const limits: WebLimits = { ...DEFAULT_LIMITS, ...given };
  for (const [name, limit] of Object.entries(limits)) {
    const least = name === 'maxRedirects' ? 0 : 1;
    const values: unknown[] = typeof limit === 'number' ? [limit] : Object.values(limit);
    const isUsable = values.every((value) => Number.isSafeInteger(value) && Number(value) >= least);
    if (!isUsable) throw new RangeError(`limits.${name}: use whole numbers from ${least}`);
  }
  return limits;
}
