import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handler as subscriptionUrl } from '../../lambdas/unsubscribe.ts';
import { type House, LOCAL_TABLE, openHouse } from '../../local/house.ts';
import { writeReplayConfig } from '../../local/replay-config.ts';
import { SimulatedClock } from '../../local/simulated-clock.ts';
import { createDeliveryStore } from '../../src/adapters/dynamodb/delivery-store.ts';
import { createDigestStore } from '../../src/adapters/dynamodb/digest-store.ts';
import { createSubscriberStore } from '../../src/adapters/dynamodb/subscriber-store.ts';
import { Table } from '../../src/adapters/dynamodb/table.ts';
import { addSubscriber, removeSubscriber } from '../../src/pipeline/manage-subscribers.ts';
import { subscriberId } from '../../src/pipeline/subscriber-id.ts';

/** The functions that are deployed, over embedded servers, from the word of a person to the mail and back. */
const dir = mkdtempSync(join(tmpdir(), 'caveat-mail-'));
const TOPIC = 'weapons-use-restrictions';
const clock = new SimulatedClock(new Date('2024-05-25T00:00:00Z'));
let house: House;
let table: Table;

beforeAll(async () => {
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
  writeReplayConfig(join(dir, 'config'));
  house = await openHouse({
    dir: join(dir, 'cloud'),
    clock,
    configDir: join(dir, 'config'),
    database: 'dynalite',
  });
  table = new Table(LOCAL_TABLE);
}, 60_000);
afterAll(async () => {
  delete process.env['POWERTOOLS_LOG_LEVEL'];
  await house.close();
  rmSync(dir, { recursive: true, force: true });
});

async function tick(instant: string): Promise<void> {
  const at = new Date(instant);
  clock.advanceTo(at);
  await house.sendDigest(at);
  await house.drain();
}

const mailsTo = (address: string) => house.cloud.mails.list().filter(({ to }) => to.includes(address));
const statusOf = async (address: string) =>
  (await createSubscriberStore(table).find(subscriberId(address)))?.status;
const add = (address: string, choice = {}, options = { again: false }) =>
  addSubscriber(address, choice, options, clock.now().toISOString(), createSubscriberStore(table));

/** The link of a mail, as its reader sees it in the text. */
function linkIn(address: string): URL {
  const text = readFileSync(mailsTo(address).at(-1)?.files.text ?? '', 'utf8');
  return new URL(/^https?:\S+\?\S+$/m.exec(text)?.[0] ?? 'none:');
}

async function press(link: URL): Promise<void> {
  await subscriptionUrl({
    queryStringParameters: Object.fromEntries(link.searchParams),
    requestContext: { http: { method: 'POST' }, timeEpoch: clock.now().getTime() },
  } as unknown as LambdaFunctionURLEvent);
}

describe('a person', () => {
  it('is asked, says yes, reads, and stops', async () => {
    const reader = 'new@example.org';
    expect(await add(reader)).toBe('asked');
    await tick('2024-05-25T01:00:00Z');
    await tick('2024-05-25T02:00:00Z');
    expect(mailsTo(reader).map(({ subject }) => subject)).toEqual(['Do you want the Caveat digest?']);
    expect(await add(reader)).toBe('waiting');

    await tick('2024-05-25T05:00:00Z');
    expect(mailsTo(reader)).toHaveLength(1);
    expect(mailsTo('reader@caveat.example')).toHaveLength(1);

    await press(linkIn(reader));
    expect(await statusOf(reader)).toBe('active');
    await tick('2024-05-26T05:00:00Z');
    expect(mailsTo(reader)).toHaveLength(2);

    await press(linkIn(reader));
    expect(await statusOf(reader)).toBe('unsubscribed');
    await tick('2024-05-27T05:00:00Z');
    expect(mailsTo(reader)).toHaveLength(2);

    expect(await add(reader)).toBe('asked');
    await tick('2024-05-27T06:00:00Z');
    expect(mailsTo(reader)).toHaveLength(3);
  });

  it('whose address bounces is not mailed again unless somebody insists', async () => {
    const gone = 'bounce@example.org';
    await add(gone);
    await tick('2024-05-27T07:00:00Z');
    expect(await statusOf(gone)).toBe('suppressed');
    expect(await add(gone)).toBe('suppressed');
    await tick('2024-05-27T08:00:00Z');
    expect(mailsTo(gone)).toHaveLength(1);
    expect(await add(gone, {}, { again: true })).toBe('asked');
  });

  it('who is removed before answering cannot answer any more', async () => {
    const reader = 'late@example.org';
    await add(reader);
    await tick('2024-05-27T09:00:00Z');
    const store = createSubscriberStore(table);
    expect(await removeSubscriber(reader, clock.now().toISOString(), store)).toBe(true);
    expect(await removeSubscriber('nobody@example.org', clock.now().toISOString(), store)).toBe(false);
    await press(linkIn(reader));
    expect(await statusOf(reader)).toBe('unsubscribed');
  });
});

describe('a digest that is sent once more', () => {
  it('reaches those alone who do not have it', async () => {
    const missed = subscriberId('missed@example.org');
    const store = createSubscriberStore(table);
    await store.addUnlessKnown({
      subscriberId: missed,
      email: 'missed@example.org',
      status: 'active',
      since: '2024-05-01T00:00:00.000Z',
      preference: 'daily',
      notices: false,
    });
    const date = '2024-05-27';
    const before = mailsTo('reader@caveat.example').length;
    expect(await createDigestStore(table).requestResend(TOPIC, date)).toBe(true);
    await tick('2024-05-27T10:00:00Z');
    await tick('2024-05-27T11:00:00Z');
    expect(mailsTo('missed@example.org')).toHaveLength(1);
    expect(mailsTo('reader@caveat.example')).toHaveLength(before);
    const made = await createDeliveryStore(table).listOfDigest(TOPIC, date);
    expect(made.every(({ status }) => status === 'delivered')).toBe(true);
  });
});
