import { Stack } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { CaveatFunction } from './caveat-function.ts';
import type { Storage } from './storage.ts';
import { tick } from './tick.ts';

export interface HealthCheckProps {
  readonly configDir: string;
  readonly storage: Storage;
  /** Where a schedule's or an event's failed calls go; also one of the queues that are counted. */
  readonly failures: IQueue;
  readonly deadLetters: readonly IQueue[];
}

/** Hourly schedule → check-health → metrics. */
export class HealthCheck extends Construct {
  readonly checkHealth: CaveatFunction<'check-health'>;

  constructor(scope: Construct, id: string, props: HealthCheckProps) {
    super(scope, id);
    this.checkHealth = this.addCheckHealth(props);
    tick(this, 'HealthTick', {
      description: 'Every hour: is the house alive?',
      // A quarter past, so that a digest of the full hour has been sent, or has not.
      schedule: ScheduleExpression.cron({ minute: '15' }),
      target: this.checkHealth,
      failures: props.failures,
    });
  }

  private addCheckHealth(props: HealthCheckProps): CaveatFunction<'check-health'> {
    const { configDir, storage, failures } = props;
    const queues = [...props.deadLetters, failures];
    const checkHealth = new CaveatFunction(this, 'CheckHealth', {
      name: 'check-health',
      description: 'Measures the vital signs that alarms watch',
      timeoutSeconds: 60,
      memoryMegabytes: 256,
      failureQueue: failures,
      configDir,
      environment: {
        TABLE_NAME: storage.table.tableName,
        METRICS_NAMESPACE: Stack.of(this).stackName,
        DEAD_LETTER_QUEUE_URLS: queues.map((queue) => queue.queueUrl).join(','),
      },
    });
    storage.allowQueries(checkHealth, 'digests', 'feeds');
    storage.allowIndexQueries(checkHealth, 'listing', 'topics');
    storage.allowIndexQueries(checkHealth, 'todo', 'uncounted');
    for (const queue of queues) queue.grant(checkHealth, 'sqs:GetQueueAttributes');
    return checkHealth;
  }
}
