import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
import { acknowledgeWildcard, logicalIdOf } from './acknowledge.ts';

export interface TickProps {
  readonly description: string;
  readonly schedule: ScheduleExpression;
  readonly target: IFunction;
  /** Where a tick goes that could not be delivered. */
  readonly failures: IQueue;
}

/** Calls a function on a schedule. The schedule's own time is the function's only clock. */
export function tick(scope: Construct, id: string, props: TickProps): Schedule {
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      // Without it, a schedule of another account could use the role (the confused deputy).
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  acknowledgeWildcard(
    role,
    `<${logicalIdOf(props.target)}.Arn>:*`,
    'The library lets a schedule call any version of the one function; no version is ever published.',
  );
  return new Schedule(scope, id, {
    description: props.description,
    schedule: props.schedule,
    target: new LambdaInvoke(props.target, {
      input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
      deadLetterQueue: props.failures,
      retryAttempts: 3,
      role,
    }),
  });
}
