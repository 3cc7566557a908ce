import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AppConfig } from '../src/config/load.ts';
import { Alarms } from './alarms.ts';
import { ArticleIngest } from './article-ingest.ts';
import { DailyDigest } from './daily-digest.ts';
import { FeedPolling } from './feed-polling.ts';
import { Mail } from './mail.ts';
import { Storage } from './storage.ts';
import { watchesOf } from './watches.ts';
import { deadLetterQueue } from './work-queue.ts';

export interface CaveatStackProps extends StackProps {
  /** The configuration directory, and what was read from it. */
  readonly configDir: string;
  readonly config: AppConfig;
}

/** Everything, joined in the order data flows. */
export class CaveatStack extends Stack {
  constructor(scope: Construct, id: string, { configDir, config, ...props }: CaveatStackProps) {
    super(scope, id, props);
    const storage = new Storage(this, 'Storage');
    const failures = deadLetterQueue(this, 'Failures');
    const ingest = new ArticleIngest(this, 'ArticleIngest', { configDir, storage });
    const polling = new FeedPolling(this, 'FeedPolling', {
      configDir,
      storage,
      articles: ingest.articles,
      failures,
    });
    const mail = new Mail(this, 'Mail', { digest: config.digest, storage, failures });
    const digest = new DailyDigest(this, 'DailyDigest', { configDir, storage, mail, failures });
    if (config.digest.immediateNotices) digest.allowNotices(ingest.foldLedger);
    const alarms = new Alarms(this, 'Alarms', {
      watches: watchesOf({ polling, ingest, mail, digest, failures }),
    });

    new CfnOutput(this, 'TableName', { value: storage.table.tableName });
    new CfnOutput(this, 'BucketName', { value: storage.bucket.bucketName });
    new CfnOutput(this, 'UnsubscribeUrl', { value: mail.unsubscribeUrl.url });
    new CfnOutput(this, 'AlarmTopicArn', { value: alarms.topic.topicArn });
  }
}
