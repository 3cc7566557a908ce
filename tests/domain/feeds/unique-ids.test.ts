import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../src/domain/feeds/feed.ts';
import { withUniqueIds } from '../../../src/domain/feeds/unique-ids.ts';

const item = (id: string, link?: string, title?: string): FeedItem => ({
  id,
  link,
  title,
  categories: [],
  enclosures: [],
});
const idsOf = (items: FeedItem[]) => withUniqueIds(items).map(({ id }) => id);

describe('withUniqueIds', () => {
  it('leaves different identifiers alone', () => {
    expect(idsOf([item('a'), item('b')])).toEqual(['a', 'b']);
  });

  it('adds the link to the second of two', () => {
    expect(idsOf([item('a', 'https://x.example/1'), item('a', 'https://x.example/2')])).toEqual([
      'a',
      'a|https://x.example/2',
    ]);
  });

  it('gives an item the same identifier when a newer one comes before its twin', () => {
    const [first, second] = [item('a', 'https://x.example/1'), item('a', 'https://x.example/2')];
    expect(idsOf([item('new'), first, second]).slice(1)).toEqual(idsOf([first, second]));
  });

  it('tells items of the same link apart by what they say', () => {
    const ids = idsOf([
      item('a', 'l', 'One'),
      item('a', 'l', 'Two'),
      item('a', 'l', 'Three'),
      item('a', 'l', 'Three'),
    ]);
    expect(new Set(ids).size).toBe(4);
  });
});
