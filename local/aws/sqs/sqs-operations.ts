import { receiveOperations, sendOperations } from './message-operations.ts';
import { deadLetterOperations, queueOperations } from './queue-operations.ts';
import type { QueueStore } from './queue-store.ts';

/** Answers one operation of the service, from its JSON body. */
export type SqsOperation = (raw: unknown, callerGone: AbortSignal) => object | Promise<object>;

export type SqsOperations = Readonly<Record<string, SqsOperation>>;

/** The operations by the name they have in `X-Amz-Target`. */
export function sqsOperations(store: QueueStore, serverUrl: () => string): SqsOperations {
  return {
    ...queueOperations(store, serverUrl),
    ...deadLetterOperations(store, serverUrl),
    ...sendOperations(store),
    ...receiveOperations(store),
  };
}
