import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../src/domain/feeds/feed.ts';
import { withUniqueKeys } from '../../../src/domain/feeds/unique-keys.ts';

const item = (key: string, link?: string, title?: string): FeedItem => ({
  id: key,
  key,
  link,
  title,
  categories: [],
  enclosures: [],
});
const keysOf = (items: FeedItem[]) => withUniqueKeys(items).map(({ key }) => key);

describe('withUniqueKeys', () => {
  it('leaves different keys alone', () => {
    expect(keysOf([item('a'), item('b')])).toEqual(['a', 'b']);
  });

  it('adds the link to the second of two', () => {
    expect(keysOf([item('a', 'https://x.example/1'), item('a', 'https://x.example/2')])).toEqual([
      'a',
      'a|https://x.example/2',
    ]);
  });

  it('gives an item the same key when a newer one comes before its twin', () => {
    const [first, second] = [item('a', 'https://x.example/1'), item('a', 'https://x.example/2')];
    expect(keysOf([item('new'), first, second]).slice(1)).toEqual(keysOf([first, second]));
  });

  it('tells items of the same link apart by what they say', () => {
    const keys = keysOf([
      item('a', 'l', 'One'),
      item('a', 'l', 'Two'),
      item('a', 'l', 'Three'),
      item('a', 'l', 'Three'),
    ]);
    expect(new Set(keys).size).toBe(4);
  });
});
