import { addDays, daysBetween } from '../../time/calendar-day.ts';
import type { DatePrecision } from '../position.ts';

/** When words were said or an act was done: `YYYY-MM-DD`, the first day where the precision is coarser. */
export interface StatementDate {
  readonly date: string | null;
  readonly precision: DatePrecision;
}

/** A date that a sentence names, with its place in the sentence in UTF-16 offsets, end exclusive. */
export interface DateMention extends StatementDate {
  readonly start: number;
  readonly end: number;
  /** Whether it dates only what stands behind it: "a day after Doe had allowed it". */
  readonly isOfWhatFollows?: true;
}

/** What dates are counted from. Days are `YYYY-MM-DD`. */
export interface DateContext {
  /** The article's own day; missing when unknown. */
  readonly today?: string | undefined;
  /** The day that the sentences before told of, for "a day earlier" and "the same day". */
  readonly told?: string | undefined;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const WEEKDAY = '(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)';
const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?(?!-a-)|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const PART = '(?:(?:early|late|mid|the (?:end|middle|start|beginning) of|end of)[ -])?';

type Reading = (match: RegExpExecArray, context: DateContext) => StatementDate | undefined;

/** How dates are written, the more certain first; what one of them has read the others leave alone. */
const FORMS: readonly (readonly [RegExp, Reading])[] = [
  [
    new RegExp(
      `\\b(?:${WEEKDAY},? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? (20\\d\\d))?`,
      'g',
    ),
    ([, , day, month, year], { today }) => dayOf(year, month, day, today),
  ],
  [
    new RegExp(
      `\\b(?:${WEEKDAY},? )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d|\\s?[-–]\\s?\\d)(?:,? (20\\d\\d))?`,
      'g',
    ),
    ([, , month, day, year], { today }) => dayOf(year, month, day, today),
  ],
  [
    /\b(?:today|tonight|this (?:morning|afternoon|evening)|earlier in the day)\b/gi,
    (_, { today }) => onDay(today),
  ],
  [/\b(?:yesterday|last night)\b/gi, (_, { today }) => onDay(today, -1)],
  [
    /\b(?:the|that) same (?:day|evening|morning)\b|\bhours (?:before|earlier|later)\b/gi,
    (_, context) => onDay(told(context)),
  ],
  [
    /\bthe (?:day|evening|night) before\b|\ba day (?:before|earlier)\b|\bthe previous (?:day|evening|night)\b/gi,
    (_, context) => onDay(told(context), -1),
  ],
  [
    /\bthe (?:next|following) (?:day|morning)\b|\ba day (?:later\b|after(?=[,.;]| that\b))/gi,
    (_, context) => onDay(context.told, 1),
  ],
  [
    /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) days (ago|before|earlier)\b/gi,
    ([, count, from], context) => onDay(from === 'ago' ? context.today : told(context), -numberOf(count)),
  ],
  [new RegExp(`\\b(?:(last|next) )?${WEEKDAY}\\b`, 'g'), weekday],
  [/\b(?:(?:at|on|over) the|this|last) weekend\b/gi, (_, { today }) => weekend(today)],
  [
    /\bthis week\b|\bin (?:these|recent|the past few|the last few) days\b/gi,
    (_, { today }) => week(today, 0),
  ],
  [/\blast week\b|\bthe week before\b|\ba week (?:ago|earlier)\b/gi, (_, { today }) => week(today, 1)],
  [
    /\bthis month\b|\b(?:in|over) (?:the )?(?:recent|past few|last few) weeks\b/gi,
    (_, { today }) =>
      today === undefined ? undefined : { date: `${today.slice(0, 7)}-01`, precision: 'month' },
  ],
  [
    /\blast month\b|\ba month (?:ago|earlier)\b/gi,
    (_, { today }) => (today === undefined ? undefined : { date: monthBefore(today), precision: 'month' }),
  ],
  [
    new RegExp(
      `\\b(?:[Ii]n|[Ss]ince|of|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Uu]ntil|[Tt]his|[Aa]t)[ -]${PART}${MONTH}(?: (20\\d\\d))?\\b`,
      'g',
    ),
    ([, month, year], { today }) => monthOf(year, month, today),
  ],
];

/** A cheap sign that a sentence may name a date at all. */
const MAY_NAME =
  /\d|day|week|month|night|morning|evening|afternoon|hours|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;

