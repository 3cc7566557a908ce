import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMailer } from '../../../src/adapters/ses/mailer.ts';
import { createSendingRate } from '../../../src/adapters/ses/sending-rate.ts';
import type { Mail } from '../../../src/pipeline/ports.ts';
import { startTestCloud, type TestCloud } from '../../local/aws/test-cloud.ts';
import { memoryLog } from '../../pipeline/mail-doubles.ts';

const MAIL: Mail = {
  from: '"Caveat" <digest@news.example>',
  to: 'reader@example.org',
  subject: 'Grüße',
  html: '<p>Grüße</p>',
  text: 'Grüße',
  headers: {
    'Auto-Submitted': 'auto-generated',
    'List-Id': '"Caveat" <topic.news.example>',
    'List-Unsubscribe': '<https://stop.example/?token=abc>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  tags: { delivery: '0123456789abcdef01234567' },
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.discard());

const client = () => new SESv2Client({ maxAttempts: 1 });

describe('a mail sent through SES', () => {
  it('arrives with its headers, its parts and its tag, for one recipient', async () => {
    const mailer = createMailer({ configurationSet: 'caveat' }, client());
    const outcome = await mailer.send(MAIL);
    expect(outcome).toEqual({ kind: 'sent', messageId: expect.stringMatching(/./) });
    const [sent] = cloud.mails.list();
    expect(sent).toMatchObject({
      to: ['reader@example.org'],
      subject: 'Grüße',
      tags: expect.arrayContaining([{ name: 'delivery', value: '0123456789abcdef01234567' }]),
    });
    const message = readFileSync(sent?.files.eml ?? '', 'utf8');
    for (const header of [
      'Auto-Submitted: auto-generated',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]) {
      expect(message).toContain(header);
    }
    expect(message).toMatch(/List-Unsubscribe:\s+<https:\/\/stop\.example\/\?token=abc>/);
    expect(readFileSync(sent?.files.text ?? '', 'utf8')).toBe('Grüße');
  });

  it('to an address that is none is refused for good', async () => {
    const mailer = createMailer({}, client());
    expect(await mailer.send({ ...MAIL, to: 'nobody' })).toEqual({
      kind: 'refused',
      reason: 'BadRequestException',
    });
  });
});

describe('an answer of SES', () => {
  let server: Server;
  afterEach(() => server.close());

  /** A service that gives one answer; without one it hangs up. */
  async function answering(answer?: { status: number; type?: string; message?: string; body?: object }) {
    let asked = 0;
    server = createServer((request, response) => {
      asked += 1;
      if (!answer) return void request.socket.destroy();
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        ...(answer.type === undefined ? {} : { 'x-amzn-errortype': answer.type }),
      });
      response.end(JSON.stringify(answer.body ?? { message: answer.message ?? 'no' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ses = new SESv2Client({ maxAttempts: 1, endpoint: `http://127.0.0.1:${port}` });
    return { ses, asked: () => asked };
  }

  it.each([
    { status: 400, type: 'MessageRejected', kind: 'refused' },
    { status: 400, type: 'MailFromDomainNotVerifiedException', kind: 'refused' },
    { status: 404, type: 'NotFoundException', kind: 'refused' },
    { status: 429, type: 'TooManyRequestsException', kind: 'throttled' },
    { status: 400, type: 'LimitExceededException', kind: 'throttled' },
    { status: 400, type: 'SendingPausedException', kind: 'throttled' },
    { status: 403, type: 'AccessDeniedException', kind: 'throttled' },
    { status: 500, type: 'InternalFailure', kind: 'unknown' },
    { status: 503, type: 'ServiceUnavailable', kind: 'unknown' },
  ])('$status $type: $kind, and it is asked once', async ({ status, type, kind }) => {
    const { ses, asked } = await answering({ status, type });
    expect((await createMailer({}, ses).send(MAIL)).kind).toBe(kind);
    expect(asked()).toBe(1);
  });

  it('that never comes leaves it unknown whether the mail was sent', async () => {
    const { ses, asked } = await answering();
    expect((await createMailer({}, ses).send(MAIL)).kind).toBe('unknown');
    expect(asked()).toBe(1);
  });

  it('about an unverified address says what to verify, and not whose it is', async () => {
    const { ses } = await answering({
      status: 400,
      type: 'MessageRejected',
      message: 'Email address is not verified. Failed: reader@example.org',
    });
    const outcome = await createMailer({}, ses).send(MAIL);
    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining('sandbox') });
    expect(JSON.stringify(outcome)).not.toContain('reader@');
  });

  it.each([
    {
      body: { ProductionAccessEnabled: false, SendQuota: { MaxSendRate: 14 } },
      rate: 1,
      told: 'mail-sandbox',
    },
    { body: { ProductionAccessEnabled: true, SendQuota: { MaxSendRate: 14 } }, rate: 14, told: undefined },
    { body: { ProductionAccessEnabled: true }, rate: 1, told: undefined },
  ])('$body allows $rate a second', async ({ body, rate, told }) => {
    const { ses, asked } = await answering({ status: 200, body });
    const log = memoryLog();
    const ask = createSendingRate(ses, log);
    expect([await ask(), await ask()]).toEqual([rate, rate]);
    expect(asked()).toBe(1);
    expect(log.errors.map(({ event }) => event)).toEqual(told === undefined ? [] : [told]);
  });

  it('that may not be asked for the rate allows what every account may', async () => {
    const { ses } = await answering({ status: 403, type: 'AccessDeniedException' });
    const log = memoryLog();
    expect(await createSendingRate(ses, log)()).toBe(1);
    expect(log.errors.map(({ event }) => event)).toEqual(['mail-rate-unknown']);
  });
});
