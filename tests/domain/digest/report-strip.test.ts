import { describe, expect, it } from 'vitest';
import { compileReportStrip } from '../../../src/domain/digest/report-strip.ts';

const days = (...counts: number[]) =>
  counts.map((articleCount, index) => ({
    date: `2024-05-${String(index + 1).padStart(2, '0')}`,
    articleCount,
  }));

describe('compileReportStrip', () => {
  it.each([
    { name: 'no days', perDay: [], inWords: '' },
    { name: 'quiet days', perDay: days(0, 0), inWords: 'No relevant article from 1 May to 2 May.' },
    {
      name: 'the later of two equal days is the busiest',
      perDay: days(2, 0, 2),
      inWords:
        '4 relevant articles from 1 May to 3 May, most on 3 May (2); 1 day had none. The last 3 days, up to today: 2, 0, 2.',
    },
  ])('puts $name in words', ({ perDay, inWords }) => {
    expect(compileReportStrip(perDay, '2024-05-03').inWords).toBe(inWords);
  });

  it('draws at most 30 days, the latest, as shares of the busiest', () => {
    const strip = compileReportStrip(
      [{ date: '2024-04-30', articleCount: 99 }, ...days(...Array.from({ length: 30 }, (_, index) => index))],
      '2024-05-30',
    );
    expect(strip.days).toHaveLength(30);
    expect(strip.days.at(-1)).toEqual({ label: '30 May', articleCount: 29, share: 1, isToday: true });
    expect(strip.days[0]?.share).toBe(0);
  });
});
