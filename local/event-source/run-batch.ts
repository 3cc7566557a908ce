import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Callback, Context, SQSEvent } from 'aws-lambda';
import { type BatchVerdict, readBatchResponse } from './batch-response.ts';
import { lambdaContext, removedCallback } from './lambda-context.ts';
import { toSqsRecord } from './sqs-event.ts';

/** What SQS hands out, and takes back, in one request. */
const MAX_MESSAGES_PER_REQUEST = 10;
/** The longest that Lambda allows. */
const MAX_TIMEOUT_SECONDS = 900;

/** A function as Lambda calls it: one of the source tree or one of a bundle. Its answer is read as Lambda reads it. */
export type QueueHandler = (event: SQSEvent, context: Context, callback: Callback) => unknown;

/** A queue and the function that consumes it. */
export interface QueueSource {
  readonly queueUrl: string;
  /** At most so many messages go to one call. */
  readonly batchSize: number;
  readonly handler: QueueHandler;
  /** The function's name; the queue's by default. */
  readonly functionName?: string | undefined;
  /** A call that takes longer counts as failed. In seconds of real time. */
  readonly functionTimeoutSeconds?: number | undefined;
}

/** How one batch went. */
export interface BatchReport {
  /** The queue's name. */
  readonly source: string;
  readonly messageCount: number;
  readonly failedCount: number;
  /** Why the whole batch failed: what the function threw, or what was wrong with its answer. */
  readonly error?: unknown;
}

/** Receives one batch, runs the function, and deletes what worked. Undefined if nothing was visible. */
export async function runBatch(sqs: SQSClient, source: QueueSource): Promise<BatchReport | undefined> {
  const messages = await receiveBatch(sqs, source);
  if (messages.length === 0) return undefined;
  const verdict = await invoke(source, messages, await sqs.config.region());
  const failed = (message: Message) =>
    verdict.kind === 'failed' || verdict.failedIds.has(message.MessageId ?? '');
  const done = messages.filter((message) => !failed(message));
  await deleteMessages(sqs, source.queueUrl, done);
  return {
    source: queueName(source),
    messageCount: messages.length,
    failedCount: messages.length - done.length,
    ...(verdict.kind === 'failed' && { error: verdict.error }),
  };
}

async function receiveBatch(sqs: SQSClient, { queueUrl, batchSize }: QueueSource): Promise<Message[]> {
  const messages: Message[] = [];
  while (messages.length < batchSize) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(batchSize - messages.length, MAX_MESSAGES_PER_REQUEST),
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
    );
    if (Messages.length === 0) break;
    messages.push(...Messages);
  }
  return messages;
}

async function invoke(
  source: QueueSource,
  messages: readonly Message[],
  region: string,
): Promise<BatchVerdict> {
  const { functionName = queueName(source), functionTimeoutSeconds: timeoutSeconds = MAX_TIMEOUT_SECONDS } =
    source;
  const arn = queueArn(source.queueUrl, region);
  const event = { Records: messages.map((message) => toSqsRecord(message, arn, region)) };
  const context = lambdaContext({ functionName, region, timeoutSeconds });
  const timer = new AbortController();
  try {
    const response = await Promise.race([
      source.handler(event, context, removedCallback),
      timeOut(timeoutSeconds, timer.signal),
    ]);
    return readBatchResponse(
      response,
      event.Records.map(({ messageId }) => messageId),
    );
  } catch (error) {
    return { kind: 'failed', error };
  } finally {
    timer.abort();
  }
}

async function timeOut(seconds: number, signal: AbortSignal): Promise<never> {
  await sleep(seconds * 1000, undefined, { signal });
  throw new Error(`Task timed out after ${seconds.toFixed(2)} seconds`);
}

async function deleteMessages(sqs: SQSClient, queueUrl: string, messages: readonly Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += MAX_MESSAGES_PER_REQUEST) {
    const chunk = messages.slice(start, start + MAX_MESSAGES_PER_REQUEST);
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: chunk.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    );
  }
}

function queueName({ queueUrl }: QueueSource): string {
  return queueUrl.slice(queueUrl.lastIndexOf('/') + 1);
}

function queueArn(queueUrl: string, region: string): string {
  const [account, name] = new URL(queueUrl).pathname.split('/').slice(-2);
  return `arn:aws:sqs:${region}:${account}:${name}`;
}
