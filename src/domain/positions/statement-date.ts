import type { DatePrecision } from './position.ts';

/** When words were said or an act was done: `YYYY-MM-DD`, the first day where the precision is coarser. */
export interface StatementDate {
  readonly date: string | null;
  readonly precision: DatePrecision;
}

export const OPEN_DATE: StatementDate = { date: null, precision: 'open' };

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? (20\\d\\d))?`);
const MONTH_DAY = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (20\\d\\d))?`);
const MONTH_ONLY = new RegExp(
  `\\b(?:[Ii]n|[Ss]ince|of|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Uu]ntil|[Tt]his)[ -](?:(?:early|late|mid|the end of|end of)[ -])?${MONTH}(?: (20\\d\\d))?\\b`,
);
const WEEKDAY = /\b(last |next |this |earlier )?(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b/;

/**
 * Finds the date that a sentence gives for what it reports, relative to the article's own date. Never guesses: without
 * an expression, or with a weekday and no article date to count from, the date stays open.
 *
 * @param articleDate - `YYYY-MM-DD`
 */
export function findStatementDate(sentence: string, articleDate: string | undefined): StatementDate {
  return (
    explicitDay(sentence, articleDate) ??
    relativeDay(sentence, articleDate) ??
    weekday(sentence, articleDate) ??
    relativePeriod(sentence, articleDate) ??
    monthOnly(sentence, articleDate) ??
    OPEN_DATE
  );
}

function explicitDay(sentence: string, articleDate: string | undefined): StatementDate | undefined {
  const dayFirst = DAY_MONTH.exec(sentence);
  if (dayFirst) return dayOf(dayFirst[3], dayFirst[2], dayFirst[1], articleDate);
  const monthFirst = MONTH_DAY.exec(sentence);
  if (monthFirst) return dayOf(monthFirst[3], monthFirst[1], monthFirst[2], articleDate);
  return undefined;
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  articleDate: string | undefined,
): StatementDate | undefined {
  const monthNumber = monthIndex(month) + 1;
  const dayNumber = Number(day);
  if (monthNumber === 0 || dayNumber < 1 || dayNumber > 31) return undefined;
  const chosenYear = year ?? latestYear(monthNumber, dayNumber, articleDate);
  return chosenYear
    ? { date: `${chosenYear}-${twoDigits(monthNumber)}-${twoDigits(dayNumber)}`, precision: 'day' }
    : undefined;
}

/** The year in which the day was last reached, allowing for a page dated a few days too early. */
function latestYear(month: number, day: number, articleDate: string | undefined): string | undefined {
  if (articleDate === undefined) return undefined;
  const year = Number(articleDate.slice(0, 4));
  const sameYear = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return daysBetween(articleDate, sameYear) > 30 ? String(year - 1) : String(year);
}

function relativeDay(sentence: string, articleDate: string | undefined): StatementDate | undefined {
  if (articleDate === undefined) return undefined;
  if (/\b(?:today|this (?:morning|afternoon|evening))\b/i.test(sentence))
    return { date: articleDate, precision: 'day' };
  if (/\b(?:yesterday|last night|the day before|a day earlier)\b/i.test(sentence))
    return { date: addDays(articleDate, -1), precision: 'day' };
  return undefined;
}

function weekday(sentence: string, articleDate: string | undefined): StatementDate | undefined {
  const match = WEEKDAY.exec(sentence);
  if (!match || articleDate === undefined || match[1] === 'next ') return undefined;
  const wanted = WEEKDAYS.indexOf((match[2] ?? '').toLowerCase());
  const today = new Date(`${articleDate}T00:00:00Z`).getUTCDay();
  const back = (today - wanted + 7) % 7;
  return { date: addDays(articleDate, match[1] === 'last ' && back === 0 ? -7 : -back), precision: 'day' };
}

function relativePeriod(sentence: string, articleDate: string | undefined): StatementDate | undefined {
  if (articleDate === undefined) return undefined;
  const monday = addDays(articleDate, -((new Date(`${articleDate}T00:00:00Z`).getUTCDay() + 6) % 7));
  if (/\b(?:earlier )?this week\b|\bin (?:these|recent) days\b/i.test(sentence))
    return { date: monday, precision: 'week' };
  if (/\blast week(?:end)?\b|\bthe week before\b|\ba week (?:ago|earlier)\b/i.test(sentence))
    return { date: addDays(monday, -7), precision: 'week' };
  if (/\b(?:earlier )?this month\b|\bin recent weeks\b/i.test(sentence))
    return { date: `${articleDate.slice(0, 7)}-01`, precision: 'month' };
  if (/\blast month\b|\ba month (?:ago|earlier)\b/i.test(sentence))
    return { date: previousMonth(articleDate), precision: 'month' };
  return undefined;
}

function monthOnly(sentence: string, articleDate: string | undefined): StatementDate | undefined {
  const match = MONTH_ONLY.exec(sentence);
  if (!match) return undefined;
  const month = monthIndex(match[1]) + 1;
  const year = match[2] ?? latestYear(month, 1, articleDate);
  return year ? { date: `${year}-${twoDigits(month)}-01`, precision: 'month' } : undefined;
}

function monthIndex(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
}

function previousMonth(date: string): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return month === 1 ? `${year - 1}-12-01` : `${year}-${twoDigits(month - 1)}-01`;
}

/** The day so many days later; negative numbers go back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from one date to another; positive when the second is later. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
