import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig, loadFeeds } from '../../src/config/load.ts';
import { FeedsFile } from '../../src/config/schema.ts';
import { checkUrl } from '../../src/domain/manners/fetchable-url.ts';

const CONFIG = join(import.meta.dirname, '..', '..', 'config');

const GOOD = {
  id: 'desk',
  publisher: 'Desk',
  family: 'desk',
  url: 'https://desk.example/feed',
  country: 'NO',
  language: 'en',
};

function problemOf(...feeds: readonly object[]): string {
  const result = FeedsFile.safeParse({ feeds });
  return result.success ? '' : z.prettifyError(result.error);
}

describe('feeds.json', () => {
  it('fills in what may be left out', () => {
    expect(FeedsFile.parse({ feeds: [GOOD] }).feeds[0]).toEqual({
      ...GOOD,
      excerptLimit: 500,
      termsNote: '',
      verified: null,
    });
  });

  it.each([
    { name: 'an id with spaces', row: { id: 'My Desk' }, says: 'use lower-case words joined by hyphens' },
    { name: 'half an address', row: { url: 'desk.example/feed' }, says: 'use the whole address' },
    { name: 'another protocol', row: { url: 'ftp://desk.example/feed' }, says: 'use the whole address' },
    {
      name: 'a password',
      row: { url: 'https://a:b@desk.example/' },
      says: 'leave user name and password out',
    },
    { name: 'a country in words', row: { country: 'Norway' }, says: 'use an ISO 3166 alpha-2 code, or INT' },
    { name: 'a language in words', row: { language: 'English' }, says: 'use an ISO 639 code such as en' },
    { name: 'an excerpt beyond 500', row: { excerptLimit: 501 }, says: '<=500' },
    { name: 'a day that does not exist', row: { verified: '2026-02-30' }, says: 'date' },
    { name: 'a field nobody knows', row: { titel: 'x' }, says: '"titel"' },
  ])('refuses $name, and says where', ({ row, says }) => {
    const problem = problemOf(GOOD, { ...GOOD, id: 'other', url: 'https://other.example/', ...row });
    expect(problem).toContain(says);
    expect(problem).toContain('feeds[1]');
  });

  it('refuses the same id and the same address twice', () => {
    expect(problemOf(GOOD, { ...GOOD, url: 'https://other.example/' })).toContain('"desk" is there twice');
    expect(problemOf(GOOD, { ...GOOD, id: 'other' })).toContain('"https://desk.example/feed" is there twice');
  });

  it('refuses an empty list', () => {
    expect(problemOf()).not.toBe('');
  });
});

describe('the feeds that are shipped', () => {
  const feeds = loadFeeds(CONFIG);

  it('are part of a configuration that loads', () => {
    expect(loadConfig(CONFIG).feeds).toEqual(feeds);
  });

  it('are sorted by id', () => {
    const ids = feeds.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => (one < other ? -1 : 1)));
  });

  it.each(feeds)('$id may be asked at all', ({ url }) => {
    expect(checkUrl(url, { allowLoopback: false }).kind).toBe('fetchable');
  });

  it('say that none of them was seen: a date there means that somebody did', () => {
    expect(feeds.filter(({ verified }) => verified !== null)).toEqual([]);
  });
});
