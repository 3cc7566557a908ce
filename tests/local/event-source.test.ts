import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type BatchReport,
  type DrainOptions,
  drainQueues,
  invokeSchedule,
  type QueueHandler,
} from '../../local/event-source.ts';
import { systemClock } from '../../local/simulated-clock.ts';
import { startTestCloud, type TestCloud } from './aws/test-cloud.ts';

const VISIBILITY_SECONDS = 30;
const MAX_RECEIVES = 3;

let cloud: TestCloud;
let sqs: SQSClient;
let name: string;
let queueUrl: string;
let deadUrl: string;
let queueCount = 0;

beforeAll(async () => {
  cloud = await startTestCloud();
  sqs = new SQSClient({ maxAttempts: 1 });
});

beforeEach(() => {
  queueCount += 1;
  name = `queue-${queueCount}`;
  queueUrl = cloud.createQueue({
    name,
    visibilitySeconds: VISIBILITY_SECONDS,
    maxReceiveCount: MAX_RECEIVES,
    deadLetter: `${name}-dead`,
  });
  deadUrl = queueUrl.replace(name, `${name}-dead`);
});

afterAll(async () => {
  sqs.destroy();
  await cloud.discard();
});

async function send(...bodies: string[]): Promise<void> {
  for (let start = 0; start < bodies.length; start += 10) {
    const Entries = bodies
      .slice(start, start + 10)
      .map((MessageBody, index) => ({ Id: String(index), MessageBody }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}

const sendLater = (MessageBody: string, DelaySeconds: number) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, DelaySeconds }));

const bodiesOf = (event: SQSEvent) => event.Records.map((record) => record.body);

function drain(handler: QueueHandler, options: Partial<DrainOptions> & { batchSize?: number } = {}) {
  const { batchSize = 10, ...rest } = options;
  const sources = [{ queueUrl, batchSize, handler }];
  return drainQueues({ sources, clock: cloud.clock, queues: cloud.queues, sqs, ...rest });
}

/** Seconds since the drain began, for each call. */
async function timesOfCalls(handler: QueueHandler): Promise<number[]> {
  const startMs = cloud.clock.now().getTime();
  const times: number[] = [];
  await drain((event, context, callback) => {
    times.push((cloud.clock.now().getTime() - startMs) / 1000);
    return handler(event, context, callback);
  });
  return times;
}

const failing =
  (wanted: (body: string) => boolean): QueueHandler =>
  (event) => ({
    batchItemFailures: event.Records.filter((record) => wanted(record.body)).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  });

describe('a batch', () => {
  it('is an event as Lambda hands it over', async () => {
    const { MessageId } = await sqs.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: 'body',
        MessageAttributes: {
          kind: { DataType: 'String', StringValue: 'feed' },
          raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) },
        },
      }),
    );
    const sentAt = String(cloud.clock.now().getTime());
    const events: SQSEvent[] = [];
    await drain((event) => void events.push(event));
    expect(events).toEqual([
      {
        Records: [
          {
            messageId: MessageId,
            receiptHandle: expect.stringMatching(/^receipt-/),
            body: 'body',
            attributes: {
              ApproximateFirstReceiveTimestamp: sentAt,
              ApproximateReceiveCount: '1',
              SenderId: '000000000000',
              SentTimestamp: sentAt,
            },
            messageAttributes: {
              kind: { dataType: 'String', stringValue: 'feed', stringListValues: [], binaryListValues: [] },
              raw: { dataType: 'Binary', binaryValue: 'AQI=', stringListValues: [], binaryListValues: [] },
            },
            md5OfBody: '841a2d689ad86bd1611447453c22c6fc',
            md5OfMessageAttributes: expect.stringMatching(/^[\da-f]{32}$/),
            eventSource: 'aws:sqs',
            eventSourceARN: `arn:aws:sqs:eu-central-1:000000000000:${name}`,
            awsRegion: 'eu-central-1',
          },
        ],
      },
    ]);
  });

  it('comes with a context as Lambda makes it', async () => {
    await send('one');
    const contexts: Context[] = [];
    const handler: QueueHandler = (_event, context) => {
      contexts.push(context);
    };
    const source = {
      queueUrl,
      batchSize: 1,
      handler,
      functionName: 'poll-feeds',
      functionTimeoutSeconds: 120,
    };
    await drainQueues({ sources: [source], clock: cloud.clock, queues: cloud.queues });
    expect(contexts).toMatchObject([
      { functionName: 'poll-feeds', awsRequestId: expect.stringMatching(/^[\da-f-]{36}$/) },
    ]);
    const remainingMs = contexts[0]?.getRemainingTimeInMillis() ?? 0;
    expect(remainingMs).toBeGreaterThan(0);
    expect(remainingMs).toBeLessThanOrEqual(120_000);
  });

  it.each([
    { batchSize: 1, sizes: Array.from({ length: 23 }, () => 1) },
    { batchSize: 10, sizes: [10, 10, 3] },
    { batchSize: 15, sizes: [15, 8] },
    { batchSize: 100, sizes: [23] },
  ])('has at most $batchSize messages', async ({ batchSize, sizes }) => {
    await send(...Array.from({ length: 23 }, (_, index) => `message ${index}`));
    const seen: number[] = [];
    const summary = await drain((event) => void seen.push(event.Records.length), { batchSize });
    expect(seen).toEqual(sizes);
    expect(summary).toEqual({
      batchCount: sizes.length,
      messageCount: 23,
      failedCount: 0,
      nextVisibleAt: undefined,
    });
    expect(cloud.queues.depth(queueUrl)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });
});

