import { Stack } from 'aws-cdk-lib';
import { Alarm, type ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { runbookLink } from './names.ts';

/** One thing that a person should be told of. */
export interface Watch {
  /** Names the alarm, and its heading in the runbook. */
  readonly name: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  /** True where silence itself is the trouble: a clock that stopped reports nothing. */
  readonly alarmsOnSilence?: boolean;
}

export interface AlarmsProps {
  readonly watches: readonly Watch[];
  /** Who is told by mail; AWS asks the address first. Without one, people subscribe to the topic themselves. */
  readonly email: string | null;
}

/** One topic that people subscribe to, and an alarm for each thing they should know of. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, { watches, email }: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.allowPublishing('cloudwatch.amazonaws.com', 'budgets.amazonaws.com');
    if (email !== null) this.topic.addSubscription(new EmailSubscription(email));
    this.alarms = watches.map((watch) => this.watch(watch));
  }

  /** The policy that demands TLS takes the place of the topic's own, which had let the account's alarms publish. */
  private allowPublishing(...services: readonly string[]): void {
    for (const service of services) {
      const principal = new ServicePrincipal(service, {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      });
      this.topic.grantPublish(principal);
    }
  }

  private watch({ name, metric, threshold, comparison, alarmsOnSilence }: Watch): Alarm {
    const alarm = new Alarm(this, name.replaceAll(' ', ''), {
      alarmDescription: `${name}. What to do: ${runbookLink(name)}`,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: comparison,
      treatMissingData: alarmsOnSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}
