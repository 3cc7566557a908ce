import { SQSClient } from '@aws-sdk/client-sqs';
import type { Callback, Context } from 'aws-lambda';
import type { QueueControl } from './aws/sqs/queue-control.ts';
import { lambdaContext, removedCallback } from './event-source/lambda-context.ts';
import { type BatchReport, type QueueSource, runBatch } from './event-source/run-batch.ts';
import { type Clock, waitUntil } from './simulated-clock.ts';

export type { BatchReport, QueueHandler, QueueSource } from './event-source/run-batch.ts';

export interface DrainOptions {
  /** In the order in which they are asked for messages. */
  readonly sources: readonly QueueSource[];
  readonly clock: Clock;
  /** Knows when a hidden message comes back. */
  readonly queues: Pick<QueueControl, 'nextVisibleAt'>;
  /** Messages that come back at this instant or later are left alone. Without a limit, every retry is played. */
  readonly until?: Date | undefined;
  readonly onBatch?: ((report: BatchReport) => void) | undefined;
  /** Ends the work before the next batch. */
  readonly signal?: AbortSignal | undefined;
  /** By default a client that follows the environment. */
  readonly sqs?: SQSClient | undefined;
}

export interface DrainSummary {
  readonly batchCount: number;
  readonly messageCount: number;
  readonly failedCount: number;
  /** When the next message comes back that was left alone. */
  readonly nextVisibleAt: Date | undefined;
}

/**
 * Does what Lambda's event source for SQS does, until the queues are empty: each source in turn gets one batch; when
 * nothing is visible any more, time passes until the next delayed or failed message comes back.
 */
export async function drainQueues(options: DrainOptions): Promise<DrainSummary> {
  const sqs = options.sqs ?? new SQSClient({});
  try {
    return await drain(sqs, options);
  } finally {
    if (!options.sqs) sqs.destroy();
  }
}

async function drain(sqs: SQSClient, options: DrainOptions): Promise<DrainSummary> {
  const { sources, clock, queues, until, onBatch, signal } = options;
  const urls = sources.map((source) => source.queueUrl);
  const total = { batchCount: 0, messageCount: 0, failedCount: 0 };
  const count = (report: BatchReport) => {
    total.batchCount += 1;
    total.messageCount += report.messageCount;
    total.failedCount += report.failedCount;
    onBatch?.(report);
  };
  for (;;) {
    const nextVisibleAt = queues.nextVisibleAt(urls);
    if (nextVisibleAt === undefined || signal?.aborted) return { ...total, nextVisibleAt };
    if (nextVisibleAt <= clock.now()) {
      await runTurn(sqs, options, count);
      continue;
    }
    if (until !== undefined && nextVisibleAt >= until) return { ...total, nextVisibleAt };
    await waitUntil(clock, nextVisibleAt, signal);
  }
}

/** One batch of each source that has messages to give. */
async function runTurn(
  sqs: SQSClient,
  { sources, clock, queues, signal }: DrainOptions,
  count: (report: BatchReport) => void,
): Promise<void> {
  for (const source of sources) {
    if (signal?.aborted) return;
    const visibleAt = queues.nextVisibleAt([source.queueUrl]);
    if (visibleAt === undefined || visibleAt > clock.now()) continue;
    const report = await runBatch(sqs, source);
    if (report) count(report);
  }
}

/** What the schedules hand their functions: the time they were due, not the time they ran. */
export interface ScheduleEvent {
  /** ISO 8601 in whole seconds, UTC. */
  readonly time: string;
}

/** Calls a function as EventBridge Scheduler does, whose input is `{ "time": "<aws.scheduler.scheduled-time>" }`. */
export async function invokeSchedule<T>(
  handler: (event: ScheduleEvent, context: Context, callback: Callback) => T | Promise<T>,
  scheduledTime: Date,
  options: {
    readonly functionName?: string | undefined;
    readonly functionTimeoutSeconds?: number | undefined;
  } = {},
): Promise<T> {
  const { functionName = 'scheduled', functionTimeoutSeconds = 900 } = options;
  const region = process.env['AWS_REGION'] ?? 'eu-central-1';
  const time = scheduledTime.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const context = lambdaContext({ functionName, region, timeoutSeconds: functionTimeoutSeconds });
  return handler({ time }, context, removedCallback);
}
