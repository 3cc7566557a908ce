import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  QUEUE_CONCURRENCY,
  QUEUES,
  type QueueDefinition,
  type QueueName,
  visibilitySeconds,
} from '../src/contract/queues.ts';

const DEAD_LETTERS_KEPT_DAYS = 14;

/** A queue of the contract with its dead letters. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  private readonly definition: QueueDefinition;

  constructor(scope: Construct, id: string, queueName: QueueName) {
    super(scope, id);
    this.definition = QUEUES[queueName];
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(visibilitySeconds(this.definition)),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: this.definition.maxReceiveCount },
    });
  }

  /** Lets a function put messages on the queue. */
  allowSending(sender: IFunction): void {
    this.queue.grant(sender, 'sqs:SendMessage');
  }

  /**
   * Lets the function of the contract consume the queue; one message that fails does not repeat its batch.
   * The rights are those that Lambda's event source asks for, and no more.
   *
   * @see AWS Lambda Developer Guide, "Creating and configuring an Amazon SQS event source mapping", permissions
   */
  feed(consumer: IFunction): void {
    new EventSourceMapping(this, 'Consumer', {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      batchSize: this.definition.batchSize,
      maxBatchingWindow: Duration.seconds(this.definition.batchWindowSeconds),
      maxConcurrency: QUEUE_CONCURRENCY,
      reportBatchItemFailures: true,
    });
    this.queue.grant(consumer, 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage');
  }
}

/** Where messages and calls that failed wait for a person, for as long as SQS keeps anything. */
export function deadLetterQueue(scope: Construct, id: string): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(DEAD_LETTERS_KEPT_DAYS),
  });
}
