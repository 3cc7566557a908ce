import { expect, test } from 'vitest';
import { reportFeed } from '../../src/pipeline/feed-report.ts';
import type { FeedState } from '../../src/pipeline/ports.ts';

const polled: FeedState = {
  feedId: 'a-feed',
  publisher: 'A publisher',
  family: 'a-publisher',
  country: 'XX',
  language: 'en',
  excerptLimit: 500,
  validators: {},
  url: 'https://feed.example/rss.xml',
  consecutiveFailures: 0,
  state: 'read',
  lastPolledAt: '2024-05-28T06:00:00.000Z',
  nextPollAt: '2024-05-28T12:00:00.000Z',
};

test.each(['06:00:00.000', '06:00:31.250', '06:00:59.999'])(
  'a poll that began at %s, and is due again at the tick six hours on, is six hours from the next',
  (time) => {
    const report = reportFeed({ ...polled, lastPolledAt: `2024-05-28T${time}Z` }, '2024-05-28T06:05:00.000Z');
    expect(report.intervalMinutes).toBe(360);
  },
);

test('a feed that was never polled has no interval', () => {
  const report = reportFeed({ ...polled, lastPolledAt: undefined }, '2024-05-28T06:05:00.000Z');
  expect(report.intervalMinutes).toBeUndefined();
});
