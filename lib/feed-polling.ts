import { Duration } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { QUEUES } from '../src/contract/queues.ts';
import { CaveatFunction } from './caveat-function.ts';
import { CONFIG_DIR } from './names.ts';
import type { Storage } from './storage.ts';
import { tick } from './tick.ts';
import { WorkQueue } from './work-queue.ts';

export interface FeedPollingProps {
  readonly storage: Storage;
  readonly articleQueue: IQueue;
  readonly failures: IQueue;
}

/** Schedule → plan-polls → feed queue → poll-feeds → article queue. */
export class FeedPolling extends Construct {
  readonly feeds: WorkQueue;
  readonly planPolls: CaveatFunction<'plan-polls'>;
  readonly pollFeeds: CaveatFunction<'poll-feeds'>;

  constructor(scope: Construct, id: string, { storage, articleQueue, failures }: FeedPollingProps) {
    super(scope, id);
    const { table, bucket } = storage;
    this.feeds = new WorkQueue(this, 'Feeds', 'feed');

    this.planPolls = new CaveatFunction(this, 'PlanPolls', {
      name: 'plan-polls',
      description: 'Puts the feeds that are due on the feed queue',
      timeoutSeconds: 60,
      memoryMegabytes: 256,
      failureQueue: failures,
      environment: {
        TABLE_NAME: table.tableName,
        CONFIG_DIR,
        FEED_QUEUE_URL: this.feeds.queue.queueUrl,
      },
    });
    table.grant(
      this.planPolls,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:DeleteItem',
      'dynamodb:Query',
    );
    this.feeds.queue.grantSendMessages(this.planPolls);
    tick(this, 'PollTick', {
      description: 'Every 5 minutes: which feeds are due?',
      schedule: ScheduleExpression.rate(Duration.minutes(5)),
      target: this.planPolls,
      failures,
    });

    this.pollFeeds = new CaveatFunction(this, 'PollFeeds', {
      name: 'poll-feeds',
      description: 'Asks feeds for news and puts new items on the article queue',
      timeoutSeconds: QUEUES.feed.functionTimeoutSeconds,
      memoryMegabytes: QUEUES.feed.memoryMegabytes,
      environment: {
        TABLE_NAME: table.tableName,
        CONFIG_DIR,
        BUCKET_NAME: bucket.bucketName,
        FEED_QUEUE_URL: this.feeds.queue.queueUrl,
        ARTICLE_QUEUE_URL: articleQueue.queueUrl,
      },
    });
    table.grant(
      this.pollFeeds,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    );
    bucket.grantPut(this.pollFeeds, 'feeds/*');
    this.feeds.queue.grantSendMessages(this.pollFeeds);
    articleQueue.grantSendMessages(this.pollFeeds);
    this.feeds.feed(this.pollFeeds);
  }
}
