import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  type Message,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
  SetQueueAttributesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestCloud, TEST_START, type TestCloud } from './test-cloud.ts';

const VISIBILITY_SECONDS = 30;

let cloud: TestCloud;
let sqs: SQSClient;
let name: string;
let QueueUrl: string;
let queueCount = 0;

beforeAll(async () => {
  cloud = await startTestCloud();
  sqs = new SQSClient({ maxAttempts: 1 });
});

beforeEach(() => {
  queueCount += 1;
  name = `queue-${queueCount}`;
  QueueUrl = cloud.createQueue({ name, visibilitySeconds: VISIBILITY_SECONDS });
});

afterAll(async () => {
  sqs.destroy();
  await cloud.discard();
});

const send = (MessageBody: string, more: Partial<SendMessageCommandInput> = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));

async function receive(more: Partial<ReceiveMessageCommandInput> = {}): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['All'],
      ...more,
    }),
  );
  return Messages;
}

const bodies = (messages: Message[]) => messages.map((message) => message.Body);
const remove = ({ ReceiptHandle }: Message) =>
  sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));

function laterBySeconds(seconds: number): void {
  cloud.clock.advanceTo(new Date(cloud.clock.now().getTime() + seconds * 1000));
}

describe('a message', () => {
  it('arrives with its body, whatever characters it has', async () => {
    const { MessageId } = await send('{"title":"Ümlaut 😀\\n"}');
    expect(await receive()).toMatchObject([{ MessageId, Body: '{"title":"Ümlaut 😀\\n"}' }]);
  });

  it('carries the times and the count of the given clock', async () => {
    const sentAt = cloud.clock.now().getTime();
    await send('timed');
    laterBySeconds(5);
    await receive();
    laterBySeconds(VISIBILITY_SECONDS);
    const [message] = await receive();
    expect(message?.Attributes).toEqual({
      ApproximateFirstReceiveTimestamp: String(sentAt + 5000),
      ApproximateReceiveCount: '2',
      SenderId: '000000000000',
      SentTimestamp: String(sentAt),
    });
  });

  it('carries only the attributes that were asked for', async () => {
    await send('plain', { MessageAttributes: { kind: { DataType: 'String', StringValue: 'feed' } } });
    const [message] = await receive({ MessageSystemAttributeNames: ['SentTimestamp'] });
    expect(Object.keys(message?.Attributes ?? {})).toEqual(['SentTimestamp']);
    expect(message?.MessageAttributes).toBeUndefined();
  });

  it('carries text, numbers and bytes beside its body', async () => {
    const MessageAttributes = {
      'kind.of': { DataType: 'String', StringValue: 'feed' },
      'kind.count': { DataType: 'Number', StringValue: '3' },
      raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 0, 255]) },
    };
    await send('with attributes', { MessageAttributes });
    const [message] = await receive({ MessageAttributeNames: ['kind.*', 'raw'] });
    expect(message?.MessageAttributes).toEqual(MessageAttributes);
  });

  // The digests are the service's own for these attributes, as other emulators' tests have them on record.
  it.each([
    { name: 'timestamp', type: 'Number.java.lang.Long', digest: '2e2e4876d8e0bd6b8c2c8f556831c349' },
    { name: 'SOME_Valid.attribute-Name', type: 'Number', digest: '36655e7e9d7c0e8479fa3f3f42247ae7' },
  ])('has the digest of its attribute $name', async ({ name: attribute, type, digest }) => {
    const MessageAttributes = { [attribute]: { DataType: type, StringValue: '1493147359900' } };
    const { MD5OfMessageAttributes } = await send('derp', { MessageAttributes });
    expect(MD5OfMessageAttributes).toBe(digest);
  });

  it.each([
    { name: 'no body', body: '', code: 'MissingParameter' },
    { name: 'a control character', body: 'bell \u0007', code: 'InvalidMessageContents' },
    { name: 'half a character', body: 'half \uD83D', code: 'InvalidMessageContents' },
    { name: 'more than a mebibyte', body: 'x'.repeat(1_048_577), code: 'InvalidParameterValue' },
  ])('is refused with $name', async ({ body, code }) => {
    await expect(send(body)).rejects.toMatchObject({ name: code });
    expect(await receive()).toEqual([]);
  });

  it('is refused with a delay above 15 minutes', async () => {
    await expect(send('late', { DelaySeconds: 901 })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
  });

  it('is refused by a queue that does not exist', async () => {
    await expect(send('x', { QueueUrl: `${QueueUrl}-not` })).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
    });
  });
});

