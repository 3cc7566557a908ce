import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import type { Log } from '../src/pipeline/ports.ts';
import { StepError } from '../src/pipeline/step-error.ts';

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
      tellFailure(options.log, record.messageId, error);
      throw error;
    }
  };
  return processPartialResponse(event, takeRecord, new BatchProcessor(EventType.SQS), {
    context,
    processInParallel: false,
    throwOnFullBatchFailure: false,
  });
}

/** A foreseen failure that another try may mend is no error yet: a host that is down would set off an alarm of ours. */
function tellFailure(log: Log, messageId: string, error: unknown): void {
  if (error instanceof StepError && error.retryable) {
    log.info('message-retried', { messageId, code: error.code, why: error.message });
  } else log.error('message-failed', { messageId, error });
}
