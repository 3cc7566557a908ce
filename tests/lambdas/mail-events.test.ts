import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../lambdas/mail-events.ts';
import { createDeliveryStore } from '../../src/adapters/dynamodb/delivery-store.ts';
import { createSubscriberStore } from '../../src/adapters/dynamodb/subscriber-store.ts';
import { Table } from '../../src/adapters/dynamodb/table.ts';
import { TABLE } from '../../src/contract/table.ts';
import type { DeliveryStore, SubscriberStore } from '../../src/pipeline/ports.ts';
import { startTestCloud, type TestCloud } from '../local/aws/test-cloud.ts';
import { aDelivery, aSubscriber } from '../pipeline/mail-doubles.ts';

let cloud: TestCloud;
let deliveries: DeliveryStore;
let subscribers: SubscriberStore;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.createTable('caveat', TABLE);
  process.env['TABLE_NAME'] = 'caveat';
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
  deliveries = createDeliveryStore(new Table('caveat'));
  subscribers = createSubscriberStore(new Table('caveat'));
});
afterAll(async () => {
  delete process.env['TABLE_NAME'];
  delete process.env['POWERTOOLS_LOG_LEVEL'];
  await cloud.discard();
});

/** As SES publishes through EventBridge. */
const event = (detail: object, deliveryId = 'd1') => ({
  version: '0',
  source: 'aws.ses',
  'detail-type': 'Email Bounced',
  time: '2024-05-31T05:01:00Z',
  detail: {
    mail: { messageId: 'm', tags: { delivery: [deliveryId], 'ses:configuration-set': ['c'] } },
    ...detail,
  },
});

async function becomes(detail: object) {
  const id = crypto.randomUUID();
  const delivery = aDelivery({ deliveryId: id, subscriberId: id, date: '2024-05-31' });
  await subscribers.addUnlessKnown(aSubscriber({ subscriberId: id }));
  await deliveries.claim(delivery);
  await handler(event(detail, id));
  const row = (await deliveries.listOfDigest('t', '2024-05-31')).find(({ deliveryId }) => deliveryId === id);
  return [row?.status, (await subscribers.find(id))?.status];
}

describe('an event of the mail service', () => {
  it.each([
    { detail: { eventType: 'Delivery' }, ends: ['delivered', 'active'] },
    { detail: { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } }, ends: ['bounced', 'suppressed'] },
    { detail: { eventType: 'Bounce', bounce: { bounceType: 'Transient' } }, ends: ['claimed', 'active'] },
    { detail: { eventType: 'Bounce', bounce: { bounceType: 'Undetermined' } }, ends: ['claimed', 'active'] },
    { detail: { eventType: 'Complaint' }, ends: ['complained', 'suppressed'] },
    { detail: { eventType: 'Reject' }, ends: ['refused', 'active'] },
    { detail: { eventType: 'Open' }, ends: ['claimed', 'active'] },
  ])('$detail ends as $ends', async ({ detail, ends }) => {
    expect(await becomes(detail)).toEqual(ends);
  });

  it('without our tag, or about a delivery nobody knows, is none of ours', async () => {
    const untagged = event({ eventType: 'Complaint', mail: { messageId: 'm' } });
    await expect(handler(untagged)).resolves.toBeUndefined();
    await expect(handler(event({ eventType: 'Complaint' }, 'unknown'))).resolves.toBeUndefined();
  });
});