describe('visibility', () => {
  it('hides a received message until its time is over', async () => {
    await send('once');
    expect(bodies(await receive())).toEqual(['once']);
    laterBySeconds(VISIBILITY_SECONDS - 1);
    expect(await receive()).toEqual([]);
    laterBySeconds(1);
    expect(bodies(await receive())).toEqual(['once']);
  });

  it('hides a delayed message until its time has come', async () => {
    await send('later', { DelaySeconds: 900 });
    await send('now');
    expect(bodies(await receive())).toEqual(['now']);
    laterBySeconds(900);
    expect(bodies(await receive({ VisibilityTimeout: 0 }))).toContain('later');
  });

  it('may be shorter for one receive', async () => {
    await send('short');
    await receive({ VisibilityTimeout: 2 });
    laterBySeconds(2);
    expect(bodies(await receive())).toEqual(['short']);
  });

  it('may be ended or prolonged by whoever holds the message', async () => {
    await send('held');
    const [held] = await receive();
    const hold = (VisibilityTimeout: number) =>
      sqs.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl,
          ReceiptHandle: held?.ReceiptHandle,
          VisibilityTimeout,
        }),
      );
    await hold(100);
    laterBySeconds(99);
    expect(await receive()).toEqual([]);
    await hold(0);
    expect(bodies(await receive())).toEqual(['held']);
  });

  it('cannot be changed once the message is visible again', async () => {
    await send('lost');
    const [lost] = await receive();
    laterBySeconds(VISIBILITY_SECONDS);
    const late = new ChangeMessageVisibilityCommand({
      QueueUrl,
      ReceiptHandle: lost?.ReceiptHandle,
      VisibilityTimeout: 10,
    });
    await expect(sqs.send(late)).rejects.toMatchObject({ name: 'MessageNotInflight' });
  });
});

describe('deleting', () => {
  it('ends a message for good', async () => {
    await send('done');
    for (const message of await receive()) await remove(message);
    laterBySeconds(VISIBILITY_SECONDS);
    expect(await receive()).toEqual([]);
  });

  it('by a receipt from an earlier receive does nothing, and does not say so', async () => {
    await send('received twice');
    const [first] = await receive();
    laterBySeconds(VISIBILITY_SECONDS);
    const [second] = await receive();
    await remove(first as Message);
    laterBySeconds(VISIBILITY_SECONDS);
    expect(bodies(await receive())).toEqual(['received twice']);
    expect(first?.ReceiptHandle).not.toBe(second?.ReceiptHandle);
  });

  it('needs a receipt', async () => {
    const wrong = remove({ ReceiptHandle: 'nonsense' });
    await expect(wrong).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
  });
});

