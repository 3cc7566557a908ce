import { Duration } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { QUEUES } from '../src/contract/queues.ts';
import { CaveatFunction } from './caveat-function.ts';
import type { Storage } from './storage.ts';
import { tick } from './tick.ts';
import { WorkQueue } from './work-queue.ts';

export interface FeedPollingProps {
  readonly configDir: string;
  readonly storage: Storage;
  readonly articles: WorkQueue;
  readonly failures: IQueue;
}

/** Schedule → plan-polls → feed queue → poll-feeds → article queue. */
export class FeedPolling extends Construct {
  readonly feeds: WorkQueue;
  readonly planPolls: CaveatFunction<'plan-polls'>;
  readonly pollFeeds: CaveatFunction<'poll-feeds'>;

  constructor(scope: Construct, id: string, props: FeedPollingProps) {
    super(scope, id);
    this.feeds = new WorkQueue(this, 'Feeds', 'feed');
    this.planPolls = this.addPlanPolls(props);
    this.pollFeeds = this.addPollFeeds(props);
    tick(this, 'PollTick', {
      description: 'Every 5 minutes: which feeds are due?',
      schedule: ScheduleExpression.rate(Duration.minutes(5)),
      target: this.planPolls,
      failures: props.failures,
    });
    this.feeds.feed(this.pollFeeds);
  }

  private addPlanPolls({ configDir, storage, failures }: FeedPollingProps): CaveatFunction<'plan-polls'> {
    const planPolls = new CaveatFunction(this, 'PlanPolls', {
      name: 'plan-polls',
      description: 'Puts the feeds that are due on the feed queue',
      timeoutSeconds: 60,
      memoryMegabytes: 256,
      failureQueue: failures,
      configDir,
      environment: { TABLE_NAME: storage.table.tableName, FEED_QUEUE_URL: this.feeds.queue.queueUrl },
    });
    storage.allowRows(planPolls, { feeds: ['DeleteItem', 'PutItem'], feedConfig: ['GetItem', 'PutItem'] });
    storage.allowQueries(planPolls, 'denied', 'feeds');
    storage.allowIndexQueries(planPolls, 'todo', 'feedsDue');
    this.feeds.allowSending(planPolls);
    return planPolls;
  }

  private addPollFeeds({ configDir, storage, articles }: FeedPollingProps): CaveatFunction<'poll-feeds'> {
    const pollFeeds = new CaveatFunction(this, 'PollFeeds', {
      name: 'poll-feeds',
      description: 'Asks feeds for news and puts new items on the article queue',
      timeoutSeconds: QUEUES.feed.functionTimeoutSeconds,
      memoryMegabytes: QUEUES.feed.memoryMegabytes,
      configDir,
      environment: {
        TABLE_NAME: storage.table.tableName,
        BUCKET_NAME: storage.bucket.bucketName,
        FEED_QUEUE_URL: this.feeds.queue.queueUrl,
        ARTICLE_QUEUE_URL: articles.queue.queueUrl,
      },
    });
    storage.allowRows(pollFeeds, {
      feeds: ['GetItem', 'PutItem'],
      hosts: ['GetItem', 'UpdateItem'],
      items: ['BatchGetItem'],
    });
    storage.allowQueries(pollFeeds, 'denied');
    storage.allowWriting(pollFeeds, 'feeds/');
    this.feeds.allowSending(pollFeeds);
    articles.allowSending(pollFeeds);
    return pollFeeds;
  }
}
