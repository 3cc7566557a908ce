import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Watch } from './alarms.ts';
import type { ArticleIngest } from './article-ingest.ts';
import type { DailyDigest } from './daily-digest.ts';
import type { FeedPolling } from './feed-polling.ts';
import type { Mail } from './mail.ts';

export interface WatchedParts {
  readonly polling: FeedPolling;
  readonly ingest: ArticleIngest;
  readonly mail: Mail;
  readonly digest: DailyDigest;
  readonly failures: IQueue;
}

/** SES reviews an account from a bounce rate of 5 % and a complaint rate of 0.1 % on. */
const MAX_BOUNCE_RATE = 0.05;
const MAX_COMPLAINT_RATE = 0.001;

/** Everything that a person should be told of, each with its heading in the runbook. */
export function watchesOf(parts: WatchedParts): Watch[] {
  return [...deadLetterWatches(parts), ...delayWatches(parts), ...clockWatches(parts), ...mailWatches(parts)];
}

function deadLetterWatches({ polling, ingest, digest, failures }: WatchedParts): Watch[] {
  const queues: [name: string, queue: IQueue][] = [
    ['Feeds given up', polling.feeds.deadLetters],
    ['Articles given up', ingest.articles.deadLetters],
    ['Ledger folds given up', ingest.folds.deadLetters],
    ['Deliveries given up', digest.deliveries.deadLetters],
    ['Calls given up', failures],
  ];
  return queues.map(([name, queue]) =>
    above(
      name,
      0,
      queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: Stats.MAXIMUM,
      }),
    ),
  );
}

/** A queue that is never worked off has no dead letters either. */
function delayWatches({ ingest, digest }: WatchedParts): Watch[] {
  const oldest = (queue: IQueue) =>
    queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(15), statistic: Stats.MAXIMUM });
  return [
    above('Articles wait', Duration.hours(6).toSeconds(), oldest(ingest.articles.queue)),
    above('Deliveries wait', Duration.hours(2).toSeconds(), oldest(digest.deliveries.queue)),
  ];
}

function clockWatches({ polling, digest }: WatchedParts): Watch[] {
  return [
    silent('Polling stands still', polling.planPolls, Duration.minutes(30)),
    silent('Digests stand still', digest.sendDigest, Duration.hours(3)),
  ];
}

function mailWatches({ mail, digest }: WatchedParts): Watch[] {
  const errors = mail.unsubscribe.metricErrors({ period: Duration.minutes(5) });
  return [
    above('Deliveries unknown', 0, unknownDeliveries(digest)),
    above('Unsubscribing fails', 0, errors),
    above('Mails bounce', MAX_BOUNCE_RATE, reputation('Reputation.BounceRate')),
    above('Mails annoy', MAX_COMPLAINT_RATE, reputation('Reputation.ComplaintRate')),
  ];
}

/** Counts the log's `delivery-unknown`: claims that were neither sent nor refused in time. */
function unknownDeliveries({ sendDigest }: DailyDigest): IMetric {
  const filter = new MetricFilter(sendDigest, 'UnknownDeliveries', {
    logGroup: sendDigest.logGroup,
    filterPattern: FilterPattern.stringValue('$.message', '=', 'delivery-unknown'),
    metricNamespace: Stack.of(sendDigest).stackName,
    metricName: 'UnknownDeliveries',
  });
  return filter.metric({ period: Duration.minutes(5), statistic: Stats.SUM });
}

/** SES counts for the whole account and region. */
function reputation(metricName: string): IMetric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName,
    period: Duration.hours(1),
    statistic: Stats.MAXIMUM,
  });
}

function above(name: string, threshold: number, metric: IMetric): Watch {
  return { name, threshold, metric, comparison: ComparisonOperator.GREATER_THAN_THRESHOLD };
}

function silent(name: string, scheduled: IFunction, period: Duration): Watch {
  return {
    name,
    threshold: 1,
    metric: scheduled.metricInvocations({ period, statistic: Stats.SUM }),
    comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
    alarmsOnSilence: true,
  };
}
