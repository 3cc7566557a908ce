import { describe, expect, it } from 'vitest';
import { runMailChores } from '../../src/pipeline/digest-chores.ts';
import type { DigestRecord } from '../../src/pipeline/ports.ts';
import { digestHouse, TOPIC } from './digest-house.ts';
import { aDelivery, aSubscriber } from './mail-doubles.ts';

const NOW = '2024-05-31T08:00:00.000Z';

const aDigest = (given: Partial<DigestRecord> = {}): DigestRecord => ({
  topic: TOPIC,
  date: '2024-05-30',
  subject: 'Subject',
  windowFrom: '2024-05-29T05:00:00.000Z',
  windowTo: '2024-05-30T05:00:00.000Z',
  articleCount: 1,
  changeCount: 0,
  recipientCount: 1,
  status: 'queued',
  ...given,
});

describe('a claim', () => {
  it.each([
    { claimedAt: '2024-05-31T07:44:59.000Z', status: 'unknown', alarms: 1 },
    { claimedAt: '2024-05-31T07:46:00.000Z', status: 'claimed', alarms: 0 },
  ])('of $claimedAt is $status at eight', async ({ claimedAt, status, alarms }) => {
    const house = digestHouse();
    await house.deliveries.claim(aDelivery({ claimedAt }));
    await runMailChores(NOW, house);
    expect(house.deliveries.rows.get('d1')?.status).toBe(status);
    expect(house.log.errors.filter(({ event }) => event === 'delivery-unknown')).toHaveLength(alarms);
    expect(house.deliveryQueue.messages).toEqual([]);
  });
});

describe('who was added', () => {
  const pending = aSubscriber({ status: 'pending', since: '2024-05-31T07:10:00.000Z' });

  it('is asked once', async () => {
    const house = digestHouse();
    await house.subscribers.addUnlessKnown(pending);
    await runMailChores(NOW, house);
    await runMailChores(NOW, house);
    expect(house.deliveryQueue.messages).toEqual([
      { kind: 'confirmation', askedAt: pending.since, subscriberId: 's1' },
    ]);
  });

  it('is asked again when the queue took nothing', async () => {
    const house = digestHouse();
    await house.subscribers.addUnlessKnown(pending);
    const refusing = { ...house, deliveryQueue: { send: async () => Promise.reject(new Error('down')) } };
    await expect(runMailChores(NOW, refusing)).rejects.toThrow('down');
    await runMailChores(NOW, house);
    expect(house.deliveryQueue.messages).toHaveLength(1);
  });
});

describe('a digest to be sent once more', () => {
  it('is queued once for everybody it was meant for; the claims keep out who has it', async () => {
    const house = digestHouse();
    const add = (subscriberId: string, given: object) =>
      house.subscribers.addUnlessKnown(aSubscriber({ subscriberId, ...given }));
    await add('reader', {});
    await add('of changes only', { preference: 'changes' });
    await add('gone', { status: 'unsubscribed' });
    await add('later', { since: '2024-05-31T01:00:00.000Z' });
    await house.digests.save(aDigest());
    expect(await house.digests.requestResend(TOPIC, '2024-05-30')).toBe(true);
    await runMailChores(NOW, house);
    await runMailChores(NOW, house);
    expect(house.deliveryQueue.messages).toEqual([
      { kind: 'digest', topic: TOPIC, date: '2024-05-30', subscriberId: 'reader' },
    ]);
  });
});
