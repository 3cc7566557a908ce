/** A calendar day and hour on somebody's wall. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** 0 to 23 */
  readonly hour: number;
}

/**
 * What a clock on the wall of a time zone shows at an instant, daylight saving included.
 *
 * @param instant ISO 8601
 * @param timeZone IANA name
 */
export function localTime(instant: string, timeZone: string): LocalTime {
  const parts = wallClock(timeZone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a hundred times its use, so each zone's is built once. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  wallClocks.set(timeZone, made);
  return made;
}
