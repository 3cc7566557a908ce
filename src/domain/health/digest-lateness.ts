import { addDays } from '../time/calendar-day.ts';
import { localTime } from '../time/local-time.ts';

/**
 * Hours since a digest was due that is not there: today's from its hour on, before that yesterday's. A house without any
 * digest yet owes none for yesterday.
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
  if (hour >= due.hour) return newestDate !== undefined && newestDate >= date ? 0 : hour - due.hour;
  const owesYesterday = newestDate !== undefined && newestDate < addDays(date, -1);
  return owesYesterday ? 24 - due.hour + hour : 0;
}
