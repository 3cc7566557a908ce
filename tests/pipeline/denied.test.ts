import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDenyStore } from '../../src/adapters/dynamodb/deny-store.ts';
import { createFeedStore } from '../../src/adapters/dynamodb/feed-store.ts';
import { createHostStore } from '../../src/adapters/dynamodb/host-store.ts';
import { createItemStore } from '../../src/adapters/dynamodb/item-store.ts';
import type { FeedMessage } from '../../src/contract/messages.ts';
import { type DenyKind, findDenial, normalDenyValue } from '../../src/domain/deny/denied.ts';
import { ingestItem } from '../../src/pipeline/ingest-item.ts';
import { planPolls } from '../../src/pipeline/plan-polls.ts';
import { pollFeed } from '../../src/pipeline/poll-feed.ts';
import { ENGINES, startTestTable, type TestTable } from '../adapters/dynamodb/test-table.ts';
import { ingestHouse, itemOf, NOW, ok, pageOf, RELEVANT_TEXT, receipt } from './ingest-house.ts';

const FEED = {
  id: 'outlet',
  publisher: 'The Outlet',
  family: 'outlet',
  url: 'https://outlet.example/feed',
  country: 'DE',
  language: 'en',
  excerptLimit: 500,
  termsNote: '',
  verified: null,
};
const PAGE = 'https://outlet.example/news/1';
const log = { info: () => {}, error: () => {} };

describe('what is denied', () => {
  let test: TestTable;
  beforeEach(async () => {
    test = await startTestTable(ENGINES[0]);
  });
  afterEach(() => test.discard());

  const deny = (kind: DenyKind, value: string) =>
    createDenyStore(test.table).add({ kind, value, because: 'asked', by: 'somebody', at: NOW });

  async function plan() {
    const sent: FeedMessage[] = [];
    const result = await planPolls(NOW, {
      feeds: createFeedStore(test.table),
      configured: [FEED, { ...FEED, id: 'other', publisher: 'Another', url: 'https://another.example/feed' }],
      queue: { send: async (messages) => void sent.push(...messages) },
      denied: createDenyStore(test.table),
      log,
    });
    return { result, asked: sent.map(({ feedId }) => feedId) };
  }

  it.each<[DenyKind, string]>([
    ['feed', 'outlet'],
    ['publisher', 'the outlet'],
  ])('by %s is not polled, and the others are', async (kind, value) => {
    expect((await plan()).asked).toEqual(['other', 'outlet']);
    await deny(kind, value);
    const { result, asked } = await plan();
    expect(asked).toEqual(['other']);
    expect(result).toMatchObject({ due: 1, denied: 1 });
  });

  it('while it lay in the queue is not asked for', async () => {
    await plan();
    await deny('publisher', 'The Outlet');
    const house = ingestHouse(test, {});
    const outcome = await pollFeed({ feedId: 'outlet' }, NOW, {
      feeds: createFeedStore(test.table),
      hosts: createHostStore(test.table, 1),
      items: createItemStore(test.table),
      archive: { saveFeed: () => Promise.reject(new Error('nothing was fetched')) } as never,
      web: house.web,
      feedQueue: { send: async () => {} },
      itemQueue: house.deps.itemQueue,
      denied: createDenyStore(test.table),
      pollEveryMinutes: 30,
      log,
    });
    expect(outcome).toEqual({ kind: 'denied' });
  });

  it.each<[DenyKind, string]>([
    ['feed', 'outlet'],
    ['publisher', 'outlet'],
    ['url', PAGE],
    ['url', 'https://outlet.example/news/*'],
  ])('by %s %s ends as given up, unfetched, and counted like any other', async (kind, value) => {
    await deny(kind, value);
    const house = ingestHouse(test, { [PAGE]: ok(pageOf('A title', RELEVANT_TEXT), PAGE) });
    const deps = { ...house.deps, denied: createDenyStore(test.table) };
    const result = await ingestItem(itemOf(PAGE), receipt(), deps);
    expect(result).toMatchObject({ kind: 'settled', item: { outcome: 'given-up', reason: 'denied' } });
    expect(house.archived.size).toBe(0);
  });

  it('and let back is polled again', async () => {
    await deny('feed', 'outlet');
    expect(await createDenyStore(test.table).remove('feed', 'outlet')).toBe(true);
    expect(await createDenyStore(test.table).remove('feed', 'outlet')).toBe(false);
    expect((await plan()).asked).toEqual(['other', 'outlet']);
  });
});

describe('an address on the deny list', () => {
  const entry = (value: string) => [
    { kind: 'url' as const, value: normalDenyValue('url', value), because: '', by: '', at: NOW },
  ];
  const covers = (value: string, url: string) =>
    findDenial(entry(value), { feedId: 'f', publisher: 'p', url }) !== undefined;

  it.each([
    ['https://www.example.org/a?utm_source=x', 'https://www.example.org/a', true],
    ['https://www.example.org/a', 'https://www.example.org/a?utm_source=mail', true],
    ['https://www.example.org/a', 'https://www.example.org/ab', false],
    ['https://www.example.org/a*', 'https://www.example.org/ab', true],
    ['https://www.example.org/*', 'https://elsewhere.example.org/', false],
  ])('%s and %s: %s', (value, url, isCovered) => {
    expect(covers(value, url)).toBe(isCovered);
  });
});
