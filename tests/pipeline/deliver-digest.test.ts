import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DeliveryMessage } from '../../src/contract/messages.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '../../src/domain/digest/digest-input.ts';
import { type DeliverDeps, deliverDigest } from '../../src/pipeline/deliver-digest.ts';
import type { Archive, Mail, MailOutcome, Subscriber } from '../../src/pipeline/ports.ts';
import {
  aSubscriber,
  memoryDeliveries,
  memoryMailer,
  memoryNotices,
  memorySubscribers,
} from './mail-doubles.ts';

const NOW = '2024-05-31T05:00:00.000Z';
const DIGEST = { kind: 'digest', topic: 'topic', date: '2024-05-31', subscriberId: 's1' } as const;
const LINK = `https://stop.example/?token=${'t'.repeat(42)}0`;

async function postRoom(
  given: { answer?: (mail: Mail) => MailOutcome; subscriber?: Partial<Subscriber>; senderName?: string } = {},
) {
  const { mails, mailer } = memoryMailer(given.answer);
  const subscribers = memorySubscribers();
  await subscribers.addUnlessKnown(aSubscriber(given.subscriber));
  const deliveries = memoryDeliveries();
  const notices = memoryNotices();
  let drawn = 0;
  const deps: DeliverDeps = {
    settings: {
      sender: 'digest@news.example',
      senderName: given.senderName ?? 'Caveat',
      subscriptionUrl: 'https://stop.example/',
    },
    topicLabel: 'The topic',
    senderNote: 'Caveat, 1 Example Street',
    archive: {
      readDigest: async (_topic: string, date: string) =>
        date === DIGEST.date
          ? {
              json: JSON.stringify({ subject: 'US allows strikes' }),
              html: `<a href="${UNSUBSCRIBE_PLACEHOLDER}">Unsubscribe</a>`,
              text: `To stop, open\n${UNSUBSCRIBE_PLACEHOLDER}`,
            }
          : undefined,
    } as unknown as Archive,
    notices,
    deliveries,
    subscribers,
    mailer,
    newToken: () => `${'t'.repeat(42)}${drawn++}`,
  };
  return { deps, mails, subscribers, deliveries, notices };
}

