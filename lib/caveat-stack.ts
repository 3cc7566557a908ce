import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { AppConfig } from '../src/config/load.ts';
import { Alarms } from './alarms.ts';
import { ArticleIngest } from './article-ingest.ts';
import { DailyDigest } from './daily-digest.ts';
import { FeedPolling } from './feed-polling.ts';
import { Mail } from './mail.ts';
import { Storage } from './storage.ts';

export interface CaveatStackProps extends StackProps {
  readonly config: AppConfig;
}

/** Everything, joined in the order data flows. */
export class CaveatStack extends Stack {
  constructor(scope: Construct, id: string, props: CaveatStackProps) {
    super(scope, id, props);
    const storage = new Storage(this, 'Storage');
    const failures = new Queue(this, 'Failures', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const ingest = new ArticleIngest(this, 'ArticleIngest', storage);
    const polling = new FeedPolling(this, 'FeedPolling', {
      storage,
      articleQueue: ingest.articles.queue,
      failures,
    });
    const mail = new Mail(this, 'Mail', { digest: props.config.digest, storage, failures });
    const digest = new DailyDigest(this, 'DailyDigest', { storage, mail, failures });

    const notify = new Topic(this, 'AlarmTopic', { enforceSSL: true });
    new Alarms(this, 'Alarms', {
      notify,
      deadLetters: [
        { name: 'Feeds given up', queue: polling.feeds.deadLetters },
        { name: 'Articles given up', queue: ingest.articles.deadLetters },
        { name: 'Ledger folds given up', queue: ingest.folds.deadLetters },
        { name: 'Deliveries given up', queue: digest.deliveries.deadLetters },
        { name: 'Calls given up', queue: failures },
      ],
    });

    new CfnOutput(this, 'TableName', { value: storage.table.tableName });
    new CfnOutput(this, 'BucketName', { value: storage.bucket.bucketName });
    new CfnOutput(this, 'UnsubscribeUrl', { value: mail.unsubscribeUrl.url });
    new CfnOutput(this, 'AlarmTopicArn', { value: notify.topicArn });
  }
}
