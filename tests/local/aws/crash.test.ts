import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findDynoxide } from '../../../local/aws/dynamodb/dynoxide.ts';
import { systemClock } from '../../../local/simulated-clock.ts';
import type { Acknowledged } from './crash-writer.ts';
import { startTestCloud, type TestCloud, temporaryDirectory } from './test-cloud.ts';

const ENGINES = findDynoxide() ? (['dynoxide', 'dynalite'] as const) : (['dynalite'] as const);

let running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
});

function startProgram(name: string, ...parameters: string[]): ChildProcess {
  const program = path.resolve(import.meta.dirname, name);
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  running.push(child);
  return child;
}

/** Lets the writer go on until it has said so much, and kills it at once. */
async function killAfter(
  lineCount: number,
  dir: string,
  database: string,
  firstRound: number,
): Promise<Acknowledged[]> {
  const writer = startProgram('crash-writer.ts', dir, database, String(firstRound));
  const ended = once(writer, 'exit');
  const said: Acknowledged[] = [];
  for await (const line of createInterface({ input: writer.stdout as NodeJS.ReadableStream })) {
    said.push(JSON.parse(line) as Acknowledged);
    if (said.length === lineCount) writer.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return said;
}

function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function readPage(): Promise<{ version: number; isWhole: boolean }> {
  const s3 = new S3Client({});
  const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'page' }));
  const text = (await Body?.transformToString()) ?? '';
  s3.destroy();
  const [version = ''] = text.split(' ', 1);
  const digest = createHash('md5').update(text).digest('hex');
  return {
    version: Number(version),
    isWhole: text === `${version} `.repeat(50_000) && ETag === `"${digest}"`,
  };
}

async function readItems(): Promise<unknown[]> {
  const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: 'caveat',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'ROUND' },
    }),
  );
  table.destroy();
  return Items.map((item) => item['sk'] as unknown);
}

async function drainBodies(QueueUrl: string): Promise<(string | undefined)[]> {
  const sqs = new SQSClient({});
  const bodies: (string | undefined)[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) break;
    for (const { Body, ReceiptHandle } of Messages) {
      bodies.push(Body);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
  sqs.destroy();
  return bodies;
}

async function expectNothingLost(cloud: TestCloud, said: Acknowledged[]): Promise<void> {
  const values = (what: Acknowledged['what']) =>
    said.filter((one) => one.what === what).map((one) => one.value);
  const page = await readPage();
  expect(page.isWhole).toBe(true);
  expect(page.version).toBeGreaterThanOrEqual(Number(values('object').at(-1)));
  expect(await readItems()).toEqual(expect.arrayContaining(values('item')));
  const bodies = await drainBodies(cloud.createQueue({ name: 'queue', visibilitySeconds: 30 }));
  const deleted = values('deleted');
  expect(bodies).toEqual(expect.arrayContaining(values('sent').filter((body) => !maybeDeleted(body, said))));
  expect(bodies.filter((body) => deleted.includes(body ?? ''))).toEqual([]);
  expect(cloud.mails.list().map((mail) => mail.subject)).toEqual(expect.arrayContaining(values('mail')));
}

/** The oldest message left may have been deleted without the writer living to say so. */
function maybeDeleted(body: string, said: readonly Acknowledged[]): boolean {
  const deleted = said.filter((one) => one.what === 'deleted').map((one) => one.value);
  const left = said.filter((one) => one.what === 'sent' && !deleted.includes(one.value));
  return deleted.includes(body) || left[0]?.value === body;
}

describe.each(ENGINES)('a process that is killed, on %s', (database) => {
  it('loses nothing that was acknowledged, and may be killed again over the same state', async () => {
    const dir = temporaryDirectory();
    for (const [index, lineCount] of [2, 17, 60].entries()) {
      const said = await killAfter(lineCount, dir, database, (index + 1) * 1000);
      expect(said.length).toBeGreaterThanOrEqual(lineCount);
      const cloud = await startTestCloud({ dir, clock: systemClock, database });
      expect(cloud.notes).toEqual([expect.stringContaining('ended without closing it')]);
      await expectNothingLost(cloud, said);
      await cloud.close();
    }
    rmSync(dir, { recursive: true });
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('by %s takes its database with it', async (signal) => {
    const dir = temporaryDirectory();
    const program = startProgram('start-cloud.ts', dir, database);
    const [line] = await once(createInterface({ input: program.stdout as NodeJS.ReadableStream }), 'line');
    const { AWS_ENDPOINT_URL_DYNAMODB: url = '' } = JSON.parse(String(line)) as Record<string, string>;
    expect(await isListening(url)).toBe(true);
    // To the whole process group, as a terminal does it on Ctrl-C.
    process.kill(-(program.pid as number), signal);
    await vi.waitFor(async () => expect(await isListening(url)).toBe(false), { timeout: 60_000 });
  });
});