describe('a batch', () => {
  const sendBatch = (Entries: { Id: string; MessageBody: string; DelaySeconds?: number }[]) =>
    sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));

  it('answers for each of its messages', async () => {
    const { Successful, Failed } = await sendBatch([
      { Id: 'good', MessageBody: 'good' },
      { Id: 'bad', MessageBody: 'bell \u0007' },
      { Id: 'late', MessageBody: 'late', DelaySeconds: 5000 },
    ]);
    expect(Successful?.map((entry) => entry.Id)).toEqual(['good']);
    expect(Failed).toMatchObject([
      { Id: 'bad', Code: 'InvalidMessageContents', SenderFault: true },
      { Id: 'late', Code: 'InvalidParameterValue', SenderFault: true },
    ]);
    expect(bodies(await receive())).toEqual(['good']);
  });

  it.each([
    { name: 'nothing', ids: [], code: 'EmptyBatchRequest' },
    {
      name: 'eleven',
      ids: Array.from({ length: 11 }, (_, index) => `n${index}`),
      code: 'TooManyEntriesInBatchRequest',
    },
    { name: 'the same id twice', ids: ['same', 'same'], code: 'BatchEntryIdsNotDistinct' },
    { name: 'an id with a dot', ids: ['a.b'], code: 'InvalidBatchEntryId' },
  ])('of $name is refused', async ({ ids, code }) => {
    await expect(sendBatch(ids.map((Id) => ({ Id, MessageBody: Id })))).rejects.toMatchObject({ name: code });
    expect(await receive()).toEqual([]);
  });

  it('of more than a mebibyte together is refused', async () => {
    const Entries = ['one', 'two'].map((Id) => ({ Id, MessageBody: 'x'.repeat(600_000) }));
    await expect(sendBatch(Entries)).rejects.toMatchObject({ name: 'BatchRequestTooLong' });
  });

  it('deletes what it can', async () => {
    await sendBatch(['one', 'two', 'three'].map((Id) => ({ Id, MessageBody: Id })));
    const [one, two] = await receive();
    const { Successful, Failed } = await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'one', ReceiptHandle: one?.ReceiptHandle },
          { Id: 'wrong', ReceiptHandle: 'nonsense' },
          { Id: 'two', ReceiptHandle: two?.ReceiptHandle },
        ],
      }),
    );
    expect(Successful?.map((entry) => entry.Id)).toEqual(['one', 'two']);
    expect(Failed).toMatchObject([{ Id: 'wrong', Code: 'ReceiptHandleIsInvalid' }]);
    laterBySeconds(VISIBILITY_SECONDS);
    expect(bodies(await receive())).toEqual(['three']);
  });
});

describe('a dead-letter queue', () => {
  let deadUrl: string;
  const receiveDead = () => receive({ QueueUrl: deadUrl });

  beforeEach(async () => {
    QueueUrl = cloud.createQueue({
      name,
      visibilitySeconds: VISIBILITY_SECONDS,
      maxReceiveCount: 2,
      deadLetter: `${name}-dead`,
    });
    deadUrl = (await sqs.send(new GetQueueUrlCommand({ QueueName: `${name}-dead` }))).QueueUrl ?? '';
  });

  async function failTwice(): Promise<void> {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      expect(await receive()).toHaveLength(1);
      laterBySeconds(VISIBILITY_SECONDS);
    }
    expect(await receive()).toEqual([]);
  }

  it('takes a message over when it would be received once too often', async () => {
    const { MessageId } = await send('poison');
    await failTwice();
    const [dead] = await receiveDead();
    expect(dead).toMatchObject({ MessageId, Body: 'poison' });
    expect(dead?.Attributes).toMatchObject({
      ApproximateReceiveCount: '3',
      DeadLetterQueueSourceArn: `arn:aws:sqs:eu-central-1:000000000000:${name}`,
    });
  });

  it('leaves the messages alone that work', async () => {
    await send('poison');
    await failTwice();
    await send('healthy');
    expect(bodies(await receive())).toEqual(['healthy']);
  });

  it('gives its messages back to where they came from', async () => {
    await send('poison');
    await failTwice();
    const SourceArn = `arn:aws:sqs:eu-central-1:000000000000:${name}-dead`;
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
    expect(await receiveDead()).toEqual([]);
    const [back] = await receive();
    expect(back).toMatchObject({ Body: 'poison', Attributes: { ApproximateReceiveCount: '1' } });
  });

  it('knows whose dead letters it takes', async () => {
    const { queueUrls } = await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: deadUrl }));
    expect(queueUrls).toEqual([QueueUrl]);
  });

  it('has to exist', async () => {
    const policy = {
      deadLetterTargetArn: 'arn:aws:sqs:eu-central-1:000000000000:nowhere',
      maxReceiveCount: 3,
    };
    const Attributes = { RedrivePolicy: JSON.stringify(policy) };
    const change = sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    await expect(change).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});

