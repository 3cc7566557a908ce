import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

export interface QueueCounts {
  /** Messages that may be received now. */
  readonly waiting: number;
  /** Messages that somebody works on, or that failed and come back. */
  readonly inFlight: number;
  /** Messages that were sent with a delay which is not over. */
  readonly delayed: number;
}

/** How many messages a queue holds. SQS counts approximately, and is right within a minute of quiet. */
export async function countMessages(
  queueUrl: string,
  client: SQSClient = new SQSClient({}),
): Promise<QueueCounts> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
  );
  return {
    waiting: Number(Attributes['ApproximateNumberOfMessages'] ?? 0),
    inFlight: Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0),
    delayed: Number(Attributes['ApproximateNumberOfMessagesDelayed'] ?? 0),
  };
}