describe('a digest', () => {
  it('goes to one person, with a link of their own in both parts and the headers that mail programs act on', async () => {
    const { deps, mails, deliveries } = await postRoom();
    expect(await deliverDigest(DIGEST, NOW, deps)).toEqual({ kind: 'sent' });
    const [delivery] = deliveries.rows.values();
    expect(delivery).toMatchObject({ ...DIGEST, status: 'sent', claimedAt: NOW });
    expect(mails).toEqual([
      {
        from: '"Caveat" <digest@news.example>',
        to: 'reader@example.org',
        subject: 'US allows strikes',
        html: `<a href="${LINK}">Unsubscribe</a>`,
        text: `To stop, open\n${LINK}`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'List-Id': '"Caveat" <topic.news.example>',
          'List-Unsubscribe': `<${LINK}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
        tags: { delivery: delivery?.deliveryId },
      },
    ]);
    expect(delivery?.deliveryId).toMatch(/^[0-9a-f]{24}$/);
  });

  it('leaves nothing of its token behind but a hash that expires after 400 days', async () => {
    const { deps, subscribers } = await postRoom();
    await deliverDigest(DIGEST, NOW, deps);
    const token = LINK.split('=').at(-1) ?? '';
    const tokenHash = createHash('sha256').update(token).digest('hex');
    expect([...subscribers.tokens.values()]).toEqual([
      { tokenHash, subscriberId: 's1', purpose: 'unsubscribe', expiresAt: '2025-07-05T05:00:00.000Z' },
    ]);
    expect(JSON.stringify([...subscribers.tokens])).not.toContain(token);
  });

  it('is sent once, however often its message arrives', async () => {
    const { deps, mails } = await postRoom();
    const results = [];
    for (let times = 0; times < 3; times += 1) results.push((await deliverDigest(DIGEST, NOW, deps)).kind);
    expect(results).toEqual(['sent', 'claimed-before', 'claimed-before']);
    expect(mails).toHaveLength(1);
  });

  it('is sent once to each of two messages at the same time', async () => {
    const { deps, mails } = await postRoom();
    const results = await Promise.all([deliverDigest(DIGEST, NOW, deps), deliverDigest(DIGEST, NOW, deps)]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['claimed-before', 'sent']);
    expect(mails).toHaveLength(1);
  });

  it('that was throttled is tried again', async () => {
    let isBusy = true;
    const { deps, mails } = await postRoom({
      answer: () => (isBusy ? { kind: 'throttled', reason: 'busy' } : { kind: 'sent', messageId: 'm' }),
    });
    await expect(deliverDigest(DIGEST, NOW, deps)).rejects.toMatchObject({
      code: 'delivery-throttled',
      retryable: true,
    });
    isBusy = false;
    expect(await deliverDigest(DIGEST, NOW, deps)).toEqual({ kind: 'sent' });
    expect(mails).toHaveLength(2);
  });

  it.each([
    { outcome: { kind: 'refused', reason: 'no' }, status: 'refused' },
    { outcome: { kind: 'unknown', reason: 'lost' }, status: 'claimed' },
  ] as const)(
    'whose answer is "$outcome.kind" is never sent again by itself',
    async ({ outcome, status }) => {
      const { deps, mails, deliveries } = await postRoom({ answer: () => outcome });
      expect(await deliverDigest(DIGEST, NOW, deps)).toEqual(outcome);
      expect((await deliverDigest(DIGEST, NOW, deps)).kind).toBe('claimed-before');
      expect(mails).toHaveLength(1);
      expect([...deliveries.rows.values()].map((row) => row.status)).toEqual([status]);
    },
  );

  it('whose function dies while sending keeps its claim, and whose dies before has none', async () => {
    const dying = await postRoom({
      answer: () => {
        throw new Error('died');
      },
    });
    await expect(deliverDigest(DIGEST, NOW, dying.deps)).rejects.toThrow('died');
    expect((await deliverDigest(DIGEST, NOW, dying.deps)).kind).toBe('claimed-before');

    const early = await postRoom();
    const noToken = { ...early.deps.subscribers, saveToken: async () => Promise.reject(new Error('died')) };
    await expect(deliverDigest(DIGEST, NOW, { ...early.deps, subscribers: noToken })).rejects.toThrow('died');
    expect((await deliverDigest(DIGEST, NOW, early.deps)).kind).toBe('sent');
  });

  it('that is not there, or for somebody who is not, is not sent', async () => {
    const { deps, mails } = await postRoom();
    expect(await deliverDigest({ ...DIGEST, date: '2024-01-01' }, NOW, deps)).toEqual({ kind: 'no-content' });
    expect(await deliverDigest({ ...DIGEST, subscriberId: 's2' }, NOW, deps)).toEqual({ kind: 'not-wanted' });
    expect(mails).toEqual([]);
  });

  it.each(['pending', 'unsubscribed', 'suppressed'] as const)(
    'is not sent to somebody who is %s by the time it is their turn',
    async (status) => {
      const { deps, mails } = await postRoom({ subscriber: { status } });
      expect(await deliverDigest(DIGEST, NOW, deps)).toEqual({ kind: 'not-wanted' });
      expect(mails).toEqual([]);
    },
  );
});

describe('the sender’s name', () => {
  it.each([
    { name: 'The "Daily" Caveat', from: String.raw`"The \"Daily\" Caveat" <digest@news.example>` },
    { name: 'Line\r\nBcc: other@example.org', from: '"Line Bcc: other@example.org" <digest@news.example>' },
    { name: 'Vorbehalt für heute', from: '=?UTF-8?B?Vm9yYmVoYWx0IGbDvHIgaGV1dGU=?= <digest@news.example>' },
  ])('$name is written so that no header breaks', async ({ name, from }) => {
    const { deps, mails } = await postRoom({ senderName: name });
    await deliverDigest(DIGEST, NOW, deps);
    expect(mails[0]?.from).toBe(from);
    expect(mails[0]?.headers['List-Id']).toMatch(/^[\x20-\x7e]+$/);
  });

  it('is cut into words that RFC 2047 allows, between characters', async () => {
    const name = 'Ünïcödé 🇪🇺 '.repeat(10).trim();
    const { deps, mails } = await postRoom({ senderName: name });
    await deliverDigest(DIGEST, NOW, deps);
    const words = (mails[0]?.from ?? '').split(' ').slice(0, -1);
    expect(words.every((word) => word.length <= 75)).toBe(true);
    const decoded = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8'));
    expect(decoded.join('')).toBe(name);
  });
});

describe('a confirmation', () => {
  const askedAt = '2024-05-31T04:00:00.000Z';
  const CONFIRMATION: DeliveryMessage = { kind: 'confirmation', askedAt, subscriberId: 's1' };

  it('asks who is pending, with a token that only confirms', async () => {
    const { deps, mails, subscribers } = await postRoom({
      subscriber: { status: 'pending', since: askedAt },
    });
    expect(await deliverDigest(CONFIRMATION, NOW, deps)).toEqual({ kind: 'sent' });
    expect(mails[0]?.headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
    expect(mails[0]?.text).toContain(`https://stop.example/?confirm=${'t'.repeat(42)}0`);
    expect(mails[0]?.text).toContain('The topic');
    expect([...subscribers.tokens.values()]).toMatchObject([
      { purpose: 'confirm', expiresAt: '2024-06-14T05:00:00.000Z' },
    ]);
  });

  it.each([
    { subscriber: { status: 'active', since: askedAt } as const, who: 'has answered' },
    { subscriber: { status: 'pending', since: NOW } as const, who: 'was added anew since' },
  ])('is not sent to somebody who $who', async ({ subscriber }) => {
    const { deps, mails } = await postRoom({ subscriber });
    expect(await deliverDigest(CONFIRMATION, NOW, deps)).toEqual({ kind: 'not-wanted' });
    expect(mails).toEqual([]);
  });
});

describe('a notice', () => {
  const NOTICE: DeliveryMessage = { kind: 'notice', topic: 'topic', noticeId: 'row@1', subscriberId: 's1' };
  const notice = { topic: 'topic', noticeId: 'row@1', subject: 'Subject', html: '<p>', text: 'Text' };

  it('goes to who asked for it, as its own mail beside the day’s digest', async () => {
    const { deps, mails, notices } = await postRoom({ subscriber: { notices: true } });
    await notices.save(notice);
    expect(await deliverDigest(NOTICE, NOW, deps)).toEqual({ kind: 'sent' });
    expect(await deliverDigest(NOTICE, NOW, deps)).toEqual({ kind: 'claimed-before' });
    expect(await deliverDigest(DIGEST, NOW, deps)).toEqual({ kind: 'sent' });
    expect(mails.map(({ subject }) => subject)).toEqual(['Subject', 'US allows strikes']);
    expect(mails[0]?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  });

  it('does not go to who has changed their mind', async () => {
    const { deps, notices } = await postRoom({ subscriber: { notices: false } });
    await notices.save(notice);
    expect(await deliverDigest(NOTICE, NOW, deps)).toEqual({ kind: 'not-wanted' });
  });
});
