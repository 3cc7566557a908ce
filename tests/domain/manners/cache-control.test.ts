import { describe, expect, it } from 'vitest';
import {
  type FreshnessHeaders,
  type FreshnessHints,
  freshnessHints,
  parseCacheControl,
} from '../../../src/domain/manners/cache-control.ts';

describe('parseCacheControl', () => {
  it.each<{ value: string; directives: Record<string, string> }>([
    { value: '', directives: {} },
    { value: 'public, max-age=60', directives: { public: '', 'max-age': '60' } },
    { value: 'Public,MAX-AGE=60', directives: { public: '', 'max-age': '60' } },
    { value: 'max-age="60"', directives: { 'max-age': '60' } },
    { value: 'max-age = 60', directives: { 'max-age': '60' } },
    { value: 'private="set-cookie, x", max-age=1', directives: { private: 'set-cookie, x', 'max-age': '1' } },
    { value: 'max-age=1, max-age=2', directives: { 'max-age': '1' } },
    { value: ',, ;max-age=5;', directives: { 'max-age': '5;' } },
    { value: 'max-age', directives: { 'max-age': '' } },
    { value: 'x="unclosed, max-age=5', directives: { x: '', unclosed: '', 'max-age': '5' } },
  ])('reads $value', ({ value, directives }) => {
    expect(Object.fromEntries(parseCacheControl(value))).toEqual(directives);
  });
});

describe('freshnessHints', () => {
  const DATE = 'Tue, 28 May 2024 10:00:00 GMT';
  const EXPIRES = 'Tue, 28 May 2024 10:30:00 GMT';
  const nowMs = Date.parse('2024-05-28T10:20:00Z');

  it.each<{ name: string; headers: FreshnessHeaders; hints: FreshnessHints }>([
    { name: 'nothing', headers: {}, hints: {} },
    { name: 'max-age', headers: { cacheControl: 'max-age=60' }, hints: { maxAgeSeconds: 60 } },
    { name: 'max-age of nothing', headers: { cacheControl: 'max-age=0' }, hints: { maxAgeSeconds: 0 } },
    {
      name: 'max-age over Expires',
      headers: { cacheControl: 'max-age=60', expires: EXPIRES, date: DATE },
      hints: { maxAgeSeconds: 60 },
    },
    {
      name: 'Expires where max-age cannot be read',
      headers: { cacheControl: 'max-age=soon', expires: EXPIRES, date: DATE },
      hints: { expiresInSeconds: 1_800 },
    },
    {
      name: 'Expires from Date',
      headers: { expires: EXPIRES, date: DATE },
      hints: { expiresInSeconds: 1_800 },
    },
    { name: 'Expires from now', headers: { expires: EXPIRES }, hints: { expiresInSeconds: 600 } },
    {
      name: 'Expires before Date',
      headers: { expires: DATE, date: EXPIRES },
      hints: { expiresInSeconds: 0 },
    },
    { name: 'Expires: 0', headers: { expires: '0', date: DATE }, hints: { expiresInSeconds: 0 } },
    { name: 'no-cache', headers: { cacheControl: 'no-cache, max-age=60' }, hints: {} },
    { name: 'no-store', headers: { cacheControl: 'no-store, max-age=60', expires: EXPIRES }, hints: {} },
    {
      name: 'no-cache for one field',
      headers: { cacheControl: 'no-cache="set-cookie", max-age=60' },
      hints: { maxAgeSeconds: 60 },
    },
    { name: 's-maxage, which is for shared caches', headers: { cacheControl: 's-maxage=60' }, hints: {} },
    {
      name: 'a year too many',
      headers: { cacheControl: `max-age=${'9'.repeat(30)}` },
      hints: { maxAgeSeconds: 2 ** 31 },
    },
  ])('$name', ({ headers, hints }) => {
    expect(freshnessHints(headers, nowMs)).toEqual(hints);
  });
});
