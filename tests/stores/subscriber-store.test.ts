import { afterAll, describe, expect, it } from 'vitest';
import { createSubscriberStore } from '../../src/adapters/dynamodb/subscriber-store.ts';
import type { SubscriberStore } from '../../src/pipeline/ports.ts';
import { aSubscriber, memorySubscribers } from '../pipeline/mail-doubles.ts';
import { storeMakers } from './store-makers.ts';

const AT = '2024-05-31T08:00:00.000Z';
const makers = storeMakers<SubscriberStore>(memorySubscribers, createSubscriberStore);
afterAll(makers.discard);

describe.each(makers.kinds)('subscribers $kind', ({ make }) => {
  it('are added once, and found', async () => {
    const store = await make();
    expect(await store.addUnlessKnown(aSubscriber())).toBe(true);
    expect(await store.addUnlessKnown(aSubscriber({ email: 'other@example.org' }))).toBe(false);
    expect(await store.find('s1')).toEqual(aSubscriber());
    expect(await store.list()).toEqual([aSubscriber()]);
    expect(await store.find('s2')).toBeUndefined();
  });

  it('who are pending wait to be asked, once', async () => {
    const store = await make();
    const pending = aSubscriber({ status: 'pending' });
    await store.addUnlessKnown(pending);
    await store.addUnlessKnown(aSubscriber({ subscriberId: 's2' }));
    expect(await store.listUnasked()).toEqual([pending]);
    await store.markAsked({ ...pending, since: AT });
    expect(await store.listUnasked()).toEqual([pending]);
    await store.markAsked(pending);
    expect(await store.listUnasked()).toEqual([]);
    expect(await store.find('s1')).toEqual(pending);
  });

  it('become active by confirming, and only from pending', async () => {
    const store = await make();
    await store.addUnlessKnown(aSubscriber({ status: 'pending' }));
    expect(await store.confirm('s1', AT)).toBe(true);
    expect(await store.find('s1')).toEqual(aSubscriber({ since: AT }));
    expect(await store.listUnasked()).toEqual([]);
    expect(await store.confirm('s1', '2025-01-01T00:00:00.000Z')).toBe(false);
    expect((await store.find('s1'))?.since).toBe(AT);
    expect(await store.confirm('nobody', AT)).toBe(false);
    expect(await store.find('nobody')).toBeUndefined();
  });

  it('who leave are gone from when they first left', async () => {
    const store = await make();
    await store.addUnlessKnown(aSubscriber());
    await store.setStatus('s1', 'unsubscribed', AT);
    await store.setStatus('s1', 'unsubscribed', '2025-01-01T00:00:00.000Z');
    expect(await store.find('s1')).toEqual(aSubscriber({ status: 'unsubscribed', since: AT }));
    await store.setStatus('nobody', 'unsubscribed', AT);
    expect(await store.find('nobody')).toBeUndefined();
  });

  it('who are suppressed stay so until they are asked again', async () => {
    const store = await make();
    await store.addUnlessKnown(aSubscriber());
    await store.setStatus('s1', 'suppressed', AT);
    await store.setStatus('s1', 'unsubscribed', '2025-01-01T00:00:00.000Z');
    expect((await store.find('s1'))?.status).toBe('suppressed');
    const again = aSubscriber({ status: 'pending', since: '2025-02-01T00:00:00.000Z' });
    expect(await store.askAgain(again, 'unsubscribed')).toBe(false);
    expect(await store.askAgain(again, 'suppressed')).toBe(true);
    expect(await store.find('s1')).toEqual(again);
    expect(await store.listUnasked()).toEqual([again]);
  });

  it('who leave before they are asked are not asked', async () => {
    const store = await make();
    await store.addUnlessKnown(aSubscriber({ status: 'pending' }));
    await store.setStatus('s1', 'unsubscribed', AT);
    expect(await store.listUnasked()).toEqual([]);
  });

  it('choose what they get', async () => {
    const store = await make();
    await store.addUnlessKnown(aSubscriber());
    await store.setChoice('s1', { preference: 'changes', notices: true });
    await store.setChoice('nobody', { preference: 'changes', notices: true });
    expect(await store.list()).toEqual([aSubscriber({ preference: 'changes', notices: true })]);
  });

  it('are found by the hash of a token, for its purpose and until it expires', async () => {
    const store = await make();
    const token = { tokenHash: 'h', subscriberId: 's1', purpose: 'confirm', expiresAt: AT } as const;
    await store.saveToken(token);
    expect(await store.findByToken('h', 'confirm', '2024-05-31T07:59:59.999Z')).toBe('s1');
    expect(await store.findByToken('h', 'confirm', AT)).toBeUndefined();
    expect(await store.findByToken('h', 'unsubscribe', '2024-05-01T00:00:00.000Z')).toBeUndefined();
    expect(await store.findByToken('x', 'confirm', '2024-05-01T00:00:00.000Z')).toBeUndefined();
  });
});
