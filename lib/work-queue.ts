import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { QUEUES, type QueueName, visibilitySeconds } from '../src/contract/queues.ts';

/** AWS takes no less; more would only spend the account's concurrency. */
const MAX_CONCURRENCY = 2;

/** A queue of the contract with its dead letters. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  private readonly queueName: QueueName;

  constructor(scope: Construct, id: string, queueName: QueueName) {
    super(scope, id);
    this.queueName = queueName;
    const definition = QUEUES[queueName];
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(visibilitySeconds(definition)),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: definition.maxReceiveCount },
    });
  }

  /** Lets the function of the contract consume the queue, a failed message at a time. */
  feed(consumer: IFunction): void {
    const definition = QUEUES[this.queueName];
    consumer.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: definition.batchSize,
        maxBatchingWindow: Duration.seconds(definition.batchWindowSeconds),
        maxConcurrency: MAX_CONCURRENCY,
        reportBatchItemFailures: true,
      }),
    );
  }
}
