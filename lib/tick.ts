import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ContextAttribute,
  Schedule,
  type ScheduleExpression,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Calls a function on a schedule. The schedule's own time is the function's only clock. */
export function tick(
  scope: Construct,
  id: string,
  props: { schedule: ScheduleExpression; target: IFunction; failures: IQueue; description: string },
): Schedule {
  return new Schedule(scope, id, {
    description: props.description,
    schedule: props.schedule,
    target: new LambdaInvoke(props.target, {
      input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
      deadLetterQueue: props.failures,
      retryAttempts: 3,
    }),
  });
}
