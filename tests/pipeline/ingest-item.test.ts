import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUntoldStore } from '../../src/adapters/dynamodb/untold-store.ts';
import { createWeb } from '../../src/adapters/http/create-web.ts';
import { ingestItem } from '../../src/pipeline/ingest-item.ts';
import { StepError } from '../../src/pipeline/step-error.ts';
import type { WebOutcome, WebRefusal } from '../../src/pipeline/web.ts';
import { ENGINES, Killed, startTestTable, type TestTable } from '../adapters/dynamodb/test-table.ts';
import { ingestHouse, itemOf, NOW, OTHER_TEXT, ok, pageOf, RELEVANT_TEXT, receipt } from './ingest-house.ts';

const URL_1 = 'https://outlet.example/news/1';
const URL_2 = 'https://outlet.example/news/2';
const TITLE = 'Germany lets Ukraine use its weapons against targets in Russia';
const RELEVANT = ok(pageOf(TITLE, RELEVANT_TEXT), URL_1);
const OTHER = ok(pageOf('Council votes to repair the old bridge', OTHER_TEXT), URL_2);

const refusal = (reason: WebRefusal['reason'], more: Partial<WebRefusal> = {}): WebOutcome => ({
  kind: 'refused',
  reason,
  message: 'refused',
  retryable: false,
  ...more,
});

