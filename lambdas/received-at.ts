import type { SQSRecord } from 'aws-lambda';

/**
 * When a queue's message was first received, ISO 8601 UTC. It is the clock of the functions behind queues: a
 * redelivery after a crash then writes what the first attempt would have written.
 */
export function receivedAt(record: SQSRecord): string {
  return new Date(Number(record.attributes.ApproximateFirstReceiveTimestamp)).toISOString();
}

export function receiveCount(record: SQSRecord): number {
  return Number(record.attributes.ApproximateReceiveCount);
}
