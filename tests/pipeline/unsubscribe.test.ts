import { describe, expect, it } from 'vitest';
import type { Subscriber } from '../../src/pipeline/ports.ts';
import { tokenHash } from '../../src/pipeline/token-hash.ts';
import { confirmSubscription, unsubscribe } from '../../src/pipeline/unsubscribe.ts';
import { aSubscriber, memorySubscribers } from './mail-doubles.ts';

const NOW = '2024-05-31T08:00:00.000Z';
const TOKEN = 'T'.repeat(43);

async function withToken(
  purpose: 'unsubscribe' | 'confirm',
  status: Subscriber['status'],
  expiresAt = '2025-07-01T00:00:00.000Z',
) {
  const subscribers = memorySubscribers();
  await subscribers.addUnlessKnown(aSubscriber({ status }));
  await subscribers.saveToken({ tokenHash: tokenHash(TOKEN), subscriberId: 's1', purpose, expiresAt });
  return subscribers;
}

describe('the link of a digest', () => {
  it('ends the subscription, and clicked again changes nothing more', async () => {
    const subscribers = await withToken('unsubscribe', 'active');
    await unsubscribe(TOKEN, NOW, subscribers);
    await unsubscribe(TOKEN, '2024-06-30T00:00:00.000Z', subscribers);
    expect(await subscribers.find('s1')).toMatchObject({ status: 'unsubscribed', since: NOW });
  });

  it.each([
    { what: 'another token', token: 'U'.repeat(43) },
    { what: 'a short one', token: 'T'.repeat(42) },
    { what: 'none', token: '' },
    { what: 'two joined as a function URL joins them', token: `${TOKEN},${TOKEN}` },
    { what: 'the hash that a thief of the table would have', token: tokenHash(TOKEN) },
  ])('does nothing with $what', async ({ token }) => {
    const subscribers = await withToken('unsubscribe', 'active');
    await unsubscribe(token, NOW, subscribers);
    expect((await subscribers.find('s1'))?.status).toBe('active');
  });

  it('does nothing once it has expired', async () => {
    const subscribers = await withToken('unsubscribe', 'active', NOW);
    await unsubscribe(TOKEN, NOW, subscribers);
    expect((await subscribers.find('s1'))?.status).toBe('active');
  });

  it('does not make a suppressed address one that may be mailed again', async () => {
    const subscribers = await withToken('unsubscribe', 'suppressed');
    await unsubscribe(TOKEN, NOW, subscribers);
    expect((await subscribers.find('s1'))?.status).toBe('suppressed');
  });
});

describe('the link of a confirmation', () => {
  it('begins the subscription', async () => {
    const subscribers = await withToken('confirm', 'pending');
    await confirmSubscription(TOKEN, NOW, subscribers);
    expect(await subscribers.find('s1')).toMatchObject({ status: 'active', since: NOW });
    expect(await subscribers.listUnasked()).toEqual([]);
  });

  it.each(['unsubscribed', 'suppressed'] as const)(
    'brings nobody back who is %s: an old mail may be found by anyone',
    async (status) => {
      const subscribers = await withToken('confirm', status);
      await confirmSubscription(TOKEN, NOW, subscribers);
      expect((await subscribers.find('s1'))?.status).toBe(status);
    },
  );

  it('ends no subscription, nor does a digest’s begin one', async () => {
    const confirming = await withToken('confirm', 'active');
    await unsubscribe(TOKEN, NOW, confirming);
    expect((await confirming.find('s1'))?.status).toBe('active');
    const ending = await withToken('unsubscribe', 'pending');
    await confirmSubscription(TOKEN, NOW, ending);
    expect((await ending.find('s1'))?.status).toBe('pending');
  });
});
