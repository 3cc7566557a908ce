import { setTimeout as sleep } from 'node:timers/promises';
import { eachEntry } from './batch.ts';
import { queueAt } from './existing-queue.ts';
import { digestAttributes, digestBody, type MessageAttributes } from './message-digests.ts';
import type { Queue, QueueStore } from './queue-store.ts';
import { renderMessage } from './received-message.ts';
import { redriveOf } from './redrive-policy.ts';
import { SqsError } from './sqs-error.ts';
import type { SqsOperation } from './sqs-operations.ts';
import * as requests from './sqs-requests.ts';

/** How often a waiting receive looks again. */
const LOOK_AGAIN_MS = 25;

/** Operations that put messages in. */
export function sendOperations(store: QueueStore): Record<string, SqsOperation> {
  return {
    SendMessage: (raw) => {
      const request = requests.parseRequest(requests.SendRequest, raw);
      return send(store, queueAt(store, request.QueueUrl), request);
    },
    SendMessageBatch: (raw) => {
      const { QueueUrl, Entries } = requests.parseRequest(requests.BatchRequest, raw);
      const queue = queueAt(store, QueueUrl);
      const bytes = Entries.reduce((sum, entry) => sum + Buffer.byteLength(entry.MessageBody ?? ''), 0);
      if (bytes > requests.MAX_MESSAGE_BYTES) {
        throw new SqsError(
          'BatchRequestTooLong',
          `Batch requests cannot be longer than ${requests.MAX_MESSAGE_BYTES} bytes.`,
        );
      }
      return eachEntry(Entries, (entry) =>
        send(store, queue, requests.parseRequest(requests.SendEntry, entry)),
      );
    },
  };
}

/** Operations of those who take messages out. */
export function receiveOperations(store: QueueStore): Record<string, SqsOperation> {
  const remove = (queue: Queue, { ReceiptHandle }: { ReceiptHandle: string }) => {
    store.deleteMessage(queue.name, ReceiptHandle);
    return {};
  };
  const hide = (queue: Queue, request: { ReceiptHandle: string; VisibilityTimeout: number }) => {
    store.changeVisibility(queue.name, request.ReceiptHandle, request.VisibilityTimeout);
    return {};
  };
  return {
    ReceiveMessage: (raw, callerGone) => receive(store, raw, callerGone),
    DeleteMessage: (raw) => {
      const request = requests.parseRequest(requests.DeleteRequest, raw);
      return remove(queueAt(store, request.QueueUrl), request);
    },
    DeleteMessageBatch: (raw) => {
      const { QueueUrl, Entries } = requests.parseRequest(requests.BatchRequest, raw);
      const queue = queueAt(store, QueueUrl);
      return eachEntry(Entries, (entry) => remove(queue, requests.parseRequest(requests.DeleteEntry, entry)));
    },
    ChangeMessageVisibility: (raw) => {
      const request = requests.parseRequest(requests.VisibilityRequest, raw);
      return hide(queueAt(store, request.QueueUrl), request);
    },
    ChangeMessageVisibilityBatch: (raw) => {
      const { QueueUrl, Entries } = requests.parseRequest(requests.BatchRequest, raw);
      const queue = queueAt(store, QueueUrl);
      return eachEntry(Entries, (entry) =>
        hide(queue, requests.parseRequest(requests.VisibilityEntry, entry)),
      );
    },
  };
}

interface OutgoingMessage {
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes: MessageAttributes;
}

function send(store: QueueStore, { name, attributes }: Queue, message: OutgoingMessage): object {
  const { MessageBody, MessageAttributes, DelaySeconds = Number(attributes['DelaySeconds']) } = message;
  requests.assertMessageBody(MessageBody, Number(attributes['MaximumMessageSize']));
  const id = store.addMessage(name, {
    body: MessageBody,
    attributes: MessageAttributes,
    delaySeconds: DelaySeconds,
  });
  const hasAttributes = Object.keys(MessageAttributes).length > 0;
  return {
    MessageId: id,
    MD5OfMessageBody: digestBody(MessageBody),
    ...(hasAttributes && { MD5OfMessageAttributes: digestAttributes(MessageAttributes) }),
  };
}

/**
 * Takes what is visible, or waits for it as the request says. The wait is measured on the machine's own clock even
 * where messages live by a simulated one: nobody could move that one while the caller waits.
 */
async function receive(store: QueueStore, raw: unknown, callerGone: AbortSignal): Promise<object> {
  const request = requests.parseRequest(requests.ReceiveRequest, raw);
  const queue = queueAt(store, request.QueueUrl);
  const waitSeconds = request.WaitTimeSeconds ?? Number(queue.attributes['ReceiveMessageWaitTimeSeconds']);
  const waitUntilMs = performance.now() + waitSeconds * 1000;
  const options = {
    maxMessages: request.MaxNumberOfMessages,
    visibilitySeconds: request.VisibilityTimeout ?? Number(queue.attributes['VisibilityTimeout']),
    redrive: redriveOf(queue),
  };
  let messages = store.receive(queue.name, options);
  while (messages.length === 0 && performance.now() < waitUntilMs) {
    await sleep(LOOK_AGAIN_MS);
    if (callerGone.aborted) return {};
    messages = store.receive(queue.name, options);
  }
  return messages.length === 0
    ? {}
    : { Messages: messages.map((message) => renderMessage(message, request)) };
}