describe('a queue', () => {
  it('is created once, and found by its name', async () => {
    const QueueName = `${name}-new`;
    const create = (VisibilityTimeout: string) =>
      sqs.send(new CreateQueueCommand({ QueueName, Attributes: { VisibilityTimeout } }));
    const { QueueUrl: created } = await create('60');
    expect((await create('60')).QueueUrl).toBe(created);
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl).toBe(created);
    const { QueueUrls } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: QueueName }));
    expect(QueueUrls).toEqual([created]);
    await expect(create('61')).rejects.toMatchObject({ name: 'QueueNameExists' });
  });

  it.each([
    { name: 'VisibilityTimeout', value: '43201' },
    { name: 'VisibilityTimeout', value: 'soon' },
    { name: 'DelaySeconds', value: '901' },
    { name: 'ReceiveMessageWaitTimeSeconds', value: '21' },
  ])('is not created with $name $value', async ({ name: attribute, value }) => {
    const create = new CreateQueueCommand({ QueueName: `${name}-bad`, Attributes: { [attribute]: value } });
    await expect(sqs.send(create)).rejects.toMatchObject({ name: 'InvalidAttributeValue' });
  });

  it('says how many messages it holds, and in which state', async () => {
    await send('visible');
    await send('delayed', { DelaySeconds: 60 });
    await receive();
    await send('new');
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesDelayed: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      QueueArn: `arn:aws:sqs:eu-central-1:000000000000:${name}`,
      VisibilityTimeout: '30',
    });
    expect(cloud.queues.depth(QueueUrl)).toEqual({ visible: 1, inFlight: 1, delayed: 1 });
  });

  it('is emptied by a purge, and gone after its deletion', async () => {
    await send('one');
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    expect(await receive()).toEqual([]);
    await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    await expect(receive()).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });

  it('hands each message to one of many receivers', async () => {
    for (let number = 0; number < 20; number += 1) await send(`message ${number}`);
    const received = await Promise.all(Array.from({ length: 10 }, () => receive({ MaxNumberOfMessages: 3 })));
    const seen = received.flat().map((message) => message.MessageId);
    expect(seen).toHaveLength(20);
    expect(new Set(seen).size).toBe(20);
  });

  it('lets a receiver wait for a message that is still to come', async () => {
    const waiting = receive({ WaitTimeSeconds: 20 });
    await send('worth the wait');
    expect(bodies(await waiting)).toEqual(['worth the wait']);
  });

  it('does not give a message to a receiver who has left', async () => {
    const leaving = new AbortController();
    const waiting = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), {
      abortSignal: leaving.signal,
    });
    await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    leaving.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await send('for the next one');
    expect(bodies(await receive())).toEqual(['for the next one']);
  });

  it('cannot be a FIFO queue here', async () => {
    const create = new CreateQueueCommand({ QueueName: 'orders.fifo', Attributes: { FifoQueue: 'true' } });
    await expect(sqs.send(create)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});

describe('the control handle', () => {
  it('says when the next message comes back', async () => {
    expect(cloud.queues.nextVisibleAt([QueueUrl])).toBeUndefined();
    const now = cloud.clock.now().getTime();
    await send('delayed', { DelaySeconds: 60 });
    expect(cloud.queues.nextVisibleAt([QueueUrl])).toEqual(new Date(now + 60_000));
    await send('in flight');
    expect(cloud.queues.nextVisibleAt([QueueUrl])).toEqual(new Date(now));
    await receive();
    expect(cloud.queues.nextVisibleAt([QueueUrl])).toEqual(new Date(now + 30_000));
  });

  it('leaves dead letters out unless they are asked for', async () => {
    const own = await startTestCloud();
    const url = own.createQueue({
      name: 'work',
      visibilitySeconds: 1,
      maxReceiveCount: 1,
      deadLetter: 'dead',
    });
    const deadUrl = url.replace(/work$/, 'dead');
    const client = new SQSClient({});
    await client.send(new SendMessageCommand({ QueueUrl: deadUrl, MessageBody: 'dead letter' }));
    client.destroy();
    expect(own.queues.nextVisibleAt()).toBeUndefined();
    expect(own.queues.nextVisibleAt([deadUrl])).toEqual(TEST_START);
    await own.discard();
  });
});
