import { queueNameOfUrl } from './queue-address.ts';
import type { Queue, QueueStore } from './queue-store.ts';
import { SqsError } from './sqs-error.ts';

/** @throws SqsError if there is none */
export function queueAt(store: QueueStore, url: string): Queue {
  return existingQueue(store, queueNameOfUrl(url));
}

/** @throws SqsError if there is none */
export function existingQueue(store: QueueStore, name: string): Queue {
  const queue = store.findQueue(name);
  if (!queue) throw new SqsError('QueueDoesNotExist', `The specified queue does not exist: ${name}`);
  return queue;
}
