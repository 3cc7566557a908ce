import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  PeriodOverride,
  SingleValueWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { HouseMetrics } from './house-metrics.ts';
import { RUNBOOK } from './names.ts';

export interface HouseDashboardProps {
  readonly metrics: HouseMetrics;
  readonly alarms: readonly IAlarm[];
  readonly queues: readonly IQueue[];
  readonly ingestArticle: LambdaFunction;
  readonly pollFeeds: LambdaFunction;
  readonly deliverDigest: LambdaFunction;
  readonly functions: readonly LambdaFunction[];
}

const WIDTH = 24;

/** One page, the most important on top: is it alive, then queues, feeds, understanding, mail, cost. */
export class HouseDashboard extends Construct {
  readonly dashboard: Dashboard;

  constructor(scope: Construct, id: string, props: HouseDashboardProps) {
    super(scope, id);
    this.dashboard = new Dashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(7),
      periodOverride: PeriodOverride.AUTO,
      widgets: [
        ...row('Is it alive?', aliveWidgets(props)),
        ...row('Queues', queueWidgets(props)),
        ...row('Feeds', feedWidgets(props)),
        ...row('Understanding', understandingWidgets(props)),
        ...row('Mail', mailWidgets(props)),
        ...row('Cost', costWidgets(props)),
      ],
    });
  }
}

function row(title: string, widgets: readonly IWidget[]): IWidget[][] {
  return [[new TextWidget({ markdown: `## ${title}`, width: WIDTH, height: 1 })], [...widgets]];
}

function aliveWidgets({ metrics, alarms }: HouseDashboardProps): IWidget[] {
  return [
    new AlarmStatusWidget({
      title: `Alarms (what to do: ${RUNBOOK})`,
      alarms: [...alarms],
      width: 12,
      height: 4,
    }),
    new SingleValueWidget({
      title: 'Now',
      metrics: [
        metrics.sign('PollMinutesLate'),
        metrics.sign('HoursSinceItem'),
        metrics.sign('DigestHoursLate'),
        metrics.sign('DeadLetters'),
        metrics.errors(),
      ],
      width: 12,
      height: 4,
    }),
  ];
}

function queueWidgets({ queues }: HouseDashboardProps): IWidget[] {
  return [
    graph(
      'Messages that wait',
      queues.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
    ),
    graph(
      'Age of the oldest, seconds',
      queues.map((queue) => queue.metricApproximateAgeOfOldestMessage()),
    ),
  ];
}

function feedWidgets({ metrics, pollFeeds }: HouseDashboardProps): IWidget[] {
  return [
    graph('Feeds that fail (%) or are silent', [
      metrics.sign('FeedsFailingPercent'),
      metrics.sign('FeedsSilent'),
    ]),
    counts('Polls by what became of them', pollFeeds, 'feed-polled', 'kind'),
  ];
}

function understandingWidgets({ metrics, ingestArticle }: HouseDashboardProps): IWidget[] {
  return [
    graph('Pages without an article (%), relevance outside its band', [
      metrics.sign('UnreadablePercent'),
      metrics.sign('RelevantBeyondBand'),
    ]),
    counts('Items by outcome', ingestArticle, 'item-taken', 'outcome'),
  ];
}

function mailWidgets({ metrics, deliverDigest }: HouseDashboardProps): IWidget[] {
  return [
    graph('Bounces and complaints, % of what SES puts up with', [metrics.sign('MailLimitPercent')]),
    counts('Deliveries by result', deliverDigest, 'digest-delivered', 'result'),
  ];
}

/** What there is to see of cost without a charge for seeing it; the bill's own metric is in us-east-1 alone. */
function costWidgets({ functions }: HouseDashboardProps): IWidget[] {
  return [
    graph(
      'Milliseconds that functions ran, by day',
      functions.map((each) => each.metricDuration({ statistic: Stats.SUM, period: Duration.days(1) })),
    ),
    graph(
      'Calls of functions, by day',
      functions.map((each) => each.metricInvocations({ period: Duration.days(1) })),
    ),
  ];
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: WIDTH / 2, height: 6 });
}

/** Counted from the log, which costs nothing until somebody looks. */
function counts(title: string, from: LambdaFunction, message: string, field: string): LogQueryWidget {
  return new LogQueryWidget({
    title,
    logGroupNames: [from.logGroup.logGroupName],
    view: LogQueryVisualizationType.BAR,
    queryLines: [`filter message = "${message}"`, `stats count(*) by ${field}`],
    width: WIDTH / 2,
    height: 6,
  });
}
