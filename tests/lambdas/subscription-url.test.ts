import type { APIGatewayProxyStructuredResultV2, LambdaFunctionURLEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../lambdas/unsubscribe.ts';
import { createSubscriberStore } from '../../src/adapters/dynamodb/subscriber-store.ts';
import { Table } from '../../src/adapters/dynamodb/table.ts';
import { TABLE } from '../../src/contract/table.ts';
import type { Subscriber, SubscriberStore } from '../../src/pipeline/ports.ts';
import { tokenHash } from '../../src/pipeline/token-hash.ts';
import { startTestCloud, type TestCloud } from '../local/aws/test-cloud.ts';
import { aSubscriber } from '../pipeline/mail-doubles.ts';

let cloud: TestCloud;
let subscribers: SubscriberStore;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.createTable('caveat', TABLE);
  process.env['TABLE_NAME'] = 'caveat';
  subscribers = createSubscriberStore(new Table('caveat'));
});
afterAll(async () => {
  delete process.env['TABLE_NAME'];
  await cloud.discard();
});

let count = 0;

/** A new subscriber with a token of each kind. */
async function newReader(status: Subscriber['status']) {
  count += 1;
  const subscriberId = `s${count}`;
  const stop = `${count}s`.padStart(43, 'T');
  const confirm = `${count}c`.padStart(43, 'T');
  await subscribers.addUnlessKnown(aSubscriber({ subscriberId, status }));
  const expiresAt = '2025-07-01T00:00:00.000Z';
  await subscribers.saveToken({
    tokenHash: tokenHash(stop),
    subscriberId,
    purpose: 'unsubscribe',
    expiresAt,
  });
  await subscribers.saveToken({ tokenHash: tokenHash(confirm), subscriberId, purpose: 'confirm', expiresAt });
  return {
    stop: { token: stop },
    confirm: { confirm },
    status: async () => (await subscribers.find(subscriberId))?.status,
  };
}

async function ask(
  method: string,
  query: Record<string, string>,
  more: Partial<LambdaFunctionURLEvent> = {},
): Promise<APIGatewayProxyStructuredResultV2> {
  const event = {
    rawPath: '/',
    queryStringParameters: query,
    headers: {},
    isBase64Encoded: false,
    requestContext: { http: { method }, timeEpoch: Date.parse('2024-05-31T08:00:00.000Z') },
    ...more,
  } as LambdaFunctionURLEvent;
  return (await handler(event)) as APIGatewayProxyStructuredResultV2;
}

const FORM = 'List-Unsubscribe=One-Click';
const MULTIPART = `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n`;

describe('the address in a mail', () => {
  it.each(['GET', 'HEAD'])('opened by a scanner with %s does nothing', async (method) => {
    const reader = await newReader('active');
    const answer = await ask(method, reader.stop);
    expect(answer.statusCode).toBe(200);
    expect(await reader.status()).toBe('active');
    const waiting = await newReader('pending');
    await ask(method, waiting.confirm);
    expect(await waiting.status()).toBe('pending');
  });

  it('shows a button that posts to itself, and prints nothing of what it was given', async () => {
    const { body = '' } = await ask('GET', { token: '"><script>alert(1)</script>' });
    expect(body).toContain('<form method="post">');
    expect(body).not.toMatch(/script|alert/);
    expect((await ask('GET', {})).body).toBe(body);
  });

  it.each([
    { what: 'a form’s body', more: { body: FORM } },
    { what: 'a body in base64', more: { body: Buffer.from(FORM).toString('base64'), isBase64Encoded: true } },
    {
      what: 'a multipart body',
      more: { body: MULTIPART, headers: { 'content-type': 'multipart/form-data; boundary=b' } },
    },
    { what: 'no body', more: {} },
    { what: 'a body of something else', more: { body: '{"List-Unsubscribe":"Two-Clicks"}' } },
  ])('posted to with $what ends the subscription', async ({ more }) => {
    const reader = await newReader('active');
    const answer = await ask('POST', reader.stop, more);
    expect(answer.statusCode).toBe(200);
    expect(await reader.status()).toBe('unsubscribed');
  });

  it('posted to with a confirmation’s token begins one, once', async () => {
    const reader = await newReader('pending');
    expect((await ask('POST', reader.confirm)).statusCode).toBe(200);
    expect(await reader.status()).toBe('active');
    await ask('POST', reader.stop);
    await ask('POST', reader.confirm);
    expect(await reader.status()).toBe('unsubscribed');
  });

  it('answers the same whether the token was known or not', async () => {
    const reader = await newReader('active');
    const known = await ask('POST', reader.stop);
    expect(await ask('POST', { token: 'G'.repeat(43) })).toEqual(known);
    expect(await ask('POST', {})).toEqual(known);
  });

  it.each(['GET', 'POST'])('never redirects, sets no cookie and is kept by nobody (%s)', async (method) => {
    const reader = await newReader('active');
    const { statusCode, headers, cookies } = await ask(method, reader.stop);
    expect(statusCode).toBe(200);
    expect(cookies).toBeUndefined();
    expect(Object.keys(headers ?? {})).not.toEqual(expect.arrayContaining(['location']));
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it.each(['PUT', 'DELETE', 'OPTIONS'])('does nothing when asked with %s', async (method) => {
    const reader = await newReader('active');
    expect((await ask(method, reader.stop)).statusCode).toBe(405);
    expect(await reader.status()).toBe('active');
  });
});
