import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { AppConfig } from '../src/config/load.ts';
import { STACK_OUTPUTS, type StackOutput } from '../src/contract/outputs.ts';
import { Alarms } from './alarms.ts';
import { ArchiveSite } from './archive-site.ts';
import { ArticleIngest } from './article-ingest.ts';
import { CostBudget } from './cost-budget.ts';
import { DailyDigest } from './daily-digest.ts';
import { FeedPolling } from './feed-polling.ts';
import { HealthCheck } from './health-check.ts';
import { HouseDashboard } from './house-dashboard.ts';
import { HouseMetrics } from './house-metrics.ts';
import { Mail } from './mail.ts';
import { type DataFate, Storage } from './storage.ts';
import { watchesOf } from './watches.ts';
import { deadLetterQueue } from './work-queue.ts';

export interface CaveatStackProps extends StackProps {
  /** The configuration directory, and what was read from it. */
  readonly configDir: string;
  readonly config: AppConfig;
  readonly dataFate: DataFate;
}

/** Everything, joined in the order data flows. */
export class CaveatStack extends Stack {
  constructor(scope: Construct, id: string, { configDir, config, dataFate, ...props }: CaveatStackProps) {
    super(scope, id, props);
    const storage = new Storage(this, 'Storage', { dataFate });
    const failures = deadLetterQueue(this, 'Failures');
    const ingest = new ArticleIngest(this, 'ArticleIngest', {
      configDir,
      storage,
      proposals: config.settings.proposals,
    });
    const polling = new FeedPolling(this, 'FeedPolling', {
      configDir,
      storage,
      articles: ingest.articles,
      failures,
    });
    const mail = new Mail(this, 'Mail', { digest: config.digest, storage, failures });
    const archiveUrl = config.settings.serveArchiveSite
      ? new ArchiveSite(this, 'ArchiveSite', { storage, topic: config.digest.topic }).url
      : undefined;
    const digest = new DailyDigest(this, 'DailyDigest', { configDir, storage, mail, failures, archiveUrl });
    if (config.digest.immediateNotices) digest.allowNotices(ingest.foldLedger, storage);
    const parts = { storage, failures, ingest, polling, mail, digest };
    const { topic, dashboard } = this.watchOver(parts, configDir, config);
    this.tell({
      TableName: storage.table.tableName,
      BucketName: storage.bucket.bucketName,
      FeedQueueUrl: polling.feeds.queue.queueUrl,
      FeedDeadLettersUrl: polling.feeds.deadLetters.queueUrl,
      ArticleQueueUrl: ingest.articles.queue.queueUrl,
      ArticleDeadLettersUrl: ingest.articles.deadLetters.queueUrl,
      FoldQueueUrl: ingest.folds.queue.queueUrl,
      FoldDeadLettersUrl: ingest.folds.deadLetters.queueUrl,
      DeliveryQueueUrl: digest.deliveries.queue.queueUrl,
      DeliveryDeadLettersUrl: digest.deliveries.deadLetters.queueUrl,
      CallDeadLettersUrl: failures.queueUrl,
      UnsubscribeUrl: mail.unsubscribeUrl.url,
      AlarmTopicArn: topic.topicArn,
      DashboardName: dashboard.dashboardName,
    });
    if (archiveUrl !== undefined) {
      new CfnOutput(this, 'ArchiveUrl', {
        value: archiveUrl,
        description: 'The archive site, for everybody',
      });
    }
  }

  /** Metrics, alarms, dashboard and budget. */
  private watchOver(parts: HouseParts, configDir: string, { settings }: AppConfig) {
    const { storage, failures, ingest, polling, mail, digest } = parts;
    const workQueues = [polling.feeds, ingest.articles, ingest.folds, digest.deliveries];
    const { checkHealth } = new HealthCheck(this, 'HealthCheck', {
      configDir,
      storage,
      failures,
      deadLetters: workQueues.map(({ deadLetters }) => deadLetters),
    });
    const { pollFeeds } = polling;
    const { ingestArticle } = ingest;
    const { deliverDigest } = digest;
    const functions = [
      polling.planPolls,
      pollFeeds,
      ingestArticle,
      ingest.foldLedger,
      digest.sendDigest,
      deliverDigest,
      mail.mailEvents,
      mail.unsubscribe,
      checkHealth,
    ];
    const metrics = new HouseMetrics(this, 'Metrics', functions);
    const { topic, alarms } = new Alarms(this, 'Alarms', {
      email: settings.alarmEmail,
      watches: watchesOf(settings.alarms, {
        metrics,
        articles: ingest.articles.queue,
        deliveries: digest.deliveries.queue,
        unsubscribe: mail.unsubscribe,
        functions,
      }),
    });
    if (settings.monthlyBudgetUsd !== null) {
      new CostBudget(this, 'Cost', { monthlyUsd: settings.monthlyBudgetUsd, topic });
    }
    const queues = workQueues.map(({ queue }) => queue);
    const dashboardParts = { metrics, alarms, queues, pollFeeds, ingestArticle, deliverDigest, functions };
    const { dashboard } = new HouseDashboard(this, 'Dashboard', dashboardParts);
    return { topic, dashboard };
  }

  /** What a person and the command line need next. */
  private tell(values: Readonly<Record<StackOutput, string>>): void {
    for (const [name, description] of Object.entries(STACK_OUTPUTS)) {
      new CfnOutput(this, name, { value: values[name as StackOutput], description });
    }
  }
}

interface HouseParts {
  readonly storage: Storage;
  readonly failures: Queue;
  readonly ingest: ArticleIngest;
  readonly polling: FeedPolling;
  readonly mail: Mail;
  readonly digest: DailyDigest;
}
