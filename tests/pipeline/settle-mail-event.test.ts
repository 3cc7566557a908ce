import { describe, expect, it } from 'vitest';
import { type MailEvent, settleMailEvent } from '../../src/pipeline/settle-mail-event.ts';
import { aDelivery, aSubscriber, memoryDeliveries, memorySubscribers } from './mail-doubles.ts';

const AT = '2024-05-31T05:01:00.000Z';

async function afterEvents(...kinds: MailEvent['kind'][]) {
  const deps = { deliveries: memoryDeliveries(), subscribers: memorySubscribers() };
  await deps.subscribers.addUnlessKnown(aSubscriber());
  await deps.deliveries.claim(aDelivery());
  await deps.deliveries.settle(aDelivery(), 'unknown', 'no answer');
  const results = [];
  for (const kind of kinds) results.push(await settleMailEvent({ kind, deliveryId: 'd1', at: AT }, deps));
  return {
    results,
    delivery: deps.deliveries.rows.get('d1')?.status,
    subscriber: await deps.subscribers.find('s1'),
  };
}

describe('what the mail service says', () => {
  it('settles a delivery that was unknown', async () => {
    expect(await afterEvents('delivered')).toMatchObject({
      delivery: 'delivered',
      subscriber: { status: 'active' },
    });
  });

  it.each([
    { kind: 'hard-bounce', delivery: 'bounced' },
    { kind: 'complaint', delivery: 'complained' },
  ] as const)('of a $kind ends the subscription at once', async ({ kind, delivery }) => {
    expect(await afterEvents(kind)).toMatchObject({
      delivery,
      subscriber: { status: 'suppressed', since: AT },
    });
  });

  it.each([
    ['delivered', 'complaint'],
    ['complaint', 'delivered'],
    ['delivered', 'hard-bounce', 'delivered', 'complaint'],
  ] as const)('in any order ends with the weightiest: %s, %s', async (...kinds) => {
    const { delivery, subscriber } = await afterEvents(...kinds);
    expect(delivery).toBe('complained');
    expect(subscriber?.status).toBe('suppressed');
  });

  it.each(['soft-bounce', 'other'] as const)('of a %s changes nothing', async (kind) => {
    expect(await afterEvents(kind)).toMatchObject({
      results: ['ignored'],
      delivery: 'unknown',
      subscriber: { status: 'active' },
    });
  });

  it('about a delivery that is not ours is ignored', async () => {
    const deps = { deliveries: memoryDeliveries(), subscribers: memorySubscribers() };
    expect(await settleMailEvent({ kind: 'complaint', deliveryId: 'other', at: AT }, deps)).toBe('ignored');
  });
});
