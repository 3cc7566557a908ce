import { MONTH_BY_NAME } from './month-names.ts';
import { zoneOffsetMinutes } from './zone-offsets.ts';

/** A point in time as a page states it: the publisher's clock, and its zone where the page says so. */
export interface PageDate {
  /** Calendar day at the publisher, YYYY-MM-DD. */
  readonly day: string;
  /** Local time of day HH:MM:SS, if stated. */
  readonly time?: string | undefined;
  /** Minutes east of UTC, if stated. */
  readonly offsetMinutes?: number | undefined;
}

const MIN_YEAR = 1990;
const MAX_YEAR = 2100;

const TIME = String.raw`(\d{1,2})(?:[:.h](\d{2}))(?::(\d{2}))?(?:\.\d+)?\s{0,3}([ap]\.?\s?m\b\.?)?`;
const ZONE = String.raw`(?:\s{0,3}\(?([A-Z]{1,4}(?:\s?[+-−]\d{1,2}(?::?\d{2})?)?|[+-−]\d{2}:?\d{2})\b\)?)?`;
/** Words between a day and its time: ", at", " um", " à", " о", a dash or a bar. */
const BETWEEN = String.raw`(?:[\s,|•·–—-]|\bat\b|\bum\b|\bà\b|\bo\b|\bо\b|\bв\b|\bUhr\b){0,8}`;

/** Every date has one; most lines that are asked for a date have none. */
const YEAR = /\d{4}/;

const ISO_DATE =
  /(\d{4})-(\d{2})-(\d{2})(?:[T ]\s?(\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/;
/** Latin, Greek and Cyrillic letters. `\p{L}` would take the engine longer to build than all dates take to read. */
const LETTER = 'A-Za-zªµºÀ-ÖØ-öø-ɏͰ-ԯ';
const DAY_MONTH_YEAR = new RegExp(
  String.raw`(?<![\d${LETTER}])(\d{1,2})(?:st|nd|rd|th|er|ST|ND|RD|TH|ER|\.|º)?\s{0,3}(?:de\s|DE\s)?[-/ ]?([${LETTER}]{3,10})\.?[-/,]?\s{0,3}(?:de\s|DE\s)?(\d{4})(?!\d)`,
);
const MONTH_DAY_YEAR = new RegExp(
  String.raw`(?<![${LETTER}])([${LETTER}]{3,10})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)?,?\s{1,3}(\d{4})(?!\d)`,
);
const YEAR_FIRST = /(?<!\d)(\d{4})[./年]\s?(\d{1,2})[./月]\s?(\d{1,2})(?!\d)/;
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;
const SLASHED = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/;
const TIME_AFTER = new RegExp(`^${BETWEEN}${TIME}${ZONE}`, 'iu');
const TIME_BEFORE = new RegExp(`${TIME}${ZONE}${BETWEEN}$`, 'iu');
const TIME_ALONE = new RegExp(TIME, 'iu');

/**
 * Reads the first date in a text, with its time and zone where they are stated.
 *
 * A slashed date is read only where one of its numbers cannot be a month (25/05/2024): never guessed. A dotted one
 * is day first wherever it can be.
 */
export function parsePageDate(text: string): PageDate | undefined {
  const line = text.slice(0, 300);
  if (!YEAR.test(line)) return undefined;
  const iso = ISO_DATE.exec(line);
  if (iso) return readIsoDate(iso, line);
  const found = findDay(line);
  if (!found) return undefined;
  const after = line.slice(found.end);
  const before = line.slice(0, found.start);
  const time = TIME_AFTER.exec(after) ?? TIME_BEFORE.exec(before);
  return { day: found.day, ...readTime(time, found.day) };
}

/** The instant in UTC; a date without a time is taken as the start of its day. */
export function toInstant(date: PageDate, fallbackOffsetMinutes = 0): string {
  const localMs = Date.parse(`${date.day}T${date.time ?? '00:00:00'}Z`);
  const offsetMinutes = date.time === undefined ? 0 : (date.offsetMinutes ?? fallbackOffsetMinutes);
  return new Date(localMs - offsetMinutes * 60_000).toISOString();
}

function readIsoDate(match: RegExpExecArray, line: string): PageDate | undefined {
  const [, year, month, date, hours, minutes, seconds = '00', zone] = match;
  const day = calendarDay(Number(year), Number(month), Number(date));
  if (!day) return undefined;
  if (hours === undefined) {
    const time = TIME_AFTER.exec(line.slice(match.index + match[0].length));
    return { day, ...readTime(time, day) };
  }
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return { day };
  const time = `${hours}:${minutes}:${seconds}`;
  const offsetMinutes =
    zone === undefined ? undefined : zoneOffsetMinutes(zone, Date.parse(`${day}T${time}Z`));
  return { day, time, offsetMinutes };
}

function findDay(line: string): { day: string; start: number; end: number } | undefined {
  const readings: readonly [RegExp, (a: string, b: string, c: string) => string | undefined][] = [
    [DAY_MONTH_YEAR, (date, month, year) => namedDay(year, month, date)],
    [MONTH_DAY_YEAR, (month, date, year) => namedDay(year, month, date)],
    [YEAR_FIRST, (year, month, date) => calendarDay(Number(year), Number(month), Number(date))],
    [DOTTED, (first, second, year) => dottedDay(Number(year), Number(first), Number(second))],
    [SLASHED, (first, second, year) => decidableDay(Number(year), Number(first), Number(second))],
  ];
  for (const [pattern, read] of readings) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [whole, a = '', b = '', c = ''] = match;
    const day = read(a, b, c);
    if (day) return { day, start: match.index, end: match.index + whole.length };
  }
  return undefined;
}

function namedDay(year: string, month: string, date: string): string | undefined {
  const number = MONTH_BY_NAME.get(month.toLowerCase());
  return number === undefined ? undefined : calendarDay(Number(year), number, Number(date));
}

/** Day first, but 09.30.2024 can only be read the American way. */
function dottedDay(year: number, first: number, second: number): string | undefined {
  return calendarDay(year, second, first) ?? calendarDay(year, first, second);
}

/** 25/05/2024 and 05/25/2024 say which is the day; 04/05/2024 does not, and 05/05/2024 need not. */
function decidableDay(year: number, first: number, second: number): string | undefined {
  if (first === second || first > 12) return calendarDay(year, second, first);
  return second > 12 ? calendarDay(year, first, second) : undefined;
}

function calendarDay(year: number, month: number, date: number): string | undefined {
  if (year < MIN_YEAR || year > MAX_YEAR) return undefined;
  const instant = new Date(Date.UTC(year, month - 1, date));
  const isReal = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date;
  return isReal ? instant.toISOString().slice(0, 10) : undefined;
}

function readTime(match: RegExpExecArray | null, day: string): Omit<PageDate, 'day'> {
  if (!match || !TIME_ALONE.test(match[0])) return {};
  const [, hour, minutes = '00', seconds = '00', half, zone] = match;
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minutes) > 59 || Number(seconds) > 59) return {};
  const time = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  const offsetMinutes =
    zone === undefined ? undefined : zoneOffsetMinutes(zone, Date.parse(`${day}T${time}Z`));
  return { time, offsetMinutes };
}
