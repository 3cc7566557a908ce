/** How each queue behaves: the stack and the local event source read the same numbers. */
export interface QueueDefinition {
  /** The function that consumes it. */
  readonly consumer: 'poll-feeds' | 'ingest-article' | 'fold-ledger' | 'deliver-digest';
  /** The consumer's own time limit, in seconds. */
  readonly functionTimeoutSeconds: number;
  /** How long the event source may collect a batch, in seconds. */
  readonly batchWindowSeconds: number;
  readonly batchSize: number;
  /** Receives before a message goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
  readonly memoryMegabytes: number;
}

/**
 * How many processes of a function one queue may keep busy. AWS takes no less than two; more would only spend the
 * account's concurrency. Raise it when the runbook says so.
 */
export const QUEUE_CONCURRENCY = 2;

export const QUEUES = {
  feed: {
    consumer: 'poll-feeds',
    functionTimeoutSeconds: 120,
    batchWindowSeconds: 5,
    batchSize: 10,
    maxReceiveCount: 3,
    memoryMegabytes: 512,
  },
  article: {
    consumer: 'ingest-article',
    functionTimeoutSeconds: 120,
    batchWindowSeconds: 5,
    batchSize: 5,
    maxReceiveCount: 4,
    memoryMegabytes: 1024,
  },
  fold: {
    consumer: 'fold-ledger',
    functionTimeoutSeconds: 30,
    batchWindowSeconds: 5,
    batchSize: 10,
    maxReceiveCount: 5,
    memoryMegabytes: 256,
  },
  delivery: {
    consumer: 'deliver-digest',
    functionTimeoutSeconds: 60,
    batchWindowSeconds: 0,
    batchSize: 5,
    maxReceiveCount: 5,
    memoryMegabytes: 256,
  },
} as const satisfies Record<string, QueueDefinition>;

export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** AWS advises six times the function's timeout, plus the batch window. */
export function visibilitySeconds(queue: QueueDefinition): number {
  return queue.functionTimeoutSeconds * 6 + queue.batchWindowSeconds;
}
