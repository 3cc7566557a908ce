import { MONTH_NAMES } from './month-names.ts';
import { ZONE_OFFSET_MINUTES } from './zone-offsets.ts';

/** No date is longer; a longer text is not searched for one. */
const MAX_DATE_CHARACTERS = 80;

/** News is not older than this, and zero years ("0001-01-01") stand for "no date". */
const EARLIEST_YEAR = 1900;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The first of several texts that is a readable date. See `parseFeedDate`. */
export function findFeedDate(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const date = parseFeedDate(text);
    if (date !== undefined) return date;
  }
  return undefined;
}

/**
 * Reads a date in any of the spellings found in feeds: RFC 822 and its many near misses, RFC 3339 and the rest
 * of ISO 8601, `asctime`, seconds since 1970, month names in two dozen languages.
 *
 * - Without a zone it is UTC, never the zone of the machine.
 * - Years of two digits below 90 are in this century.
 * - "3/4/2024" is American (March); "3.4.2024" and "3-4-2024" are not (April).
 * - A date that does not exist (31 February) is no date.
 *
 * @returns ISO 8601 in UTC with milliseconds, or undefined when the text holds no complete date
 * @see RFC 822 section 5, RFC 3339, ISO 8601
 */
export function parseFeedDate(text: string): string | undefined {
  const written = text.trim();
  if (written === '' || written.length > MAX_DATE_CHARACTERS) return undefined;
  if (CORRECT_DATE.test(written)) {
    const instant = Date.parse(written);
    if (!Number.isNaN(instant)) return new Date(instant).toISOString();
  }
  const epochMs = epochOf(written);
  if (epochMs !== undefined) return new Date(epochMs).toISOString();

  const { time, around } = splitTime(spelledOut(fold(written)));
  const day = readDay(around.date);
  if (day === undefined || time === undefined) return undefined;
  const instantMs = day + time - around.offsetMinutes * MINUTE_MS;
  return new Date(instantMs).toISOString();
}

/**
 * RFC 822 and RFC 3339 to the letter, as most feeds have them: the engine reads these by itself, and faster. The
 * last days of a month are left out, since the engine makes 3 March of 31 February.
 */
const CORRECT_DATE =
  /^(?:(?:[A-Z][a-z]{2}, )?(?:0?[1-9]|1\d|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?:19|20)\d\d \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})|(?:19|20)\d\d-\d\d-(?:0[1-9]|1\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d))$/;

/** Ten digits are seconds since 1970, thirteen are milliseconds. */
function epochOf(text: string): number | undefined {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1_000;
  return /^\d{12,13}$/.test(text) ? Number(text) : undefined;
}

/** Lower case without accents, so that "Août", "août" and "aout" are one word. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0131/g, 'i')
    .replace(/\s+/g, ' ');
}

/** "20240903t091500z" → "2024-09-03t09:15:00z", and "2024-09-03t09" → "2024-09-03t09:00". */
function spelledOut(text: string): string {
  return text
    .replace(/^(\d{4})(\d\d)(\d\d)(?=\d{4}(?:\d\d)?$)/, '$1-$2-$3t')
    .replace(
      /^(\d{4})-?(\d\d)-?(\d\d)t(\d\d)(\d\d)(\d\d)?(?!\d)/,
      (_all, y, mo, d, h, mi, s) => `${y}-${mo}-${d}t${h}:${mi}:${s ?? '00'}`,
    )
    .replace(/^(\d{4}-\d\d-\d\d)t(\d\d)(?=$|z|[+-])/, '$1t$2:00')
    .replace(/ 0000$/, ' +0000');
}

interface TimeSplit {
  /** Milliseconds since midnight; 0 when no time is given, undefined when there is no such time. */
  readonly time: number | undefined;
  readonly around: { readonly date: string; readonly offsetMinutes: number };
}

const CLOCK = /(?<!\d)(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\.?\s?m\b\.?)?/;

/** Words for the second half of the day that stand before or after the time: Korean, Chinese, Japanese. */
const AFTERNOON = new RegExp(['오후', '下午', '午後'].map(fold).join('|'));

function splitTime(text: string): TimeSplit {
  const clock = CLOCK.exec(text);
  if (clock === null) return { time: 0, around: { date: text, offsetMinutes: 0 } };
  const [found, hour = '', minute = '', second = '0', fraction = '', half] = clock;
  const after = text.slice(clock.index + found.length);
  const zone = readZone(after);
  const date = `${text.slice(0, clock.index).replace(/t$/, ' ')} ${zone.rest}`;
  const isAfternoon = half === 'p' || AFTERNOON.test(text);
  const time = timeOfDayMs(Number(hour), Number(minute), Number(second), half, isAfternoon);
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return {
    time: time === undefined || zone.offsetMinutes === undefined ? undefined : time + milliseconds,
    around: { date, offsetMinutes: zone.offsetMinutes ?? 0 },
  };
}

function timeOfDayMs(
  hour: number,
  minute: number,
  second: number,
  half: string | undefined,
  isAfternoon: boolean,
): number | undefined {
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 60) return undefined;
  const hours = isAfternoon && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour;
  return (hours * 3_600 + minute * 60 + second) * 1_000;
}

