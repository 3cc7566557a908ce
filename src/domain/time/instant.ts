/** Any spelling of an ISO 8601 instant, as UTC with milliseconds: the one spelling that sorts as text. */
export function asInstant(iso: string): string {
  return new Date(iso).toISOString();
}

/** An instant so many seconds after another (before it, when negative), ISO 8601 UTC. */
export function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

/** Whole seconds since 1970, as a table's time to live wants them. */
export function epochSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}
