/** A feed is not silent before this long, however busy it is: nights and weekends are no news. */
const LEAST_HOURS = 24;
/** How far beyond its longest pause on record a feed may go. */
const PATIENCE = 2;
/** What is put up with while too little is known of a feed's habit. */
const UNKNOWN_HABIT_HOURS = 7 * 24;
/** Items whose pauses are a habit; fewer may be chance. */
const HABIT_ITEMS = 5;
const HOUR_MS = 3_600_000;

/**
 * How long a feed may have nothing new before that is worth a look: twice the longest pause between its newest items.
 *
 * @param newestItemsAt publication of the newest items, newest first, ISO 8601
 * @returns hours, at least a day
 */
export function patienceHours(newestItemsAt: readonly string[]): number {
  if (newestItemsAt.length < HABIT_ITEMS) return UNKNOWN_HABIT_HOURS;
  const instants = newestItemsAt.map((instant) => Date.parse(instant));
  const pauses = instants.slice(1).map((older, index) => ((instants[index] ?? older) - older) / HOUR_MS);
  return Math.max(LEAST_HOURS, PATIENCE * Math.max(...pauses));
}

/**
 * Whether a feed has been silent beyond its habit. A feed that never had an item has no habit to break.
 *
 * @param now ISO 8601
 */
export function isSilent(newestItemsAt: readonly string[], now: string): boolean {
  const [newest] = newestItemsAt;
  if (newest === undefined) return false;
  return (Date.parse(now) - Date.parse(newest)) / HOUR_MS > patienceHours(newestItemsAt);
}
