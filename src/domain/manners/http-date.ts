const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Sun, 06 Nov 1994 08:49:37 GMT`, and `Sunday, 06-Nov-94 08:49:37 GMT` of RFC 850. */
const DAY_FIRST =
  /^[a-z]{3,9}, (\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2}) (\d{2}):(\d{2}):(\d{2}) (?:gmt|utc)$/;

/** `Sun Nov  6 08:49:37 1994`, the output of C's `asctime()`. */
const ASCTIME = /^[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/;

/**
 * Reads an HTTP date in any of the three spellings that a recipient must accept. All of them are in UTC; `Date.parse`
 * would read the third one in the time zone of the machine.
 *
 * @returns milliseconds since 1970, or undefined for anything else
 * @see RFC 9110 section 5.6.7
 */
export function parseHttpDate(text: string): number | undefined {
  const lowered = text.trim().toLowerCase();
  const dayFirst = DAY_FIRST.exec(lowered);
  if (dayFirst) {
    const [, day, month, year, hour, minute, second] = dayFirst;
    return instant(year, month, day, [hour, minute, second]);
  }
  const asctime = ASCTIME.exec(lowered);
  if (asctime) {
    const [, month, day, hour, minute, second, year] = asctime;
    return instant(year, month, day, [hour, minute, second]);
  }
  return undefined;
}

function instant(
  year = '',
  month = '',
  day = '',
  [hour = '', minute = '', second = '']: readonly (string | undefined)[],
): number | undefined {
  const monthIndex = MONTHS.indexOf(month);
  const timeMs = Date.UTC(
    fullYear(year),
    monthIndex,
    Number(day),
    Number(hour),
    Number(minute),
    Math.min(Number(second), 59), // a leap second is 60, which would roll over
  );
  const isReal = monthIndex >= 0 && new Date(timeMs).getUTCDate() === Number(day) && Number(second) <= 60;
  return isReal && Number(hour) < 24 && Number(minute) < 60 ? timeMs : undefined;
}

/** Two digits end where POSIX ends them (69 is 1969): the RFC's "50 years from now" would need a clock. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}
