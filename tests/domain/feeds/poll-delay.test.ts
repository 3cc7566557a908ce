import { describe, expect, it } from 'vitest';
import {
  adaptedIntervalSeconds,
  type PollHints,
  pollDelaySeconds,
} from '../../../src/domain/feeds/poll-delay.ts';

const LIMITS = { minSeconds: 600, maxSeconds: 86_400 };
const hints = (given: Partial<PollHints>): PollHints => ({ baseSeconds: 1_800, ...given });

describe('pollDelaySeconds', () => {
  it.each<{ name: string; given: PollHints; seconds: number }>([
    { name: 'no hints: our own interval', given: hints({}), seconds: 1_800 },
    {
      name: 'an interval below our minimum is raised to it',
      given: hints({ baseSeconds: 60 }),
      seconds: 600,
    },
    { name: 'ttl counts minutes', given: hints({ ttlMinutes: 60 }), seconds: 3_600 },
    {
      name: 'the syndication module counts minutes',
      given: hints({ updateEveryMinutes: 90 }),
      seconds: 5_400,
    },
    { name: 'the longest wish wins', given: hints({ ttlMinutes: 20, maxAgeSeconds: 7_200 }), seconds: 7_200 },
    {
      name: 'a year of max-age is held to five hours',
      given: hints({ maxAgeSeconds: 31_536_000 }),
      seconds: 18_000,
    },
    {
      name: 'Expires in a year is held to our maximum',
      given: hints({ expiresInSeconds: 31_536_000 }),
      seconds: 86_400,
    },
    { name: 'an hour a week ago is no wish', given: hints({ expiresInSeconds: -604_800 }), seconds: 1_800 },
    { name: 'the first failure may be chance', given: hints({ failures: ['soft'] }), seconds: 1_800 },
    {
      name: 'three soft failures wait two hours',
      given: hints({ failures: ['soft', 'soft', 'soft'] }),
      seconds: 7_200,
    },
    {
      name: 'a hard failure weighs six soft ones',
      given: hints({ failures: ['hard', 'hard'] }),
      seconds: 21_600,
    },
    {
      name: 'endless failure stays bounded',
      given: hints({ failures: Array(5_000).fill('hard') }),
      seconds: 86_400,
    },
    {
      name: 'Retry-After outranks our maximum',
      given: hints({ retryAfterSeconds: 100_000 }),
      seconds: 100_000,
    },
    {
      name: 'Retry-After in a century does not silence a feed',
      given: hints({ retryAfterSeconds: 3e9 }),
      seconds: 172_800,
    },
    {
      name: 'nonsense is ignored',
      given: hints({ ttlMinutes: -5, maxAgeSeconds: Number.NaN, expiresInSeconds: Number.POSITIVE_INFINITY }),
      seconds: 1_800,
    },
    { name: 'fractions are rounded up', given: hints({ ttlMinutes: 30.01 }), seconds: 1_801 },
  ])('$name', ({ given, seconds }) => {
    expect(pollDelaySeconds(given, LIMITS)).toBe(seconds);
  });

  it('refuses limits that leave no room', () => {
    expect(() => pollDelaySeconds(hints({}), { minSeconds: 2, maxSeconds: 1 })).toThrow(RangeError);
  });
});

describe('adaptedIntervalSeconds', () => {
  const now = Date.UTC(2024, 4, 27, 12);
  const hoursAgo = (...hours: number[]) => hours.map((hour) => now - hour * 3_600_000);

  it.each<{ name: string; published: number[]; seconds: number }>([
    { name: 'half the usual gap', published: hoursAgo(1, 3, 5, 7), seconds: 3_600 },
    { name: 'one long pause does not count', published: hoursAgo(0, 2, 4, 6, 500), seconds: 3_600 },
    { name: 'order does not matter', published: hoursAgo(7, 1, 5, 3), seconds: 3_600 },
    { name: 'a burst is held to our minimum', published: hoursAgo(0, 0, 0, 0), seconds: 600 },
    {
      name: 'a feed that fell silent is asked rarely',
      published: hoursAgo(1_000, 1_001, 1_002),
      seconds: 86_400,
    },
    { name: 'items dated in the future are not trusted', published: hoursAgo(-5, -50, 1, 3), seconds: 3_600 },
    { name: 'one dated item tells nothing', published: hoursAgo(2), seconds: 1_800 },
    { name: 'no dates tell nothing', published: [], seconds: 1_800 },
  ])('$name', ({ published, seconds }) => {
    expect(adaptedIntervalSeconds(published, now, 1_800, LIMITS)).toBe(seconds);
  });
});
