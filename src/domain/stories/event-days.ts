import type { StoryArticle } from './story.ts';

const DAY_MS = 86_400_000;
/** The event's day stands at the top; further down are dates of background. */
const LEAD_CHARACTERS = 700;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTH_NAME =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTH_NAME})\\b`, 'giu');
const MONTH_DAY = new RegExp(`\\b(${MONTH_NAME})\\.? (\\d{1,2})\\b(?! ?(?:%|percent|per cent))`, 'giu');
const WEEKDAY = new RegExp(`\\b(${WEEKDAYS.join('|')})\\b`, 'giu');

/** Days since 1970 on which what an article reports took place, and how sure that is. */
export interface EventDays {
  readonly days: readonly number[];
  /** `positions`: dated statements were found. `lead`: days named in the first lines. */
  readonly from: 'positions' | 'lead' | 'none';
}

/**
 * The days an article is about: those of its news positions where they are known to the day, else those that its first
 * lines name ("on Friday", "28 May"), resolved against the time it was listed.
 */
export function findEventDays(article: StoryArticle): EventDays {
  const stated = article.positions
    .filter((position) => position.status === 'news' && position.datePrecision === 'day')
    .flatMap((position) => dayNumber(position.statementDate ?? '') ?? []);
  if (stated.length > 0) return { days: distinct(stated), from: 'positions' };
  const named = findLeadDays(article.text.slice(0, LEAD_CHARACTERS), article.listedAt);
  return named.length > 0 ? { days: named, from: 'lead' } : { days: [], from: 'none' };
}

/** Days between the nearest two; undefined when either article names none. */
export function eventGapDays(one: EventDays, other: EventDays): number | undefined {
  if (one.days.length === 0 || other.days.length === 0) return undefined;
  return Math.min(...one.days.map((day) => Math.min(...other.days.map((second) => Math.abs(day - second)))));
}

function findLeadDays(lead: string, listedAt: string): number[] {
  const listedDay = dayNumber(listedAt.slice(0, 10));
  if (listedDay === undefined) return [];
  const days = [
    ...[...lead.matchAll(DAY_MONTH)].map(([, day, month]) => nearestDate(month, day, listedDay)),
    ...[...lead.matchAll(MONTH_DAY)].map(([, month, day]) => nearestDate(month, day, listedDay)),
    ...[...lead.matchAll(WEEKDAY)].map(([name]) => lastWeekday(name, listedDay)),
  ];
  // A week is as far back as a lead looks for its news; next week's summit is not what happened.
  return distinct(days.filter((day) => day !== undefined && day <= listedDay + 1 && day > listedDay - 8));
}

/** The date in the listing's year, or in the one before or after it, whichever is nearest. */
function nearestDate(
  monthName: string | undefined,
  day: string | undefined,
  listedDay: number,
): number | undefined {
  const month = MONTHS.indexOf((monthName ?? '').slice(0, 3).toLowerCase());
  const dayOfMonth = Number(day);
  if (month < 0 || dayOfMonth < 1 || dayOfMonth > 31) return undefined;
  const year = new Date(listedDay * DAY_MS).getUTCFullYear();
  const candidates = [year - 1, year, year + 1].map((one) => Date.UTC(one, month, dayOfMonth) / DAY_MS);
  return candidates.toSorted((one, other) => Math.abs(one - listedDay) - Math.abs(other - listedDay))[0];
}

/** The latest day of that name, the listing's own day included. */
function lastWeekday(name: string, listedDay: number): number {
  const listedWeekday = new Date(listedDay * DAY_MS).getUTCDay();
  return listedDay - ((listedWeekday - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7);
}

/** Days since 1970 of `YYYY-MM-DD`; undefined when it is no calendar day. */
export function dayNumber(date: string): number | undefined {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / DAY_MS;
}

function distinct(days: readonly (number | undefined)[]): number[] {
  return [...new Set(days.filter((day) => day !== undefined))].sort((one, other) => one - other);
}