describe('an item', () => {
  let test: TestTable;

  beforeEach(async () => {
    test = await startTestTable(ENGINES[0]);
  });
  afterEach(() => test.discard());

  const settled = () => createUntoldStore(test.table).listItems();

  it('that is about the topic is relevant: archived, understood, announced to the ledger, counted once', async () => {
    const house = ingestHouse(test, { [URL_1]: RELEVANT });
    const result = await ingestItem(itemOf(URL_1), receipt(), house.deps);
    expect(result).toMatchObject({ kind: 'settled', item: { outcome: 'relevant', settledAt: NOW } });
    expect(house.folds).toContainEqual({ topic: 'weapons-use-restrictions', country: 'DE' });
    expect([...house.archived].map((key) => key.split('/')[0])).toEqual(['pages', 'texts']);
    expect((await settled()).map(({ outcome }) => outcome)).toEqual(['relevant']);
  });

  it('that is delivered again is acknowledged, announced again and not counted again', async () => {
    const house = ingestHouse(test, { [URL_1]: RELEVANT });
    await ingestItem(itemOf(URL_1), receipt(), house.deps);
    const rows = await test.dump();
    const again = await ingestItem(itemOf(URL_1), receipt(), house.deps);
    expect(again.kind).toBe('settled-before');
    expect(house.web.asked).toEqual([URL_1]);
    expect(house.folds.filter(({ country }) => country === 'DE')).toHaveLength(2);
    expect(await test.dump()).toEqual(rows);
  });

  it('of another feed that is the same article is a duplicate and asks for no page', async () => {
    const house = ingestHouse(test, { [URL_1]: RELEVANT });
    await ingestItem(itemOf(URL_1), receipt(), house.deps);
    const twin = itemOf('http://www.outlet.example/news/1?utm_source=feed', { feedId: 'aggregator' });
    const result = await ingestItem(twin, receipt(), house.deps);
    expect(result).toMatchObject({ item: { outcome: 'duplicate' } });
    expect(house.web.asked).toHaveLength(1);
  });

  it('whose page names another article as its own address is that article', async () => {
    const canonical = `<link rel="canonical" href="${URL_1}">`;
    const house = ingestHouse(test, {
      [URL_1]: RELEVANT,
      [URL_2]: ok(pageOf(TITLE, RELEVANT_TEXT, canonical), URL_2),
    });
    const first = await ingestItem(itemOf(URL_1), receipt(), house.deps);
    const second = await ingestItem(
      itemOf(URL_2),
      receipt({ receivedAt: '2024-06-01T06:00:05.000Z' }),
      house.deps,
    );
    expect(second).toMatchObject({ item: { outcome: 'duplicate' } });
    expect(second).toHaveProperty(
      'item.articleId',
      (first as { item: { articleId: string } }).item.articleId,
    );
  });

  it('that is about something else is off-topic, without a DOM and without a text kept', async () => {
    const house = ingestHouse(test, { [URL_2]: OTHER });
    const extract = () => Promise.reject(new Error('no DOM was needed'));
    const result = await ingestItem(itemOf(URL_2), receipt(), { ...house.deps, extract });
    expect(result).toMatchObject({ item: { outcome: 'off-topic' } });
    expect([...house.archived].map((key) => key.split('/')[0])).toEqual(['pages']);
    expect(house.folds).toEqual([]);
  });

  it.each([
    ['not-found', refusal('not-found', { status: 404 })],
    ['blocked', refusal('blocked', { status: 403 })],
    ['address-not-allowed', refusal('address-not-allowed')],
    ['pdf', ok('%PDF-1.7', URL_1, 'application/pdf')],
    ['not-html', ok('{}', URL_1, 'application/json')],
  ])('whose page is %s is given up with that reason', async (reason, answer) => {
    const house = ingestHouse(test, { [URL_1]: answer });
    const result = await ingestItem(itemOf(URL_1), receipt(), house.deps);
    expect(result).toMatchObject({ item: { outcome: 'given-up', reason } });
  });

  it('whose page refuses us is read from the feed where that says enough, and marked so', async () => {
    const house = ingestHouse(test, { [URL_1]: refusal('blocked', { status: 403 }) });
    const feedText = RELEVANT_TEXT.map((text) => `<p>${text}</p>`).join('');
    const result = await ingestItem(itemOf(URL_1, { title: TITLE, feedText }), receipt(), house.deps);
    expect(result).toMatchObject({ item: { outcome: 'relevant' } });
    const marker = (await test.dump()).find(({ sk }) => sk === 'ARTICLE');
    expect(marker).toMatchObject({ textSource: 'feed', outcome: 'relevant' });
  });

  it('whose address is none of the web’s is given up before anything is asked', async () => {
    const house = ingestHouse(test, {});
    const result = await ingestItem(itemOf('ftp://outlet.example/1'), receipt(), house.deps);
    expect(result).toMatchObject({ item: { outcome: 'given-up', reason: 'bad-url' } });
    expect(house.web.asked).toEqual([]);
  });

  it('that names no address is given up as such, and counted once', async () => {
    const house = ingestHouse(test, {});
    const [once, again] = [
      await ingestItem(itemOf(''), receipt(), house.deps),
      await ingestItem(itemOf(''), receipt(), house.deps),
    ];
    expect(once).toMatchObject({
      kind: 'settled',
      item: { outcome: 'given-up', reason: 'no-address', url: '' },
    });
    expect(again).toEqual({ kind: 'settled-before', item: once.kind === 'settled' ? once.item : undefined });
    expect(house.web.asked).toEqual([]);
  });

  it.each(['http://127.0.0.1/1', 'http://[::ffff:10.0.0.1]/1', 'http://2130706433/1'])(
    'whose address leads nowhere public is given up without a request: %s',
    async (url) => {
      const web = createWeb({ userAgent: 'Caveat/0 (+tests)' });
      const house = ingestHouse(test, {});
      const result = await ingestItem(itemOf(url), receipt(), { ...house.deps, web, respectRobots: false });
      await web.close();
      expect(result).toMatchObject({ item: { outcome: 'given-up', reason: 'address-not-allowed' } });
    },
  );

  it('whose page is unavailable now is tried again, and given up on the last receive', async () => {
    const house = ingestHouse(test, { [URL_1]: refusal('server-error', { status: 503, retryable: true }) });
    await expect(ingestItem(itemOf(URL_1), receipt(), house.deps)).rejects.toThrow(StepError);
    expect(await settled()).toEqual([]);
    const later = receipt({ receivedAt: '2024-06-01T06:30:00.000Z', isLast: true });
    const last = await ingestItem(itemOf(URL_1), later, house.deps);
    expect(last).toMatchObject({ item: { outcome: 'given-up', reason: 'retries-exhausted' } });
  });

  it('whose host has its turn later is sent again with a delay and keeps its turn', async () => {
    const house = ingestHouse(test, { [URL_1]: RELEVANT, [URL_2]: OTHER });
    await ingestItem(itemOf(URL_1), receipt(), house.deps);
    const result = await ingestItem(itemOf(URL_2), receipt(), house.deps);
    expect(result).toEqual({ kind: 'postponed', seconds: 1 });
    const [later] = house.items;
    expect(later).toMatchObject({ delaySeconds: 1, message: { itemId: itemOf(URL_2).itemId } });
    const turn = later?.message.turnAt ?? '';
    const taken = await ingestItem(
      { ...itemOf(URL_2), turnAt: turn },
      receipt({ receivedAt: turn }),
      house.deps,
    );
    expect(taken).toMatchObject({ kind: 'settled', item: { outcome: 'off-topic' } });
  });

  it('is listed by its publication, and by when it was first seen where that is missing or in the future', async () => {
    const house = ingestHouse(test, { [URL_1]: RELEVANT });
    const publishedAt = '2031-01-01T00:00:00.000Z';
    await ingestItem(itemOf(URL_1, { publishedAt }), receipt(), house.deps);
    const listed = await createUntoldStore(test.table).listArticles('weapons-use-restrictions');
    expect(listed.map(({ listedAt }) => listedAt)).toEqual([NOW]);
  });

  it('killed at any call and delivered again ends in the same rows, counted once', async () => {
    const undisturbed = ingestHouse(test, { [URL_1]: RELEVANT });
    await ingestItem(itemOf(URL_1), receipt(), undisturbed.deps);
    const expected = withoutTurns(await test.dump());
    const steps = test.calls.length;
    expect(steps).toBeGreaterThan(8);

    for (let step = 0; step < steps; step += 1) {
      const other = await startTestTable(ENGINES[0]);
      try {
        const house = ingestHouse(other, { [URL_1]: RELEVANT });
        other.dieAfter(step);
        await expect(ingestItem(itemOf(URL_1), receipt(), house.deps)).rejects.toThrow(Killed);
        other.dieAfter(Number.POSITIVE_INFINITY);
        await deliverUntilSettled(house);
        expect(withoutTurns(await other.dump()), `killed before call ${step + 1}`).toEqual(expected);
        expect(house.folds).toContainEqual({ topic: 'weapons-use-restrictions', country: 'DE' });
      } finally {
        await other.discard();
      }
    }
  });
});

/** As a queue would: the same message, and what is sent again with a delay, until there is nothing to do. */
async function deliverUntilSettled(house: ReturnType<typeof ingestHouse>): Promise<void> {
  let message = itemOf(URL_1);
  for (let receives = 0; receives < 5; receives += 1) {
    const receivedAt = message.turnAt ?? NOW;
    const result = await ingestItem(message, receipt({ receivedAt }), house.deps);
    if (result.kind !== 'postponed') return;
    message = house.items.at(-1)?.message ?? message;
  }
  throw new Error('the item was never settled');
}

/** A redelivery may come a second later, so that its host's turn and its own times differ; all else must not. */
function withoutTurns(rows: readonly Record<string, unknown>[]): unknown[] {
  const times = new Set([
    'fetchedAt',
    'settledAt',
    'todoSort',
    'expiresAt',
    'claimedAt',
    'listedAt',
    'listingSort',
  ]);
  return rows
    .filter((row) => !String(row['pk']).startsWith('HOST#'))
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !times.has(name))));
}
