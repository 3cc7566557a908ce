import { readFileSync } from 'node:fs';
import {
  CreateEmailIdentityCommand,
  GetAccountCommand,
  GetEmailIdentityCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailEvent } from '../../../local/aws/ses/mail-events.ts';
import { startTestCloud, TEST_START, type TestCloud } from './test-cloud.ts';

let cloud: TestCloud;
let ses: SESv2Client;
let events: MailEvent[] = [];

beforeAll(async () => {
  cloud = await startTestCloud({ onMail: (event) => void events.push(event) });
  ses = new SESv2Client({ maxAttempts: 1 });
});

beforeEach(async () => {
  await cloud.mails.settled();
  events = [];
});

afterAll(async () => {
  ses.destroy();
  await cloud.discard();
});

const DIGEST: SendEmailCommandInput = {
  FromEmailAddress: 'The Digest <digest@example.com>',
  Destination: { ToAddresses: ['reader@example.org'] },
  Content: {
    Simple: {
      Subject: { Data: 'Digest für Samstag' },
      Body: { Html: { Data: '<p>Grüße</p>' }, Text: { Data: 'Grüße' } },
      Headers: [
        { Name: 'List-Unsubscribe', Value: '<https://example.com/u?token=abc>' },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ],
    },
  },
  EmailTags: [{ Name: 'delivery', Value: 'd-1' }],
  ListManagementOptions: { ContactListName: 'readers' },
  ConfigurationSetName: 'digests',
};

const send = (changes: Partial<SendEmailCommandInput> = {}) =>
  ses.send(new SendEmailCommand({ ...DIGEST, ...changes }));
const sendTo = (...ToAddresses: string[]) => send({ Destination: { ToAddresses } });

async function eventsOf(address: string): Promise<string[]> {
  await sendTo(address);
  await cloud.mails.settled();
  return events.map((event) => event.eventType);
}

describe('a mail', () => {
  it('lies in the directory as message, page, text and description', async () => {
    const { MessageId } = await send();
    const mail = cloud.mails.list().find(({ messageId }) => messageId === MessageId);
    expect(mail).toMatchObject({
      sentAt: TEST_START.toISOString(),
      from: 'The Digest <digest@example.com>',
      to: ['reader@example.org'],
      subject: 'Digest für Samstag',
      tags: [
        { name: 'delivery', value: 'd-1' },
        { name: 'ses:configuration-set', value: 'digests' },
      ],
    });
    expect(readFileSync(mail?.files.html ?? '', 'utf8')).toBe('<p>Grüße</p>');
    expect(readFileSync(mail?.files.text ?? '', 'utf8')).toBe('Grüße');
    expect(mail?.files.html).toContain('2024-05-25');
  });

  it('is a message that a mail program can open', async () => {
    const { MessageId } = await send({ ReplyToAddresses: ['desk@example.com'] });
    const mail = cloud.mails.list().find(({ messageId }) => messageId === MessageId);
    const message = readFileSync(mail?.files.eml ?? '', 'utf8');
    expect(message).toContain('From: The Digest <digest@example.com>');
    expect(message).toContain('To: reader@example.org');
    expect(message).toContain('Reply-To: desk@example.com');
    expect(message).toContain('List-Unsubscribe: <https://example.com/u?token=abc>');
    expect(message).toContain('Date: Sat, 25 May 2024 06:00:00 +0000');
    expect(message).toMatch(/Subject: =\?UTF-8\?/);
    expect(message).toContain('Content-Type: multipart/alternative');
  });

  it('goes to blind copies without naming them', async () => {
    const { MessageId } = await send({
      Destination: { ToAddresses: ['reader@example.org'], BccAddresses: ['hidden@example.org'] },
    });
    const mail = cloud.mails.list().find(({ messageId }) => messageId === MessageId);
    expect(mail?.to).toEqual(['reader@example.org', 'hidden@example.org']);
    expect(readFileSync(mail?.files.eml ?? '', 'utf8')).not.toContain('hidden@example.org');
  });

  it('that was composed by the sender is kept as it is', async () => {
    const raw =
      'From: a@example.com\r\nTo: "Doe, Jane" <b@example.com>,\r\n c@example.com\r\nSubject: Raw\r\n\r\nBody\r\n';
    const { MessageId } = await ses.send(
      new SendEmailCommand({ Content: { Raw: { Data: new TextEncoder().encode(raw) } } }),
    );
    const mail = cloud.mails.list().find(({ messageId }) => messageId === MessageId);
    expect(mail).toMatchObject({
      from: 'a@example.com',
      to: ['b@example.com', 'c@example.com'],
      subject: 'Raw',
    });
    expect(readFileSync(mail?.files.eml ?? '', 'utf8')).toBe(raw);
  });

  it('leads nowhere but into the directory, whatever its recipient is called', async () => {
    const { MessageId } = await sendTo('up/x@example.com');
    const mail = cloud.mails.list().find(({ messageId }) => messageId === MessageId);
    expect(mail?.files.eml).toMatch(new RegExp(`^${cloud.mails.directory}/2024-05-25/[^/]+$`));
  });
});

