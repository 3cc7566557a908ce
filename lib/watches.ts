import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Watch } from './alarms.ts';
import type { HouseMetrics } from './house-metrics.ts';

export interface WatchedParts {
  readonly metrics: HouseMetrics;
  readonly articles: IQueue;
  readonly deliveries: IQueue;
  readonly unsubscribe: IFunction;
  readonly functions: readonly IFunction[];
}

/** `default`: the ten alarms that are free for ever. `full`: everything that AWS can tell by itself as well. */
export type AlarmProfile = 'default' | 'full';

/** SES reviews an account from a bounce rate of 5 % and a complaint rate of 0.1 % on. */
const MAX_BOUNCE_RATE = 0.05;
const MAX_COMPLAINT_RATE = 0.001;

/** Everything that a person should be told of, each with its heading in the runbook. */
export function watchesOf(profile: AlarmProfile, parts: WatchedParts): Watch[] {
  const watches = [...houseWatches(parts), ...readingWatches(parts)];
  return profile === 'full' ? [...watches, ...furtherWatches(parts)] : watches;
}

/** Does it run, and does anything fail? */
function houseWatches({ metrics, articles }: WatchedParts): Watch[] {
  return [
    // No check-health, no metric: who watches the watcher is the silence.
    {
      ...above('Polling stands still', 60, metrics.sign('PollMinutesLate', Stats.MAXIMUM, 2)),
      alarmsOnSilence: true,
    },
    above('Dead letters wait', 0, metrics.sign('DeadLetters')),
    above('Something fails', 0, metrics.errors()),
    above('Articles wait', Duration.hours(6).toSeconds(), oldest(articles)),
    atLeast('The digest is late', 1, metrics.sign('DigestHoursLate')),
    atLeast('Mails are unwelcome', 60, metrics.sign('MailLimitPercent')),
  ];
}

/** Is what arrives what one would expect? What lasts for hours is trouble; one bad hour is the web. */
function readingWatches({ metrics }: WatchedParts): Watch[] {
  return [
    above('Feeds are silent', 0, metrics.sign('FeedsSilent', Stats.MINIMUM, 6)),
    above('Feeds fail', 25, metrics.sign('FeedsFailingPercent', Stats.MINIMUM, 3)),
    above('Pages cannot be read', 50, metrics.sign('UnreadablePercent', Stats.MINIMUM, 3)),
    above('Relevance is out of its band', 0, metrics.sign('RelevantBeyondBand', Stats.MINIMUM, 6)),
  ];
}

function furtherWatches({ metrics, deliveries, unsubscribe, functions }: WatchedParts): Watch[] {
  return [
    above('Nothing arrives', 24, metrics.sign('HoursSinceItem')),
    above('Calls are throttled', 0, throttles(functions)),
    above('Deliveries wait', Duration.hours(2).toSeconds(), oldest(deliveries)),
    above('Unsubscribing fails', 0, unsubscribe.metricErrors({ period: Duration.minutes(5) })),
    above('Mails bounce', MAX_BOUNCE_RATE, reputation('Reputation.BounceRate')),
    above('Mails annoy', MAX_COMPLAINT_RATE, reputation('Reputation.ComplaintRate')),
  ];
}

function oldest(queue: IQueue): IMetric {
  return queue.metricApproximateAgeOfOldestMessage({
    period: Duration.minutes(15),
    statistic: Stats.MAXIMUM,
  });
}

function throttles(functions: readonly IFunction[]): IMetric {
  const period = Duration.minutes(15);
  const each = functions.map((one, index) => [`m${index}`, one.metricThrottles({ period })] as const);
  return new MathExpression({
    expression: each.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(each),
    period,
    label: 'throttled calls',
  });
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

function atLeast(name: string, threshold: number, metric: IMetric): Watch {
  return { name, threshold, metric, comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD };
}