interface Zone {
  /** Minutes east of UTC; undefined for an offset that no place has. */
  readonly offsetMinutes: number | undefined;
  /** The text behind the time without the zone. */
  readonly rest: string;
}

const NUMERIC_ZONE = /(?:^|\s|\()\(?(?:(?:gmt|utc|ut|z)\s?)?([+-])(\d{1,2}):?(\d\d)?(?!\d)/;

/** Reads "+02:00", "GMT+2", "-0500 (EST)", "CEST" or "etc/gmt" out of the text behind a time. */
function readZone(after: string): Zone {
  const numeric = NUMERIC_ZONE.exec(after);
  if (numeric !== null) {
    const [found, sign, hours = '0', minutes = '0'] = numeric;
    const offset = Number(hours) * 60 + Number(minutes);
    const rest = `${after.slice(0, numeric.index)} ${after.slice(numeric.index + found.length)}`;
    return { offsetMinutes: offset > 24 * 60 ? undefined : sign === '-' ? -offset : offset, rest };
  }
  for (const word of after.matchAll(/[a-z]+/g)) {
    const offsetMinutes = Object.hasOwn(ZONE_OFFSET_MINUTES, word[0])
      ? ZONE_OFFSET_MINUTES[word[0]]
      : undefined;
    if (offsetMinutes === undefined) continue;
    return { offsetMinutes, rest: after.slice(0, word.index) + after.slice(word.index + word[0].length) };
  }
  return { offsetMinutes: 0, rest: after };
}

/** @returns midnight of the day, in milliseconds since 1970 */
function readDay(text: string): number | undefined {
  const numbers = text.match(/\d+/g) ?? [];
  const month = monthIn(text);
  if (month !== undefined) return namedDay(numbers, month);
  const [first = '', second = '', third] = numbers;
  if (numbers.length === 1) return compactDay(first);
  if (numbers.length === 2 && first.length === 4) {
    return second.length === 3 ? ordinalDay(first, second) : dayMs(first, second, '1');
  }
  if (numbers.length !== 3 || third === undefined) return undefined;
  return numericDay(first, second, third, text);
}

/** "6 Sep 2010", "Sept 6, 2010", "2010 Sep 6": whichever number cannot be a day is the year. */
function namedDay(numbers: readonly string[], month: number): number | undefined {
  const [first, second] = numbers;
  if (first === undefined || second === undefined || numbers.length > 2) return undefined;
  const [day, year] = first.length > 2 ? [second, first] : [first, second];
  return dayMs(year, String(month), day);
}

function numericDay(first: string, second: string, third: string, text: string): number | undefined {
  if (first.length === 4) return dayMs(first, second, third);
  const isYearFirst = third.length <= 2 && new RegExp(`${first}-${second}-`).test(text);
  if (isYearFirst) return dayMs(first, second, third);
  const isAmerican = new RegExp(`${first} ?/`).test(text) && Number(first) <= 12;
  return isAmerican ? dayMs(third, first, second) : dayMs(third, second, first);
}

/** "20100906", "100906", "2010249" (the 249th day), "2010". */
function compactDay(digits: string): number | undefined {
  if (digits.length === 8) return dayMs(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  if (digits.length === 6) return dayMs(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4));
  if (digits.length === 7) return ordinalDay(digits.slice(0, 4), digits.slice(4));
  return digits.length === 4 ? dayMs(digits, '1', '1') : undefined;
}

function ordinalDay(year: string, ordinal: string): number | undefined {
  const newYear = dayMs(year, '1', '1');
  const days = Number(ordinal);
  if (newYear === undefined || days < 1 || days > 366) return undefined;
  return newYear + (days - 1) * DAY_MS;
}

function dayMs(yearText: string, monthText: string, dayText: string): number | undefined {
  const year = fullYear(yearText);
  const [month, day] = [Number(monthText), Number(dayText)];
  if (year < EARLIEST_YEAR || year > 9_999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : undefined;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 90 ? 2_000 + year : 1_900 + year;
}

/** The month that a date names. Where two words could be one ("mar, 6 sep 2010"), the first is a weekday. */
function monthIn(text: string): number | undefined {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  for (const word of words.toReversed()) {
    const month = EXACT_MONTHS.get(word) ?? monthStartingWith(word);
    if (month !== undefined) return month;
  }
  return undefined;
}

const EXACT_MONTHS: ReadonlyMap<string, number> = new Map(
  Object.values(MONTH_NAMES).flatMap((names) =>
    names
      .split(' ')
      .flatMap((forms, index) => forms.split('|').map((form) => [fold(form), index + 1] as const)),
  ),
);

/** The one month whose names in some language start like this; undefined when languages disagree. */
function monthStartingWith(word: string): number | undefined {
  const months = new Set<number>();
  for (const [name, month] of EXACT_MONTHS) {
    if (name.startsWith(word)) months.add(month);
  }
  return months.size === 1 ? [...months][0] : undefined;
}
