import { addDays, daysBetween } from '../time/calendar-day.ts';

/** Names a place on the scale; between 0 and 1. */
export interface TimeTick {
  readonly at: number;
  /** `May`, or `28 May` where single days are told apart. */
  readonly label: string;
  /** `2024` where the year begins or the scale does, else empty. */
  readonly year: string;
}

export interface TimeScale {
  /** Place of a day, 0 to 1; days outside of the scale are held at its ends. */
  readonly place: (day: string) => number;
  readonly ticks: readonly TimeTick[];
  /** From one mark to the next of the same lane and day. */
  readonly markStep: number;
  /** The narrowest in which marks of one lane stay apart: CSS pixels. */
  readonly minWidth: number;
}

/** Marks of one lane lie at least this far apart: WCAG 2.2, 2.5.8 asks for targets of 24 px. */
const MARK_DISTANCE_PX = 25;
/** A day costs a pixel until nothing has changed for so long; from then on less. */
const FULL_QUIET_DAYS = 20;
const LATER_QUIET_PX = 0.45;
/** Room for what has no day, before the first, and for what stands, after the last. */
const UNDATED_PX = 40;
const AFTER_PX = 24;
const MIN_WIDTH_PX = 520;
const TICK_DISTANCE_PX = 40;
const DAY_TICK_DISTANCE_PX = 54;
/** Longer stretches are marked by months. */
const MAX_DAYS_MARKED = 45;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Lays days out from left to right so that two changes of one lane never cover each other: a day is a pixel wide, quiet
 * stretches are drawn shorter, and busy days are pulled apart just as far as their marks need.
 *
 * @param lanes the days of each lane's marks, `YYYY-MM-DD`; a day comes as often as it has marks, and one that is not
 *   known is empty: its place is 0
 * @param until the day at which the scale ends
 */
export function layTime(lanes: readonly (readonly string[])[], until: string): TimeScale {
  const days = [...new Set([...lanes.flat(), until])].filter((day) => day !== '' && day <= until).toSorted();
  const lastMarks = Math.max(1, ...lanes.map((lane) => lane.filter((day) => day === days.at(-1)).length));
  const before = lanes.some((lane) => lane.includes('')) ? UNDATED_PX : 0;
  const after = (lastMarks - 1) * MARK_DISTANCE_PX + AFTER_PX;
  const tight = placeDays(days, lanes);
  const room = Math.max(tight.at(-1) ?? 0, MIN_WIDTH_PX - before - after);
  const stretch = room / Math.max(1, tight.at(-1) ?? 0);
  const pixels = tight.map((pixel) => before + pixel * stretch);
  const width = before + room + after;
  const place = (day: string) => (day === '' ? 0 : pixelOf(day, days, pixels) / width);
  return {
    place,
    markStep: MARK_DISTANCE_PX / width,
    minWidth: Math.ceil(width),
    ticks: ticksOf(days, place, width),
  };
}

function placeDays(days: readonly string[], lanes: readonly (readonly string[])[]): number[] {
  const marks = lanes.map((lane) => Map.groupBy(lane, (day) => day));
  const roomFrom = new Map<number, number>();
  const pixels: number[] = [];
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    const quiet = before === undefined ? 0 : (pixels[index - 1] ?? 0) + quietWidth(before, day);
    const marked = marks.flatMap((lane, number) => (lane.has(day) ? [number] : []));
    const pixel = Math.max(quiet, ...marked.map((lane) => roomFrom.get(lane) ?? 0));
    for (const lane of marked) {
      roomFrom.set(lane, pixel + (marks[lane]?.get(day)?.length ?? 0) * MARK_DISTANCE_PX);
    }
    pixels.push(pixel);
  }
  return pixels;
}

function quietWidth(from: string, to: string): number {
  const days = daysBetween(from, to);
  return Math.min(days, FULL_QUIET_DAYS) + Math.max(0, days - FULL_QUIET_DAYS) * LATER_QUIET_PX;
}

/** Between two days with a change, time runs evenly. */
function pixelOf(day: string, days: readonly string[], pixels: readonly number[]): number {
  const next = days.findIndex((other) => other >= day);
  if (next < 0) return pixels.at(-1) ?? 0;
  const nextDay = days[next] ?? day;
  const nextPixel = pixels[next] ?? 0;
  const beforeDay = days[next - 1];
  if (nextDay === day || beforeDay === undefined) return nextPixel;
  const beforePixel = pixels[next - 1] ?? 0;
  const share = daysBetween(beforeDay, day) / daysBetween(beforeDay, nextDay);
  return beforePixel + share * (nextPixel - beforePixel);
}

/** As many labels as have room; where a year begins, it is the one that stays. */
function ticksOf(days: readonly string[], place: (day: string) => number, width: number): TimeTick[] {
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  const byDay = daysBetween(first, last) <= MAX_DAYS_MARKED;
  const distance = (byDay ? DAY_TICK_DISTANCE_PX : TICK_DISTANCE_PX) / width;
  const kept: TimeTick[] = [];
  for (const day of byDay ? everyDay(first, last) : monthStarts(first, last)) {
    const tick = { at: place(day), label: labelOf(day, byDay), year: '' };
    const isNewYear = day.slice(5) === '01-01';
    const before = kept.at(-1);
    const isTooNear = before !== undefined && tick.at - before.at < distance;
    if (isTooNear && !isNewYear) continue;
    if (isTooNear) kept.pop();
    kept.push({ ...tick, year: isNewYear || kept.length === 0 ? day.slice(0, 4) : '' });
  }
  return kept;
}

function labelOf(day: string, withDay: boolean): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return withDay ? `${Number(day.slice(8, 10))} ${month}` : month;
}

function everyDay(first: string, last: string): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

function monthStarts(first: string, last: string): string[] {
  const starts = [];
  let [year = 0, month = 0] = first.split('-').map(Number);
  for (;;) {
    const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (day > last) return starts;
    if (day >= first) starts.push(day);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}
