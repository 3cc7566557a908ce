import { queueNameOfUrl } from './queue-address.ts';
import type { QueueDepth, QueueStore } from './queue-store.ts';
import { redriveOf } from './redrive-policy.ts';

/** What only somebody inside the service can know, for a replay that keeps its own time. */
export interface QueueControl {
  /**
   * When the next message can be received from one of these queues, or from any that is not a dead-letter queue.
   * An instant that has passed means at once; a later one is when a delay ends or a message in flight comes back.
   */
  nextVisibleAt(queueUrls?: readonly string[]): Date | undefined;
  depth(queueUrl: string): QueueDepth;
}

export function queueControl(store: QueueStore): QueueControl {
  return {
    nextVisibleAt: (urls) => store.nextVisibleAt(urls ? urls.map(queueNameOfUrl) : consumedQueues(store)),
    depth: (url) => store.depth(queueNameOfUrl(url)),
  };
}

function consumedQueues(store: QueueStore): string[] {
  const queues = store.listQueues();
  const deadLetterQueues = new Set(queues.map((queue) => redriveOf(queue)?.deadLetterQueue));
  return queues.map((queue) => queue.name).filter((name) => !deadLetterQueues.has(name));
}
