import robotsParserModule from 'robots-parser';
import { prepareRobots } from './prepare-robots.ts';

/** The package is CommonJS whose export is the function itself; its types describe an ES module around it. */
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** What a host's robots.txt means for us, to be kept with the host for at most `ROBOTS_FRESH_SECONDS`. */
export type RobotsRules =
  | { readonly kind: 'rules'; readonly text: string }
  /** There is none, so everything may be fetched. */
  | { readonly kind: 'none' }
  /** It could not be read for a reason that will pass: nothing may be fetched until it can. */
  | { readonly kind: 'unreachable' };

/** RFC 9309 section 2.4: a copy should not be used for longer than a day. */
export const ROBOTS_FRESH_SECONDS = 86_400;

/** RFC 9309 section 2.5 asks for at least 500 KiB; what lies beyond is not read. */
export const MAX_ROBOTS_BYTES = 512 * 1024;

/** Addresses are matched against patterns in time that grows with both, so neither is unlimited. */
const MAX_MATCHED_URL_LENGTH = 1_000;

/** A host that asks for more spacing than this is not crawled in a way that such a wish was written for. */
const MAX_CRAWL_DELAY_SECONDS = 60;

/** How asking for robots.txt ended. `status` is missing when no answer came at all. */
export interface RobotsReply {
  readonly status?: number | undefined;
  readonly bytes?: Uint8Array | undefined;
  /** Whether `bytes` ends where our limit was. The line that was cut is dropped. */
  readonly truncated?: boolean | undefined;
}

/**
 * What a reply to `GET /robots.txt` means. 4xx, and redirects without end: there are no rules. 5xx, 429 and no
 * answer: not now.
 *
 * 429 is a 4xx by number only. It says that the host is overloaded, which is no permission.
 *
 * @see RFC 9309 section 2.3.1
 */
export function robotsRules(reply: RobotsReply): RobotsRules {
  if (reply.bytes !== undefined)
    return { kind: 'rules', text: decodeRobots(reply.bytes, reply.truncated ?? false) };
  const { status } = reply;
  const isUnavailable = status !== undefined && status >= 300 && status < 500 && status !== 429;
  return isUnavailable ? { kind: 'none' } : { kind: 'unreachable' };
}

/** Whether the rules let us fetch an address now. */
export function mayFetchUnder(rules: RobotsRules, url: string, userAgent: string): boolean {
  if (rules.kind === 'rules') return mayFetch(rules.text, url, userAgent);
  return rules.kind === 'none';
}

/**
 * Whether a robots.txt lets us fetch an address of its own host. The group of our product token counts, else the one
 * for everybody; in it the longest matching rule, and of equally long ones the one that allows.
 *
 * @param url absolute; its host is taken to be the one that served `robotsTxt`
 * @param userAgent whole header value or product token only
 * @see RFC 9309 section 2.2
 */
export function mayFetch(robotsTxt: string, url: string, userAgent: string): boolean {
  const address = URL.parse(url);
  if (address === null) return false;
  const matched = new URL(
    `${address.pathname}${address.search}`.slice(0, MAX_MATCHED_URL_LENGTH),
    address.origin,
  );
  return parse(robotsTxt, address, userAgent).isAllowed(matched.href, userAgent) ?? true;
}

/**
 * `Crawl-delay`, which is no part of the standard but an honest wish.
 *
 * @returns seconds, from 0 to 60, or undefined when there is none
 */
export function crawlDelaySeconds(robotsTxt: string, url: string, userAgent: string): number | undefined {
  const address = URL.parse(url);
  const delay = address === null ? undefined : parse(robotsTxt, address, userAgent).getCrawlDelay(userAgent);
  if (delay === undefined || !(delay >= 0)) return undefined;
  return Math.min(delay, MAX_CRAWL_DELAY_SECONDS);
}

function parse(robotsTxt: string, address: URL, userAgent: string) {
  const text = robotsTxt.replace(/^\uFEFF/, '').slice(0, MAX_ROBOTS_BYTES);
  const robotsUrl = new URL('/robots.txt', address.origin).href;
  return robotsParser(robotsUrl, prepareRobots(text, userAgent));
}

function decodeRobots(bytes: Uint8Array, truncated: boolean): string {
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_ROBOTS_BYTES));
  const isCut = truncated || bytes.length > MAX_ROBOTS_BYTES;
  return isCut ? text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1) : text;
}
