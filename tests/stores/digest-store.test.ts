import { afterAll, describe, expect, it } from 'vitest';
import { createDeliveryStore } from '../../src/adapters/dynamodb/delivery-store.ts';
import { createDigestStore } from '../../src/adapters/dynamodb/digest-store.ts';
import { createQuestions } from '../../src/adapters/dynamodb/questions.ts';
import type { Table } from '../../src/adapters/dynamodb/table.ts';
import type { DigestRecord, DigestStore } from '../../src/pipeline/ports.ts';
import { aDelivery, memoryDigests } from '../pipeline/mail-doubles.ts';
import { storeMakers } from './store-makers.ts';

const makers = storeMakers<DigestStore>(memoryDigests, createDigestStore);
const tables = storeMakers<Table | undefined>(
  () => undefined,
  (table) => table,
);
afterAll(makers.discard);
afterAll(tables.discard);

const aDigest = (given: Partial<DigestRecord> = {}): DigestRecord => ({
  topic: 't',
  date: '2024-05-31',
  subject: 'Subject',
  windowFrom: '2024-05-30T05:00:00.000Z',
  windowTo: '2024-05-31T05:00:00.000Z',
  articleCount: 2,
  changeCount: 1,
  recipientCount: 3,
  status: 'queued',
  ...given,
});

describe.each(makers.kinds)('digests $kind', ({ make }) => {
  it('are found by topic and day, and the newest before a day', async () => {
    const store = await make();
    expect(await store.findPrevious('t', '2024-06-01')).toBeUndefined();
    for (const date of ['2024-05-29', '2024-05-31']) await store.save(aDigest({ date }));
    await store.save(aDigest({ topic: 'other', date: '2024-05-30' }));
    expect(await store.find('t', '2024-05-31')).toEqual(aDigest());
    expect(await store.find('t', '2024-05-30')).toBeUndefined();
    expect((await store.findPrevious('t', '2024-05-31'))?.date).toBe('2024-05-29');
    expect((await store.findPrevious('t', '2024-06-05'))?.date).toBe('2024-05-31');
  });

  it('are sent once more on request, until that is done', async () => {
    const store = await make();
    await store.save(aDigest());
    expect(await store.requestResend('t', '2024-01-01')).toBe(false);
    expect(await store.requestResend('t', '2024-05-31')).toBe(true);
    expect(await store.listResends()).toEqual([aDigest()]);
    await store.clearResend('t', '2024-05-31');
    expect(await store.listResends()).toEqual([]);
    expect(await store.find('t', '2024-05-31')).toEqual(aDigest());
  });
});

describe('digests in DynamoDB', () => {
  it('lie before their deliveries, which are counted with them and never taken for one', async () => {
    const table = await tables.kinds[1]?.make();
    if (!table) throw new Error('no table');
    const digests = createDigestStore(table);
    const deliveries = createDeliveryStore(table);
    await digests.save(aDigest());
    await deliveries.claim(aDelivery());
    await deliveries.claim(aDelivery({ subscriberId: 's2', deliveryId: 'd2' }));
    await deliveries.settle(aDelivery(), 'sent', 'm');
    expect(await digests.findPrevious('t', '2024-06-01')).toEqual(aDigest());
    const listed = await createQuestions(table).listDigests('t', {
      since: '2024-05-01',
      until: '2024-06-30',
    });
    expect(listed).toEqual([{ ...aDigest(), deliveries: { sent: 1, claimed: 1 } }]);
  });

  it('keep their stories in the order in which they were told', async () => {
    const table = await tables.kinds[1]?.make();
    if (!table) throw new Error('no table');
    const stories = Array.from({ length: 12 }, (_, index) => ({
      storyId: `s${index}`,
      rank: index + 1,
      title: `Story ${index}`,
      leadArticleId: `a${index}`,
      publisherCount: 1,
      articles: [],
    }));
    const store = createDigestStore(table);
    await store.saveStories('t', '2024-05-31', stories);
    await store.saveStories('t', '2024-05-31', stories);
    expect(await createQuestions(table).listStories('t', '2024-05-31')).toEqual(stories);
  });
});
