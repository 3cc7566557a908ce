import { describe, expect, it } from 'vitest';
import { createWeb } from '../../../src/adapters/http/create-web.ts';
import { DEFAULT_LIMITS, parseGateway, resolveLimits } from '../../../src/adapters/http/web-options.ts';

describe('gateway', () => {
  it('is a port of 127.0.0.1', () => {
    expect(parseGateway('http://127.0.0.1:8080')).toEqual({ host: '127.0.0.1', port: 8080 });
    expect(parseGateway('http://127.0.0.1:1/')).toEqual({ host: '127.0.0.1', port: 1 });
  });

  it.each([
    '',
    '127.0.0.1:8080',
    'http://127.0.0.1',
    'http://127.0.0.1:0',
    'http://127.0.0.1:65536',
    'http://127.0.0.1:8080/path',
    'http://127.0.0.1:8080@gateway.example',
    'http://127.0.0.2:8080',
    'http://localhost:8080',
    'http://0.0.0.0:8080',
    'http://10.0.0.1:8080',
    'http://[::1]:8080',
    'http://gateway.example:8080',
    'https://127.0.0.1:8080',
    'http://user@127.0.0.1:8080',
  ])('is not %o', (gateway) => {
    expect(() => createWeb({ userAgent: 'Caveat/0', gateway })).toThrow(RangeError);
  });
});

describe('limits', () => {
  it('are the stated ones, but for those that are given', () => {
    expect(resolveLimits(undefined)).toEqual(DEFAULT_LIMITS);
    expect(resolveLimits({ totalMs: 1 })).toEqual({ ...DEFAULT_LIMITS, totalMs: 1 });
    expect(resolveLimits({ maxRedirects: 0 }).maxRedirects).toBe(0);
  });

  it.each([
    { totalMs: 0 },
    { idleMs: -1 },
    { connectMs: Number.NaN },
    { headersMs: Number.POSITIVE_INFINITY },
    { maxRedirects: -1 },
    { maxBytes: { feed: 0, page: 1, robots: 1 } },
  ])('are never absent: %o is refused', (limits) => {
    expect(() => resolveLimits(limits)).toThrow(RangeError);
  });
});

describe('userAgent', () => {
  it.each(['', 'a\nb', ' Caveat'])('cannot be %o', (userAgent) => {
    expect(() => createWeb({ userAgent })).toThrow(RangeError);
  });
});
