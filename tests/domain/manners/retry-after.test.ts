import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DELTA_SECONDS, parseDeltaSeconds } from '../../../src/domain/manners/delta-seconds.ts';
import { parseHttpDate } from '../../../src/domain/manners/http-date.ts';
import { parseRetryAfterSeconds } from '../../../src/domain/manners/retry-after.ts';

/** The example of RFC 9110 section 5.6.7. */
const EXAMPLE_MS = Date.UTC(1994, 10, 6, 8, 49, 37);

describe('parseHttpDate', () => {
  it.each([
    { name: 'IMF-fixdate', text: 'Sun, 06 Nov 1994 08:49:37 GMT' },
    { name: 'RFC 850', text: 'Sunday, 06-Nov-94 08:49:37 GMT' },
    { name: 'asctime', text: 'Sun Nov  6 08:49:37 1994' },
    { name: 'a day without its zero', text: 'Sun, 6 Nov 1994 08:49:37 GMT' },
    { name: 'UTC for GMT', text: 'Sun, 06 Nov 1994 08:49:37 UTC' },
    { name: 'another case', text: 'SUN, 06 NOV 1994 08:49:37 gmt' },
    { name: 'dashes with four digits', text: 'Sun, 06-Nov-1994 08:49:37 GMT' },
    { name: 'white space around', text: '  Sun, 06 Nov 1994 08:49:37 GMT ' },
  ])('reads $name', ({ text }) => {
    expect(parseHttpDate(text)).toBe(EXAMPLE_MS);
  });

  it('reads two digits as POSIX does, and a leap second as the one before', () => {
    expect(parseHttpDate('Friday, 06-Nov-68 08:49:37 GMT')).toBe(Date.UTC(2068, 10, 6, 8, 49, 37));
    expect(parseHttpDate('Thursday, 06-Nov-69 08:49:37 GMT')).toBe(Date.UTC(1969, 10, 6, 8, 49, 37));
    expect(parseHttpDate('Sat, 31 Dec 2016 23:59:60 GMT')).toBe(Date.UTC(2016, 11, 31, 23, 59, 59));
  });

  it.each([
    '',
    '0',
    '-1',
    'now',
    '1994-11-06T08:49:37Z',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 EST',
    'Sun, 31 Feb 1994 08:49:37 GMT',
    'Sun, 00 Nov 1994 08:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:37 GMT',
    'Sun, 06 Nov 1994 08:49:61 GMT',
    'Sun, 06 Nov 194 08:49:37 GMT',
  ])('does not read %o', (text) => {
    expect(parseHttpDate(text)).toBeUndefined();
  });

  it('reads back every second that JavaScript writes as an HTTP date', () => {
    const seconds = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) / 1000 });
    fc.assert(fc.property(seconds, (at) => parseHttpDate(new Date(at * 1000).toUTCString()) === at * 1000));
  });
});

describe('parseDeltaSeconds', () => {
  it.each([
    { text: '0', seconds: 0 },
    { text: ' 120 ', seconds: 120 },
    { text: '007', seconds: 7 },
    { text: '9'.repeat(400), seconds: MAX_DELTA_SECONDS },
    { text: '', seconds: undefined },
    { text: '-1', seconds: undefined },
    { text: '+1', seconds: undefined },
    { text: '1.5', seconds: undefined },
    { text: '1e3', seconds: undefined },
    { text: '0x10', seconds: undefined },
    { text: '１２', seconds: undefined },
  ])('reads $text as $seconds', ({ text, seconds }) => {
    expect(parseDeltaSeconds(text)).toBe(seconds);
  });
});

describe('parseRetryAfterSeconds', () => {
  it.each([
    { name: 'seconds', value: '120', seconds: 120 },
    { name: 'a date', value: 'Sun, 06 Nov 1994 08:51:37 GMT', seconds: 120 },
    { name: 'a date that has passed: at once', value: 'Sun, 06 Nov 1994 08:00:00 GMT', seconds: 0 },
    { name: 'a date a long way off', value: 'Fri, 31 Dec 9999 23:59:59 GMT', seconds: MAX_DELTA_SECONDS },
    { name: 'nonsense', value: 'tomorrow', seconds: undefined },
    { name: 'nothing', value: '', seconds: undefined },
    { name: 'both', value: '120, Sun, 06 Nov 1994 08:51:37 GMT', seconds: undefined },
  ])('reads $name', ({ value, seconds }) => {
    expect(parseRetryAfterSeconds(value, EXAMPLE_MS)).toBe(seconds);
  });

  it('rounds a part of a second up: never earlier than asked', () => {
    expect(parseRetryAfterSeconds('Sun, 06 Nov 1994 08:49:38 GMT', EXAMPLE_MS + 1)).toBe(1);
  });
});
