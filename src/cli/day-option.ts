import { type Command, InvalidArgumentError } from 'commander';
import type { DaySpan } from '../pipeline/questions.ts';

/** @throws InvalidArgumentError for anything but a day of the calendar */
export function parseDay(value: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && isOnCalendar(value);
  if (!isDay) throw new InvalidArgumentError('Use a day such as 2024-05-31.');
  return value;
}

export function withSpanOptions(command: Command): Command {
  return command
    .option('--since <day>', 'first day, UTC', parseDay)
    .option('--until <day>', 'last day, UTC; today unless given', parseDay);
}

/** The span asked for; from the beginning when no first day is given. */
export function spanOf(options: { since?: string; until?: string }, today: string): DaySpan {
  return { since: options.since ?? '0000-00-00', until: options.until ?? today };
}

function isOnCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
