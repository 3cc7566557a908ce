import { Duration, Stack } from 'aws-cdk-lib';
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type IFilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { METRIC_SERVICE, type MetricName, type VitalSignName } from '../src/contract/metrics.ts';

/** The metrics of the contract, as this stack's alarms and its dashboard read them. */
export class HouseMetrics extends Construct {
  private readonly namespace: string;

  /** @param functions whose errors are counted */
  constructor(scope: Construct, id: string, functions: readonly LambdaFunction[]) {
    super(scope, id);
    this.namespace = Stack.of(this).stackName;
    for (const each of functions) this.countErrors(each);
  }

  /** A sign that check-health records once an hour. @param hours how many of them one value looks back over */
  sign(metricName: VitalSignName, statistic: string = Stats.MAXIMUM, hours = 1): IMetric {
    const dimensionsMap = { service: METRIC_SERVICE };
    return new Metric({
      namespace: this.namespace,
      metricName,
      dimensionsMap,
      statistic,
      period: Duration.hours(hours),
    });
  }

  errors(): IMetric {
    return new Metric({
      namespace: this.namespace,
      metricName: 'Errors' satisfies MetricName,
      statistic: Stats.SUM,
      period: Duration.hours(1),
    });
  }

  /** One metric of all functions: as many of AWS's own would be as many alarms. It costs nothing while nothing fails. */
  private countErrors(each: LambdaFunction): void {
    new MetricFilter(this, `${each.node.id}Errors`, {
      logGroup: each.logGroup,
      filterPattern: FAILED,
      metricNamespace: this.namespace,
      metricName: 'Errors' satisfies MetricName,
    });
  }
}

/** What the code logs as an error, and what Lambda reports of calls that crashed or ran out of time. */
const FAILED: IFilterPattern = FilterPattern.any(
  FilterPattern.stringValue('$.level', '=', 'ERROR'),
  FilterPattern.stringValue('$.record.status', '=', 'error'),
  FilterPattern.stringValue('$.record.status', '=', 'failure'),
  FilterPattern.stringValue('$.record.status', '=', 'timeout'),
);
