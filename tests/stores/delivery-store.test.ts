import { afterAll, describe, expect, it } from 'vitest';
import { createDeliveryStore } from '../../src/adapters/dynamodb/delivery-store.ts';
import type { Delivery, DeliveryStatus, DeliveryStore } from '../../src/pipeline/ports.ts';
import { aDelivery, memoryDeliveries } from '../pipeline/mail-doubles.ts';
import { storeMakers } from './store-makers.ts';

const makers = storeMakers<DeliveryStore>(memoryDeliveries, createDeliveryStore);
afterAll(makers.discard);

const statusOf = async (store: DeliveryStore) => (await store.listOfDigest('t', '2024-05-31'))[0]?.status;

describe.each(makers.kinds)('deliveries $kind', ({ make }) => {
  it('are claimed by one of many', async () => {
    const store = await make();
    const claims = await Promise.all(Array.from({ length: 5 }, () => store.claim(aDelivery())));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.listOfDigest('t', '2024-05-31')).toEqual([aDelivery()]);
  });

  it.each<Delivery>([
    aDelivery(),
    { ...common(), kind: 'notice', topic: 't', noticeId: 'US#generic#border@1' },
    { ...common(), kind: 'confirmation', askedAt: '2024-05-31T04:00:00.000Z' },
  ])('of a $kind are found by the id that travels with the mail', async (delivery) => {
    const store = await make();
    expect(await store.findById('d1')).toBeUndefined();
    expect(await store.claim(delivery)).toBe(true);
    expect(await store.claim(delivery)).toBe(false);
    const { status: _status, claimedAt: _claimedAt, ...ref } = delivery;
    expect(await store.findById('d1')).toMatchObject(ref);
    expect(await store.listUnresolved('2024-06-01T00:00:00.000Z')).toEqual([delivery]);
    await store.settle(delivery, 'sent', 'm');
    expect(await store.listUnresolved('2024-06-01T00:00:00.000Z')).toEqual([]);
  });

  it('of a digest are listed apart from those of its neighbours', async () => {
    const store = await make();
    const today = aDelivery();
    await store.claim(today);
    await store.claim(aDelivery({ subscriberId: 's2', deliveryId: 'd2', date: '2024-06-01' }));
    await store.claim(aDelivery({ subscriberId: 's3', deliveryId: 'd3', topic: 'other' }));
    await store.claim({ ...common(), deliveryId: 'd4', kind: 'notice', topic: 't', noticeId: '2024-05-31' });
    expect(await store.listOfDigest('t', '2024-05-31')).toEqual([today]);
  });

  it('given back are free again, unless they were sent', async () => {
    const store = await make();
    await store.claim(aDelivery());
    await store.release(aDelivery());
    expect(await store.claim(aDelivery())).toBe(true);
    await store.settle(aDelivery(), 'sent', 'm');
    await store.release(aDelivery());
    expect(await store.claim(aDelivery())).toBe(false);
  });

  it('are unresolved while they are claimed, from an age on', async () => {
    const store = await make();
    await store.claim(aDelivery());
    expect(await store.listUnresolved('2024-05-31T05:00:00.000Z')).toEqual([]);
    expect(await store.listUnresolved('2024-05-31T05:00:01.000Z')).toHaveLength(1);
    await store.settle(aDelivery(), 'unknown', 'no answer');
    expect(await store.listUnresolved('2024-05-31T05:00:01.000Z')).toEqual([]);
  });

  it('are reopened while they have the status that a person saw', async () => {
    const store = await make();
    await store.claim(aDelivery());
    expect(await store.reopen(aDelivery(), 'unknown')).toBe(false);
    await store.settle(aDelivery(), 'unknown', 'no answer');
    expect(await store.reopen(aDelivery(), 'unknown')).toBe(true);
    expect(await store.claim(aDelivery())).toBe(true);
  });

  it.each<{ reports: DeliveryStatus[]; end: DeliveryStatus }>([
    { reports: ['sent', 'delivered'], end: 'delivered' },
    { reports: ['delivered', 'sent'], end: 'delivered' },
    { reports: ['unknown', 'delivered'], end: 'delivered' },
    { reports: ['sent', 'unknown'], end: 'sent' },
    { reports: ['delivered', 'unknown', 'refused'], end: 'delivered' },
    { reports: ['bounced', 'delivered'], end: 'bounced' },
    { reports: ['complained', 'bounced', 'delivered', 'sent'], end: 'complained' },
    { reports: ['sent', 'refused'], end: 'refused' },
  ])('told $reports in this order end as $end', async ({ reports, end }) => {
    const store = await make();
    await store.claim(aDelivery());
    for (const status of reports) await store.settle(aDelivery(), status, 'detail');
    expect(await statusOf(store)).toBe(end);
  });

  it('that were never claimed are not made by a report', async () => {
    const store = await make();
    await store.settle(aDelivery(), 'delivered', 'detail');
    expect(await store.listOfDigest('t', '2024-05-31')).toEqual([]);
  });
});

function common() {
  return {
    subscriberId: 's1',
    deliveryId: 'd1',
    status: 'claimed' as const,
    claimedAt: '2024-05-31T05:00:00.000Z',
  };
}
