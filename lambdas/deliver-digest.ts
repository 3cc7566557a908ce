import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { deliverDeps } from '../src/compose/deliver-digest.ts';
import { DeliveryMessage } from '../src/contract/messages.ts';
import { deliverDigest } from '../src/pipeline/deliver-digest.ts';
import { takeBatch } from './batch.ts';
import { receivedAt } from './received-at.ts';

/** Delivery queue → one mail to one subscriber: a digest, a notice or a confirmation. */
export function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const deps = deliverDeps();
  return takeBatch(event, context, {
    schema: DeliveryMessage,
    log: deps.log,
    take: async (message, record) => {
      const result = await deliverDigest(message, receivedAt(record), deps);
      deps.log.info('mail-delivered', { ...message, result });
    },
  });
}
