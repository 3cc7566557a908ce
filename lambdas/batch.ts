import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import type { Log } from '../src/pipeline/ports.ts';

/**
 * Takes a queue's batch one message at a time: a message that fails is received again, and no batch fails for one.
 * A message that cannot be read fails too, until the queue moves it to the dead letters, where a person sees it.
 */
export function takeBatch<S extends z.ZodType>(
  event: SQSEvent,
  context: Context,
  options: { schema: S; log: Log; take: (message: z.output<S>, record: SQSRecord) => Promise<void> },
): Promise<SQSBatchResponse> {
  const takeRecord = async (record: SQSRecord) => {
    try {
      await options.take(options.schema.parse(JSON.parse(record.body)), record);
    } catch (error) {
      options.log.error('message-failed', { messageId: record.messageId, error });
      throw error;
    }
  };
  return processPartialResponse(event, takeRecord, new BatchProcessor(EventType.SQS), {
    context,
    processInParallel: false,
    throwOnFullBatchFailure: false,
  });
}