describe('a request', () => {
  const simple = (Simple: object) => ({ Content: { Simple: { ...DIGEST.Content?.Simple, ...Simple } } });

  it.each<{ name: string; changes: object; message: RegExp }>([
    { name: 'no sender', changes: { FromEmailAddress: undefined }, message: /FromEmailAddress/ },
    { name: 'no recipient', changes: { Destination: {} }, message: /Destination/ },
    { name: 'no content', changes: { Content: {} }, message: /Content/ },
    { name: 'no body', changes: simple({ Body: {} }), message: /Body/ },
    {
      name: 'a line break in a header',
      changes: simple({ Headers: [{ Name: 'X-A', Value: 'a\r\nBcc: b' }] }),
      message: /header/,
    },
    {
      name: 'a colon in a header name',
      changes: simple({ Headers: [{ Name: 'X:A', Value: 'a' }] }),
      message: /header/,
    },
    { name: 'a tag with a space', changes: { EmailTags: [{ Name: 'a', Value: 'b c' }] }, message: /tag/ },
    {
      name: 'too many recipients',
      changes: {
        Destination: { ToAddresses: Array.from({ length: 51 }, (_, index) => `r${index}@example.com`) },
      },
      message: /exceeds 50/,
    },
  ])('with $name is refused', async ({ changes, message }) => {
    const before = cloud.mails.list().length;
    await expect(send(changes)).rejects.toMatchObject({ name: 'BadRequestException', message });
    expect(cloud.mails.list()).toHaveLength(before);
    expect(events).toEqual([]);
  });

  it.each([
    '',
    'reader',
    '@example.com',
    'reader@',
    'reader@host',
    'reader@-example.com',
    'reader@exa mple.com',
    'two@example.com, three@example.com',
    'rea der@example.com',
    'läser@example.com',
    '.reader@example.com',
    'rea..der@example.com',
    `${'r'.repeat(65)}@example.com`,
    'reader@example.com\r\nBcc: other@example.com',
  ])('to the address %j is refused', async (address) => {
    await expect(sendTo(address)).rejects.toMatchObject({ name: 'BadRequestException' });
  });

  it.each([
    'reader+label@example.com',
    'Reader One <reader@example.co.uk>',
    '"One, Reader" <o.r@example.com>',
  ])('to the address %j is taken', async (address) => {
    expect((await sendTo(address)).MessageId).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('what becomes of a mail', () => {
  it.each([
    { address: 'reader@example.org', types: ['Send', 'Delivery'] },
    { address: 'bounce@example.org', types: ['Send', 'Bounce'] },
    { address: 'Gone <bounce+label@example.org>', types: ['Send', 'Bounce'] },
    { address: 'suppressionlist@simulator.amazonses.com', types: ['Send', 'Bounce'] },
    { address: 'complaint@simulator.amazonses.com', types: ['Send', 'Delivery', 'Complaint'] },
    { address: 'bounces@example.org', types: ['Send', 'Delivery'] },
  ])('$address: $types', async ({ address, types }) => {
    expect(await eventsOf(address)).toEqual(types);
  });

  it('is told in the form in which the service publishes it', async () => {
    const { MessageId } = await sendTo('bounce@example.org');
    await cloud.mails.settled();
    expect(events[1]).toMatchObject({
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'bounce@example.org' }] },
      mail: {
        messageId: MessageId,
        timestamp: '2024-05-25T06:00:00.000Z',
        destination: ['bounce@example.org'],
        tags: { delivery: ['d-1'] },
      },
    });
  });

  it('is on record with the mail, in case nobody was there to hear it', async () => {
    const { MessageId } = await sendTo('complaint@example.org');
    const mail = cloud.mails.list().find(({ messageId }) => messageId === MessageId);
    expect(mail?.events.map((event) => event.eventType)).toEqual(['Send', 'Delivery', 'Complaint']);
  });

  it('reaches a listener that fails, and whoever waits hears of the failure', async () => {
    let calls = 0;
    const own = await startTestCloud({
      onMail: () => {
        calls += 1;
        throw new Error('listener failed');
      },
    });
    const client = new SESv2Client({});
    await client.send(new SendEmailCommand(DIGEST));
    await expect(own.mails.settled()).rejects.toThrow('mail events not taken: 2');
    expect(calls).toBe(2);
    client.destroy();
    await own.discard();
  });
});

describe('the account', () => {
  it('tells its quota and what was sent within a day', async () => {
    const before = (await ses.send(new GetAccountCommand({}))).SendQuota?.SentLast24Hours ?? 0;
    await send();
    const { SendQuota, SendingEnabled } = await ses.send(new GetAccountCommand({}));
    expect(SendingEnabled).toBe(true);
    expect(SendQuota).toEqual({ Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: before + 1 });
  });

  it('has every well-formed identity', async () => {
    const created = await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'example.com' }));
    expect(created).toMatchObject({ IdentityType: 'DOMAIN', VerifiedForSendingStatus: true });
    const found = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: 'digest@example.com' }));
    expect(found).toMatchObject({ IdentityType: 'EMAIL_ADDRESS', VerifiedForSendingStatus: true });
    const wrong = ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'not a domain' }));
    await expect(wrong).rejects.toMatchObject({ name: 'BadRequestException' });
  });
});
