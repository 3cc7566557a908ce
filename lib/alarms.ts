import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RUNBOOK } from './names.ts';

export interface WatchedQueue {
  /** Names the alarm and its heading in the runbook. */
  readonly name: string;
  readonly queue: IQueue;
}

/** Every queue of dead letters has an alarm, and every alarm a heading in the runbook. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: { deadLetters: readonly WatchedQueue[]; notify: ITopic }) {
    super(scope, id);
    for (const { name, queue } of props.deadLetters) {
      const alarm = this.above(
        name,
        queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
      );
      alarm.addAlarmAction(new SnsAction(props.notify));
    }
  }

  private above(name: string, metric: IMetric): Alarm {
    return new Alarm(this, name.replaceAll(' ', ''), {
      alarmDescription: `${name}. What to do: ${RUNBOOK}#${name.toLowerCase().replaceAll(' ', '-')}`,
      metric,
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
