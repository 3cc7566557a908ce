import { describe, expect, test } from 'vitest';
import { QUEUE_NAMES } from '../../src/contract/queues.ts';
import { resourcesOf, synthesize, textOf } from './synthesize.ts';

const FOURTEEN_DAYS_SECONDS = 14 * 86_400;

const template = synthesize();
const queues = resourcesOf(template, 'AWS::SQS::Queue');
const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping');
const workQueues = queues.filter(([, { RedrivePolicy }]) => RedrivePolicy !== undefined);
const deadLetterQueues = queues.filter(([, { RedrivePolicy }]) => RedrivePolicy === undefined);

describe('queues', () => {
  test('are those of the contract, each with its dead letters, and one for failed calls', () => {
    expect(workQueues).toHaveLength(QUEUE_NAMES.length);
    expect(deadLetterQueues).toHaveLength(QUEUE_NAMES.length + 1);
  });

  test.each(queues)('%s is encrypted', (_name, properties) => {
    expect(properties['SqsManagedSseEnabled']).toBe(true);
  });

  test.each(queues)('%s refuses whoever comes without TLS', (name) => {
    const policies = resourcesOf(template, 'AWS::SQS::QueuePolicy').filter(([, policy]) =>
      JSON.stringify(policy['Queues']).includes(`"${name}"`),
    );
    expect(policies.flatMap(([, policy]) => policy['PolicyDocument'].Statement)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 'sqs:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  test.each(deadLetterQueues)(
    '%s keeps what failed as long as SQS can: somebody may be on holiday',
    (_name, properties) => {
      expect(properties['MessageRetentionPeriod']).toBe(FOURTEEN_DAYS_SECONDS);
    },
  );

  test.each(workQueues)(
    '%s hides a message for six of its function’s time limits, or it runs twice at once',
    (name, properties) => {
      const [, source] =
        sources.find(([, { EventSourceArn }]) => textOf(EventSourceArn) === `<${name}.Arn>`) ?? [];
      const consumer = template.Resources[source?.['FunctionName'].Ref];
      const least = 6 * consumer?.Properties['Timeout'] + source?.['MaximumBatchingWindowInSeconds'];
      expect(properties['VisibilityTimeout']).toBeGreaterThanOrEqual(least);
    },
  );
});

describe('event sources', () => {
  test('there is one for each queue', () => {
    expect(sources).toHaveLength(workQueues.length);
  });

  test.each(sources)('%s repeats only the messages that failed', (_name, properties) => {
    expect(properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
  });

  test.each(sources)(
    '%s is bounded, so that a burst of news does not take the account’s whole concurrency',
    (_name, { ScalingConfig }) => {
      expect(ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
      expect(ScalingConfig.MaximumConcurrency).toBeLessThanOrEqual(10);
    },
  );
});