describe('what the function answers', () => {
  it.each<{ name: string; answer: unknown }>([
    { name: 'nothing', answer: undefined },
    { name: 'null', answer: null },
    { name: 'an empty object', answer: {} },
    { name: 'no failures', answer: { batchItemFailures: [] } },
    { name: 'failures that are null', answer: { batchItemFailures: null } },
  ])('$name means that all went well', async ({ answer }) => {
    await send('one', 'two');
    const summary = await drain((() => answer) as QueueHandler);
    expect(summary).toMatchObject({ batchCount: 1, failedCount: 0 });
  });

  it.each<{ name: string; answer: (ids: string[]) => unknown }>([
    { name: 'text', answer: () => 'done' },
    { name: 'failures that are no list', answer: () => ({ batchItemFailures: 'all' }) },
    { name: 'an empty id', answer: () => ({ batchItemFailures: [{ itemIdentifier: '' }] }) },
    { name: 'an id that is null', answer: () => ({ batchItemFailures: [{ itemIdentifier: null }] }) },
    { name: 'an id under another name', answer: ([id]) => ({ batchItemFailures: [{ messageId: id }] }) },
    { name: 'an id by itself', answer: ([id]) => ({ batchItemFailures: [id] }) },
    {
      name: 'an id of no message among good ones',
      answer: ([id]) => ({ batchItemFailures: [{ itemIdentifier: id }, { itemIdentifier: 'unknown' }] }),
    },
  ])('$name means that all failed', async ({ answer }) => {
    await send('one', 'two');
    const reports: BatchReport[] = [];
    const handler = ((event: SQSEvent) =>
      answer(event.Records.map((record) => record.messageId))) as QueueHandler;
    await drain(handler, { onBatch: (report) => void reports.push(report), until: cloud.clock.now() });
    expect(reports).toEqual([{ source: name, messageCount: 2, failedCount: 2, error: expect.any(Error) }]);
    expect(cloud.queues.depth(queueUrl)).toEqual({ visible: 0, inFlight: 2, delayed: 0 });
  });

  it('may name the messages that failed, which alone come again', async () => {
    await send('good', 'bad', 'fine');
    const calls: string[][] = [];
    const handler = failing((body) => body === 'bad');
    await drain((event, context, callback) => {
      calls.push(bodiesOf(event));
      return handler(event, context, callback);
    });
    expect(calls).toEqual([['good', 'bad', 'fine'], ['bad'], ['bad']]);
    expect(cloud.queues.depth(deadUrl).visible).toBe(1);
  });

  it('does not count if it throws: the whole batch comes again', async () => {
    await send('one', 'two');
    let calls = 0;
    const reports: BatchReport[] = [];
    const summary = await drain(
      () => {
        calls += 1;
        if (calls === 1) throw new Error('first time');
      },
      { onBatch: (report) => void reports.push(report) },
    );
    expect(reports.map((report) => report.failedCount)).toEqual([2, 0]);
    expect(reports[0]?.error).toEqual(new Error('first time'));
    expect(summary).toMatchObject({ batchCount: 2, messageCount: 4, failedCount: 2 });
  });

  it('does not count if it comes too late', async () => {
    await send('one');
    const reports: BatchReport[] = [];
    const handler: QueueHandler = () => new Promise<void>(() => {});
    await drainQueues({
      sources: [{ queueUrl, batchSize: 1, handler, functionTimeoutSeconds: 0.01 }],
      clock: cloud.clock,
      queues: cloud.queues,
      until: cloud.clock.now(),
      onBatch: (report) => void reports.push(report),
    });
    expect(reports).toMatchObject([
      { failedCount: 1, error: new Error('Task timed out after 0.01 seconds') },
    ]);
  });
});

