import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layTime } from '../../../src/domain/archive-site/time-scale.ts';
import { addDays } from '../../../src/domain/time/calendar-day.ts';

const UNTIL = '2026-01-31';
const anyDay = fc.integer({ min: 0, max: 760 }).map((days) => addDays('2024-01-01', days));
const anyLanes = fc.array(fc.array(anyDay, { maxLength: 30 }), { maxLength: 12 });

describe('layTime', () => {
  it('keeps the order of days, whatever the marks', () => {
    fc.assert(
      fc.property(anyLanes, anyDay, anyDay, (lanes, one, other) => {
        const { place } = layTime(lanes, UNTIL);
        const [first = '', second = ''] = [one, other].toSorted();
        expect(place(first)).toBeLessThanOrEqual(place(second));
        expect(place(first)).toBeGreaterThanOrEqual(0);
        expect(place(second)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never lets two marks of one lane come closer than a finger needs', () => {
    fc.assert(
      fc.property(anyLanes, (lanes) => {
        const { place, minWidth } = layTime(lanes, UNTIL);
        for (const lane of lanes) {
          const places = [...new Set(lane.filter((day) => day <= UNTIL))].toSorted().map(place);
          const gaps = places.slice(1).map((at, index) => (at - (places[index] ?? 0)) * minWidth);
          expect(Math.min(Number.POSITIVE_INFINITY, ...gaps)).toBeGreaterThan(23.9);
        }
      }),
    );
  });

  it('leaves room for several marks of one day', () => {
    const { place, markStep, minWidth } = layTime([['2024-05-30', '2024-05-30', '2024-05-31']], '2024-06-30');
    expect(place('2024-05-31')).toBeGreaterThanOrEqual(place('2024-05-30') + 2 * markStep - 1e-9);
    expect(markStep * minWidth).toBeGreaterThanOrEqual(24);
  });

  it('keeps the left edge for what has no day', () => {
    const { place } = layTime([['', '2024-05-30']], '2024-06-30');
    expect(place('')).toBe(0);
    expect(place('2024-05-30')).toBeGreaterThan(0.05);
    expect(layTime([['2024-05-30']], '2024-06-30').place('2024-05-30')).toBe(0);
  });

  it('names the days of a short span and the months of a long one, with the year where it begins', () => {
    const short = layTime([['2024-05-28', '2024-05-31']], '2024-06-03').ticks;
    expect(short[0]).toMatchObject({ label: '28 May', year: '2024' });
    const long = layTime([['2024-05-28', '2025-05-31']], '2026-02-03').ticks;
    expect(long.map(({ year }) => year).filter((year) => year !== '')).toEqual(['2024', '2025', '2026']);
    expect(long.find(({ year }) => year === '2025')?.label).toBe('Jan');
  });

  it('never prints one label over another', () => {
    fc.assert(
      fc.property(anyLanes, (lanes) => {
        const { ticks, minWidth } = layTime(lanes, UNTIL);
        const gaps = ticks.slice(1).map(({ at }, index) => (at - (ticks[index]?.at ?? 0)) * minWidth);
        expect(Math.min(Number.POSITIVE_INFINITY, ...gaps)).toBeGreaterThan(36);
      }),
    );
  });
});
