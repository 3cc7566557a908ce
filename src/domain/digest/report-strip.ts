import type { ReportStrip } from './digest.ts';
import type { DayCount } from './digest-input.ts';
import { formatDayShort } from './format-dates.ts';
import { countNoun } from './wording.ts';

const MAX_DAYS = 30;

/** How much was reported a day, as shares for drawing and as figures for reading. */
export function compileReportStrip(perDay: readonly DayCount[], date: string): ReportStrip {
  const days = perDay.slice(-MAX_DAYS);
  const most = Math.max(0, ...days.map((day) => day.articleCount));
  return {
    days: days.map((day) => ({
      label: formatDayShort(day.date),
      articleCount: day.articleCount,
      share: most === 0 ? 0 : day.articleCount / most,
      isToday: day.date === date,
    })),
    inWords: describeDays(days, most),
  };
}

function describeDays(days: readonly DayCount[], most: number): string {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return '';
  const total = days.reduce((sum, day) => sum + day.articleCount, 0);
  const span = `${formatDayShort(first.date)} to ${formatDayShort(last.date)}`;
  if (total === 0) return `No relevant article from ${span}.`;
  const busiest = days.findLast((day) => day.articleCount === most) ?? last;
  const quiet = days.filter((day) => day.articleCount === 0).length;
  const recent = days.slice(-7).map((day) => day.articleCount);
  const peak = most > 1 ? `, most on ${formatDayShort(busiest.date)} (${most})` : '';
  return [
    `${countNoun(total, 'relevant article')} from ${span}${peak};`,
    `${quiet === 1 ? '1 day' : `${quiet} days`} had none.`,
    `The last ${countNoun(recent.length, 'day')}, up to today: ${recent.join(', ')}.`,
  ].join(' ');
}