describe('time', () => {
  it('passes to the next retry, and to the dead-letter queue in the end', async () => {
    await send('poison');
    expect(await timesOfCalls(failing(() => true))).toEqual([0, 30, 60]);
    expect(cloud.queues.depth(queueUrl)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(cloud.queues.depth(deadUrl)).toEqual({ visible: 1, inFlight: 0, delayed: 0 });
  });

  it('passes to delayed messages in their order', async () => {
    await sendLater('last', 900);
    await sendLater('first', 10);
    await send('now');
    const order: string[] = [];
    expect(await timesOfCalls((event) => void order.push(...bodiesOf(event)))).toEqual([0, 10, 900]);
    expect(order).toEqual(['now', 'first', 'last']);
  });

  it('stops at a given limit, and what is left goes on later', async () => {
    await sendLater('within', 59);
    await sendLater('at the limit', 60);
    const until = new Date(cloud.clock.now().getTime() + 60_000);
    const seen: string[] = [];
    const handler: QueueHandler = (event) => void seen.push(...bodiesOf(event));
    expect(await drain(handler, { until })).toMatchObject({ messageCount: 1, nextVisibleAt: until });
    expect(seen).toEqual(['within']);
    expect(cloud.clock.now().getTime()).toBe(until.getTime() - 1000);
    expect(await drain(handler)).toMatchObject({ messageCount: 1, nextVisibleAt: undefined });
    expect(seen).toEqual(['within', 'at the limit']);
  });

  it('is really waited for on the machine’s own clock', async () => {
    const own = await startTestCloud({ clock: systemClock });
    const url = own.createQueue({ name: 'real', visibilitySeconds: 1 });
    const client = new SQSClient({});
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'twice' }));
    const counts: string[] = [];
    const handler: QueueHandler = (event) => {
      counts.push(...event.Records.map((record) => record.attributes.ApproximateReceiveCount));
      if (counts.length === 1) throw new Error('not yet');
    };
    await drainQueues({
      sources: [{ queueUrl: url, batchSize: 1, handler }],
      clock: systemClock,
      queues: own.queues,
    });
    expect(counts).toEqual(['1', '2']);
    client.destroy();
    await own.discard();
  });

  it('is not waited for any more after the signal', async () => {
    const own = await startTestCloud({ clock: systemClock });
    const url = own.createQueue({ name: 'long', visibilitySeconds: 3600 });
    const client = new SQSClient({});
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'fails' }));
    const stop = new AbortController();
    const handler: QueueHandler = () => {
      setImmediate(() => stop.abort());
      throw new Error('fails');
    };
    const summary = await drainQueues({
      sources: [{ queueUrl: url, batchSize: 1, handler }],
      clock: systemClock,
      queues: own.queues,
      signal: stop.signal,
    });
    expect(summary).toMatchObject({ batchCount: 1, failedCount: 1 });
    client.destroy();
    await own.discard();
  });
});

describe('several queues', () => {
  it('are drained together, also where one feeds the other', async () => {
    const nextUrl = cloud.createQueue({ name: `${name}-next`, visibilitySeconds: VISIBILITY_SECONDS });
    await send('a', 'b', 'c');
    const arrived: string[] = [];
    const forward: QueueHandler = async (event) => {
      for (const body of bodiesOf(event)) {
        await sqs.send(new SendMessageCommand({ QueueUrl: nextUrl, MessageBody: body.toUpperCase() }));
      }
    };
    const reports: BatchReport[] = [];
    await drainQueues({
      sources: [
        { queueUrl, batchSize: 2, handler: forward },
        { queueUrl: nextUrl, batchSize: 10, handler: (event) => void arrived.push(...bodiesOf(event)) },
      ],
      clock: cloud.clock,
      queues: cloud.queues,
      onBatch: (report) => void reports.push(report),
    });
    expect(arrived.sort()).toEqual(['A', 'B', 'C']);
    expect(reports.map(({ source, messageCount }) => [source, messageCount])).toEqual([
      [name, 2],
      [`${name}-next`, 2],
      [name, 1],
      [`${name}-next`, 1],
    ]);
  });
});

describe('a schedule', () => {
  it('hands over the time it was due, in whole seconds', async () => {
    const answer = await invokeSchedule(
      (event, context) => ({ event, name: context.functionName }),
      new Date('2024-05-26T05:00:00.250Z'),
      { functionName: 'send-digest' },
    );
    expect(answer).toEqual({ event: { time: '2024-05-26T05:00:00Z' }, name: 'send-digest' });
  });

  it('passes on what the function throws', async () => {
    const invocation = invokeSchedule(() => {
      throw new Error('broken');
    }, new Date());
    await expect(invocation).rejects.toThrow('broken');
  });
});
