import { daysBetween } from '../time/calendar-day.ts';
import { localTime } from '../time/local-time.ts';

const HOURS_A_DAY = 24;

/**
 * Hours since the first digest was due that is not there: the one of the day after the newest, from its hour on. A house
 * without any digest yet owes none for the days before today.
 *
 * @param newestDate the newest digest's local day, undefined when there is none
 * @param now ISO 8601 UTC
 */
export function digestHoursLate(
  newestDate: string | undefined,
  now: string,
  due: { readonly hour: number; readonly timeZone: string },
): number {
  const { date, hour } = localTime(now, due.timeZone);
  const daysOwed = newestDate === undefined ? 0 : daysBetween(newestDate, date) - 1;
  return Math.max(0, daysOwed * HOURS_A_DAY + hour - due.hour);
}
