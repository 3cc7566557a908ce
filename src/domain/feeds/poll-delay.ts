/**
 * How a poll ended that did not work, by how likely the next one is to work:
 * - `soft`: the network, a server error, a timeout: likely gone tomorrow
 * - `hard`: the address answers, but not with this feed (404, 403, a web page): likely to stay
 */
export type PollFailure = 'hard' | 'soft';

/** What is known of a feed when a poll is over. Hints come from strangers: nonsense among them is ignored. */
export interface PollHints {
  /** How often we would ask of our own accord, in seconds; see `adaptedIntervalSeconds`. */
  readonly baseSeconds: number;
  /** RSS `<ttl>`, in minutes. */
  readonly ttlMinutes?: number | undefined;
  /** `sy:updatePeriod` over `sy:updateFrequency`, in minutes. */
  readonly updateEveryMinutes?: number | undefined;
  /** `Cache-Control: max-age`, in seconds; left out when `no-cache` stands beside it. */
  readonly maxAgeSeconds?: number | undefined;
  /** `Expires` as seconds from now. */
  readonly expiresInSeconds?: number | undefined;
  /** `Retry-After` as seconds from now. */
  readonly retryAfterSeconds?: number | undefined;
  /** Polls that failed since the last one that worked, oldest first. */
  readonly failures?: readonly PollFailure[] | undefined;
}

export interface PollLimits {
  readonly minSeconds: number;
  readonly maxSeconds: number;
}

const HOUR_SECONDS = 3_600;

/** Caches are told long ages by servers that mean their pictures, so an age alone counts for five hours at most. */
const MAX_AGE_CAP_SECONDS = 5 * HOUR_SECONDS;

/** What one failure adds to the wait. A page that is gone deserves more patience than a server that is down. */
const FAILURE_SECONDS: Readonly<Record<PollFailure, number>> = { soft: HOUR_SECONDS, hard: 6 * HOUR_SECONDS };

/**
 * Decides how long to leave a feed alone.
 *
 * The longest of our own interval, the publisher's hints and the wait after failures wins, held within `limits`.
 * `Retry-After` is an instruction rather than a hint, so it may push the answer above `maxSeconds`, though never
 * beyond a day more than that: an unreadable century must not silence a feed.
 *
 * @returns whole seconds, never below `limits.minSeconds`
 * @throws RangeError if `limits` leave no room, which is our mistake and not the feed's
 * @see RSS 2.0, `<ttl>`; RDF Site Summary 1.0 Modules: Syndication
 * @see RFC 9111, sections 5.2.2.1 (max-age) and 5.3 (Expires); RFC 9110, section 10.2.3 (Retry-After)
 */
export function pollDelaySeconds(hints: PollHints, limits: PollLimits): number {
  if (limits.minSeconds > limits.maxSeconds) {
    throw new RangeError(`poll limits leave no room: ${limits.minSeconds} to ${limits.maxSeconds} s`);
  }
  const wishedSeconds = Math.max(
    usable(hints.baseSeconds),
    usable(hints.ttlMinutes) * 60,
    usable(hints.updateEveryMinutes) * 60,
    Math.min(usable(hints.maxAgeSeconds), MAX_AGE_CAP_SECONDS),
    usable(hints.expiresInSeconds),
    backOffSeconds(hints.failures ?? []),
  );
  const heldSeconds = Math.min(Math.max(wishedSeconds, limits.minSeconds), limits.maxSeconds);
  const orderedSeconds = Math.min(usable(hints.retryAfterSeconds), limits.maxSeconds + 24 * HOUR_SECONDS);
  return Math.ceil(Math.max(heldSeconds, orderedSeconds));
}

/**
 * How often a feed is worth asking, judged by how often it changes: half the usual time between its items, so
 * that news waits about a quarter of that on average. A feed that has fallen silent is asked ever more rarely.
 *
 * @param publishedAtMs publication times of its items, in milliseconds since 1970, in any order
 * @param nowMs the time of the poll
 * @returns whole seconds within `limits`; `fallbackSeconds` when fewer than two items have a date
 */
export function adaptedIntervalSeconds(
  publishedAtMs: readonly number[],
  nowMs: number,
  fallbackSeconds: number,
  limits: PollLimits,
): number {
  const past = publishedAtMs.filter((at) => Number.isFinite(at) && at <= nowMs).toSorted((a, b) => b - a);
  const [newest] = past;
  const medianGapMs = median(past.slice(1).map((at, index) => (past[index] ?? at) - at));
  if (newest === undefined || medianGapMs === undefined) return hold(fallbackSeconds, limits);
  const usualMs = Math.max(medianGapMs, (nowMs - newest) / 2);
  return hold(usualMs / 2_000, limits);
}

/** The first failure may be chance and costs nothing extra. */
function backOffSeconds(failures: readonly PollFailure[]): number {
  return failures.slice(1).reduce((seconds, failure) => seconds + FAILURE_SECONDS[failure], 0);
}

function usable(hint: number | undefined): number {
  return hint !== undefined && Number.isFinite(hint) && hint > 0 ? hint : 0;
}

function hold(seconds: number, limits: PollLimits): number {
  return Math.ceil(Math.min(Math.max(seconds, limits.minSeconds), limits.maxSeconds));
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
