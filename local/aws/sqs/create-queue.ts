import { queueArn, queueUrl } from './queue-address.ts';
import type { QueueStore } from './queue-store.ts';
import { assertRedrive } from './redrive-policy.ts';
import { SqsError } from './sqs-error.ts';
import { assertQueueAttributes, MAX_MESSAGE_BYTES } from './sqs-requests.ts';

type Attributes = Readonly<Record<string, string>>;

const DEFAULT_ATTRIBUTES: Attributes = {
  DelaySeconds: '0',
  MaximumMessageSize: String(MAX_MESSAGE_BYTES),
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  VisibilityTimeout: '30',
};

export interface LocalQueueDefinition {
  readonly name: string;
  readonly visibilitySeconds: number;
  /** Receives before a message goes to the dead-letter queue. Given together with it, or not at all. */
  readonly maxReceiveCount?: number | undefined;
  /** Name of the dead-letter queue. It is created where it does not exist yet. */
  readonly deadLetter?: string | undefined;
}

/** The service's own operation: a queue that is there with other attributes is refused. */
export function createQueue(store: QueueStore, name: string, attributes: Attributes): void {
  const existing = store.findQueue(name);
  if (!existing) {
    saveAttributes(store, name, attributes);
    return;
  }
  const differs = Object.entries(attributes).some(([key, value]) => existing.attributes[key] !== value);
  if (differs) throw new SqsError('QueueNameExists', `A queue named ${name} exists with other attributes.`);
}

/** Adds the attributes to those that the queue has, or has by default, once all of them are found to be good. */
export function saveAttributes(store: QueueStore, name: string, attributes: Attributes): void {
  assertQueueAttributes(attributes);
  assertRedrive(attributes, store);
  store.saveQueue(name, { ...DEFAULT_ATTRIBUTES, ...store.findQueue(name)?.attributes, ...attributes });
}

/** Creates the queue, or gives the one that is there these attributes; its messages stay. Answers its URL. */
export function putQueue(store: QueueStore, serverUrl: string, definition: LocalQueueDefinition): string {
  const { name, visibilitySeconds, maxReceiveCount, deadLetter } = definition;
  if (deadLetter) saveAttributes(store, deadLetter, {});
  saveAttributes(store, name, {
    VisibilityTimeout: String(visibilitySeconds),
    ...(deadLetter && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn(deadLetter), maxReceiveCount }),
    }),
  });
  return queueUrl(serverUrl, name);
}
