import { Stack } from 'aws-cdk-lib';
import { Alarm, type ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { RUNBOOK } from './names.ts';

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

/** One topic that people subscribe to, and an alarm for each thing they should know of. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { readonly watches: readonly Watch[] }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.allowAlarmsToPublish();
    for (const watch of props.watches) this.watch(watch);
  }

  /** The policy that demands TLS takes the place of the topic's own, which had let the account's alarms publish. */
  private allowAlarmsToPublish(): void {
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    });
    this.topic.grantPublish(cloudWatch);
  }

  private watch({ name, metric, threshold, comparison, alarmsOnSilence }: Watch): void {
    const alarm = new Alarm(this, name.replaceAll(' ', ''), {
      alarmDescription: `${name}. What to do: ${RUNBOOK}#${name.toLowerCase().replaceAll(' ', '-')}`,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: comparison,
      treatMissingData: alarmsOnSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
