const DAY_MS = 86_400_000;

/** `2024-05-31` → `31 May 2024`; anything that is not a calendar day comes back as it is. */
export function formatDay(date: string): string {
  return formatCalendarDay(date, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `2024-05-31` → `31 May`. */
export function formatDayShort(date: string): string {
  return formatCalendarDay(date, { day: 'numeric', month: 'short' });
}

/** `2024-05-31` → `Friday 31 May 2024`. */
export function formatWeekday(date: string): string {
  const weekday = formatCalendarDay(date, { weekday: 'long' });
  return weekday === date ? date : `${weekday} ${formatDay(date)}`;
}

/** `2024-05-31T05:00:00Z` in Europe/Berlin → `31 May 2024, 07:00`. */
export function formatInstant(at: string, timeZone: string): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  const clock = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return `${formatDay(localDate(at, timeZone))}, ${clock.format(time)}`;
}

/** The calendar day, `YYYY-MM-DD`, on which an instant falls in a time zone. */
export function localDate(at: string, timeZone: string): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  const parts = formatter({ year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).formatToParts(
    time,
  );
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Whole days from one calendar day to a later one; undefined when either is not a calendar day. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
  return Number.isNaN(days) ? undefined : days;
}

function formatCalendarDay(date: string, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : formatter({ ...options, timeZone: 'UTC' }).format(time);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a hundred times its use, so each kind is built once. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', options);
  formatters.set(key, made);
  return made;
}
