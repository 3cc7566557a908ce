import { describe, expect, it } from 'vitest';
import { findEventDays } from '../../../src/domain/stories/event-days.ts';
import { storyArticle } from './labelled-stories.ts';

/** A Thursday. */
const LISTED_AT = '2024-05-30T20:00:00Z';
const daysIn = (text: string) =>
  findEventDays(storyArticle({ id: 'a', text, listedAt: LISTED_AT })).days.map((day) =>
    new Date(day * 86_400_000).toISOString().slice(0, 10),
  );

describe('findEventDays', () => {
  it.each([
    { name: 'a weekday is the last one of that name', text: 'He said on Tuesday that', days: ['2024-05-28'] },
    { name: 'the listing’s own weekday is today', text: 'He said on Thursday that', days: ['2024-05-30'] },
    { name: 'day before month', text: 'at a meeting on 28 May,', days: ['2024-05-28'] },
    { name: 'month before day', text: 'BRUSSELS, May 28 (Wire) -', days: ['2024-05-28'] },
    { name: 'background of months ago does not count', text: 'since the vote on 3 February', days: [] },
    { name: 'next month’s summit does not count', text: 'before the summit of July 9', days: [] },
    { name: 'a share is no date', text: 'support fell by May 28 percent', days: [] },
    { name: 'a day that no month has', text: 'on 45 May', days: [] },
    { name: 'no date at all', text: 'He said so.', days: [] },
  ])('$name', ({ text, days }) => {
    expect(daysIn(text)).toEqual(days);
  });

  it('resolves a December day read in January to the year before', () => {
    const article = storyArticle({ id: 'a', text: 'on 30 December', listedAt: '2025-01-02T08:00:00Z' });
    expect(findEventDays(article).days).toEqual([Date.UTC(2024, 11, 30) / 86_400_000]);
  });
});
