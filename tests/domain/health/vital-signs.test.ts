import { describe, expect, it } from 'vitest';
import { isSilent, patienceHours } from '../../../src/domain/feeds/feed-silence.ts';
import { digestHoursLate } from '../../../src/domain/health/digest-lateness.ts';
import { beyondBand, expectedBand } from '../../../src/domain/health/expected-band.ts';
import { type Observations, type ObservedFeed, vitalSigns } from '../../../src/domain/health/vital-signs.ts';

const NOW = '2024-06-01T12:00:00.000Z';
const hoursAgo = (hours: number) => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString();

function aFeed(given: Partial<ObservedFeed> = {}): ObservedFeed {
  return {
    state: 'read',
    nextPollAt: hoursAgo(-0.5),
    lastPolledAt: hoursAgo(0.1),
    consecutiveFailures: 0,
    newestItemsAt: [1, 2, 3, 4, 5].map(hoursAgo),
    ...given,
  };
}

function observed(given: Partial<Observations> = {}): Observations {
  return {
    now: NOW,
    feeds: [aFeed()],
    deadLetterCount: 0,
    digestHoursLate: 0,
    pages: { read: 100, unreadable: 0 },
    relevantPerDay: Array.from({ length: 28 }, () => 10),
    mails: { total: 1_000, bounced: 0, complained: 0 },
    ...given,
  };
}

describe('vitalSigns', () => {
  it('of a house in which all is well are all zero but the age of the newest item', () => {
    const { HoursSinceItem, ...others } = vitalSigns(observed());
    expect(HoursSinceItem).toBe(1);
    expect(new Set(Object.values(others))).toEqual(new Set([0]));
  });

  it.each<{ name: string; given: Partial<Observations>; sign: object }>([
    {
      name: 'polling stands still when something is due and nothing is asked',
      given: { feeds: [aFeed({ nextPollAt: hoursAgo(3), lastPolledAt: hoursAgo(4) })] },
      sign: { PollMinutesLate: 180 },
    },
    {
      name: 'a feed that waits for its host’s turn is no standstill while others are asked',
      given: { feeds: [aFeed({ nextPollAt: hoursAgo(9), lastPolledAt: hoursAgo(10) }), aFeed()] },
      sign: { PollMinutesLate: 6 },
    },
    {
      name: 'new feeds that nobody asks are a standstill too',
      given: {
        feeds: [aFeed({ state: 'new', nextPollAt: hoursAgo(2), lastPolledAt: undefined, newestItemsAt: [] })],
      },
      sign: { PollMinutesLate: 120, HoursSinceItem: undefined },
    },
    {
      name: 'without any feed nothing can be told',
      given: { feeds: [] },
      sign: { PollMinutesLate: undefined, FeedsFailingPercent: undefined },
    },
    {
      name: 'failing takes three failures, or a refusal for good',
      given: {
        feeds: [
          aFeed({ state: 'failed', consecutiveFailures: 2 }),
          aFeed({ state: 'failed', consecutiveFailures: 3 }),
          aFeed({ state: 'blocked', consecutiveFailures: 1 }),
          aFeed(),
        ],
      },
      sign: { FeedsFailingPercent: 50 },
    },
    {
      name: 'a feed that fails is not counted as silent as well',
      given: {
        feeds: [
          aFeed({ state: 'failed', newestItemsAt: [90, 91, 92, 93, 94].map(hoursAgo) }),
          aFeed({ state: 'not-modified', newestItemsAt: [90, 91, 92, 93, 94].map(hoursAgo) }),
        ],
      },
      sign: { FeedsSilent: 1 },
    },
    {
      name: 'pages without an article',
      given: { pages: { read: 30, unreadable: 70 } },
      sign: { UnreadablePercent: 70 },
    },
    {
      name: 'a few pages say nothing',
      given: { pages: { read: 0, unreadable: 19 } },
      sign: { UnreadablePercent: undefined },
    },
    {
      name: 'a day without anything relevant, after weeks with ten a day',
      given: { relevantPerDay: [...Array.from({ length: 27 }, () => 10), 0] },
      sign: { RelevantBeyondBand: 5 },
    },
    {
      name: 'the worse of bounces and complaints, against its own limit',
      given: { mails: { total: 1_000, bounced: 10, complained: 1 } },
      sign: { MailLimitPercent: 100 },
    },
    {
      name: 'a handful of mails says nothing',
      given: { mails: { total: 5, bounced: 1, complained: 0 } },
      sign: { MailLimitPercent: undefined },
    },
  ])('$name', ({ given, sign }) => {
    expect(vitalSigns(observed(given))).toMatchObject(sign);
  });
});