/** Finds the dates that a sentence names, in the order of the text. Relative ones need a day to count from. */
export function findDateMentions(sentence: string, context: DateContext): DateMention[] {
  const found: DateMention[] = [];
  if (!MAY_NAME.test(sentence)) return found;
  for (const [form, read] of FORMS) {
    // most forms are in no sentence, and a search costs less than to begin to match all
    if (sentence.search(form) < 0) continue;
    for (const match of sentence.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const date = read(match, context);
      if (date && !isToCome(date, context)) found.push({ ...date, start, end });
    }
  }
  const before = found.sort((one, other) => one.start - other.start);
  return [...before, ...countedBack(sentence, before, context)];
}

/** "Two days after Doe had allowed it". */
const DAYS_AFTER =
  /\b(a|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) days? after (?!(?:all|that|this|which)\b)/gi;

/** Days of what others follow, counted back from the day that the sentence names before, else from the one last told. */
function countedBack(sentence: string, found: readonly DateMention[], context: DateContext): DateMention[] {
  if (sentence.search(DAYS_AFTER) < 0) return [];
  return [...sentence.matchAll(DAYS_AFTER)].flatMap(({ index: start, 0: words, 1: count }) => {
    const named = found.findLast((mention) => mention.end <= start && mention.precision === 'day')?.date;
    const date = onDay(named ?? told(context), -(count?.toLowerCase() === 'a' ? 1 : numberOf(count)));
    return date ? [{ ...date, start, end: start + words.length, isOfWhatFollows: true }] : [];
  });
}

/** A day after the article's; one day is allowed for its time zone. */
function isToCome({ date }: StatementDate, { today }: DateContext): boolean {
  return date !== null && today !== undefined && daysBetween(today, date) > 1;
}

function onDay(day: string | undefined, offset = 0): StatementDate | undefined {
  return day === undefined ? undefined : { date: addDays(day, offset), precision: 'day' };
}

function told(context: DateContext): string | undefined {
  return context.told ?? context.today;
}

function weekday([, relation, name]: RegExpExecArray, { today }: DateContext): StatementDate | undefined {
  if (today === undefined || relation === 'next') return undefined;
  const found = onWeekday(today, WEEKDAYS.indexOf((name ?? '').toLowerCase()));
  return relation === 'last' && found.date === today ? onDay(today, -7) : found;
}

/** The last such weekday up to a day. */
function onWeekday(today: string, wanted: number): StatementDate {
  return { date: addDays(today, -((dayOfWeek(today) - wanted + 7) % 7)), precision: 'day' };
}

/** From the last Saturday. */
function weekend(today: string | undefined): StatementDate | undefined {
  return today === undefined ? undefined : { ...onWeekday(today, 6), precision: 'period' };
}

/** The week, from Monday, so many weeks ago; on a Sunday "last week" is the one that ends. */
function week(today: string | undefined, ago: number): StatementDate | undefined {
  if (today === undefined) return undefined;
  if (ago > 0 && dayOfWeek(today) === 0) return week(addDays(today, -1), ago - 1);
  return { date: addDays(today, -((dayOfWeek(today) + 6) % 7) - 7 * ago), precision: 'week' };
}

function dayOfWeek(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: string | undefined,
): StatementDate | undefined {
  const monthNumber = monthIndex(month) + 1;
  const dayNumber = Number(day);
  if (monthNumber === 0 || dayNumber < 1 || dayNumber > 31) return undefined;
  const chosenYear = year ?? latestYear(monthNumber, dayNumber, today);
  return chosenYear
    ? { date: `${chosenYear}-${twoDigits(monthNumber)}-${twoDigits(dayNumber)}`, precision: 'day' }
    : undefined;
}

function monthOf(
  year: string | undefined,
  name: string | undefined,
  today: string | undefined,
): StatementDate | undefined {
  const month = monthIndex(name) + 1;
  const chosenYear = year ?? latestYear(month, 1, today);
  return chosenYear ? { date: `${chosenYear}-${twoDigits(month)}-01`, precision: 'month' } : undefined;
}

/** The year in which the day was last reached, allowing for a page dated a few days too early. */
function latestYear(month: number, day: number, today: string | undefined): string | undefined {
  if (today === undefined) return undefined;
  const year = Number(today.slice(0, 4));
  const sameYear = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return daysBetween(today, sameYear) > 30 ? String(year - 1) : String(year);
}

function monthBefore(day: string): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return month === 1 ? `${year - 1}-12-01` : `${year}-${twoDigits(month - 1)}-01`;
}

function monthIndex(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
}

function numberOf(word: string | undefined): number {
  const known = NUMBERS.indexOf((word ?? '').toLowerCase());
  return known > 0 ? known : Number(word);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