describe('a feed’s patience', () => {
  it.each([
    { name: 'a busy feed may sleep for a day', pauses: [1, 1, 1, 1, 1], hours: 24 },
    { name: 'a weekly one for two weeks', pauses: [168, 168, 168, 168, 168], hours: 336 },
    { name: 'its longest pause counts, not its usual one', pauses: [1, 1, 60, 1, 1], hours: 120 },
    { name: 'too few items are no habit', pauses: [1, 1], hours: 168 },
  ])('$name', ({ pauses, hours }) => {
    const until = (index: number) => pauses.slice(0, index).reduce((sum, pause) => sum + pause, 0);
    const newest = [0, ...pauses].map((_pause, index) => hoursAgo(until(index)));
    expect(patienceHours(newest)).toBe(hours);
    expect(isSilent(newest, new Date(Date.parse(NOW) + (hours + 1) * 3_600_000).toISOString())).toBe(true);
    expect(isSilent(newest, new Date(Date.parse(NOW) + (hours - 1) * 3_600_000).toISOString())).toBe(false);
  });

  it('of a feed without items has no end', () => {
    expect(isSilent([], NOW)).toBe(false);
  });
});

describe('the band of a day’s count', () => {
  it('is not told from two weeks less a day', () => {
    expect(expectedBand(Array.from({ length: 13 }, () => 10))).toBeUndefined();
  });

  it('lets one burst and one empty day of the past pass', () => {
    const band = expectedBand([0, 200, ...Array.from({ length: 25 }, () => 10)]);
    expect(band).toEqual({ low: 5, high: 25 });
    expect([4, 5, 25, 27].map((count) => beyondBand(count, band ?? { low: 0, high: 0 }))).toEqual([
      1, 0, 0, 2,
    ]);
  });
});

describe('a digest’s lateness', () => {
  const due = { hour: 7, timeZone: 'Europe/Brussels' };
  it.each([
    {
      name: 'before its hour yesterday’s will do',
      newest: '2024-05-31',
      now: '2024-06-01T04:15:00Z',
      late: 0,
    },
    { name: 'at its hour it is due', newest: '2024-05-31', now: '2024-06-01T05:15:00Z', late: 0 },
    { name: 'an hour later it is late', newest: '2024-05-31', now: '2024-06-01T06:15:00Z', late: 1 },
    { name: 'once there it is not', newest: '2024-06-01', now: '2024-06-01T20:15:00Z', late: 0 },
    {
      name: 'yesterday’s stays owed over midnight',
      newest: '2024-05-30',
      now: '2024-06-01T01:15:00Z',
      late: 20,
    },
    {
      name: 'one owed for days is late at the hour of the next as well',
      newest: '2024-05-27',
      now: '2024-06-01T05:15:00Z',
      late: 96,
    },
    { name: 'a new house owes none for yesterday', newest: undefined, now: '2024-06-01T01:15:00Z', late: 0 },
    { name: 'a new house owes today’s', newest: undefined, now: '2024-06-01T07:15:00Z', late: 2 },
  ])('$name', ({ newest, now, late }) => {
    expect(digestHoursLate(newest, now, due)).toBe(late);
  });
});
