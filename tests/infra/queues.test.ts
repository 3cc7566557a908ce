import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../lib/names.ts';
import { QUEUE_NAMES } from '../../src/contract/queues.ts';
import { type Properties, resourcesOf, synthesize, textOf } from './synthesize.ts';

const FOURTEEN_DAYS_SECONDS = 14 * 86_400;

const template = synthesize();
const queues = resourcesOf(template, 'AWS::SQS::Queue');
const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping');
const workQueues = queues.filter(([, { RedrivePolicy }]) => RedrivePolicy !== undefined);
const deadLetterQueues = queues.filter(([, { RedrivePolicy }]) => RedrivePolicy === undefined);
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');

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

describe('alarms', () => {
  const runbook = readFileSync(join(PROJECT_ROOT, 'docs', 'runbook.md'), 'utf8');
  const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => slug(heading));

  test.each(deadLetterQueues)('%s has one: a dead letter that nobody sees is lost', (name) => {
    expect(alarms.filter(([, alarm]) => watchedQueue(alarm) === name)).toHaveLength(1);
  });

  test.each(alarms)('%s leads to a heading of the runbook', (_name, { AlarmDescription }) => {
    const [, anchor] = /docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription) ?? [];
    expect(headings).toContain(anchor);
  });

  test('the runbook speaks of no alarm that is not there', () => {
    const described = alarms.map(([, { AlarmDescription }]) => String(AlarmDescription).split('#')[1]);
    expect(headings.toSorted()).toEqual(described.toSorted());
  });

  test.each(alarms)('%s tells the topic', (_name, { AlarmActions }) => {
    const [topic] = resourcesOf(template, 'AWS::SNS::Topic').map(([name]) => name);
    expect(AlarmActions).toEqual([{ Ref: topic }]);
  });

  test('the topic lets CloudWatch publish: its own policy replaces the one that would have', () => {
    const statements = resourcesOf(template, 'AWS::SNS::TopicPolicy').flatMap(
      ([, p]) => p['PolicyDocument'].Statement,
    );
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
      }),
    );
  });

  test('a clock that stops is an alarm too: it reports no data at all', () => {
    const onSilence = alarms.filter(([, { TreatMissingData }]) => TreatMissingData === 'breaching');
    expect(onSilence.map(([, { MetricName }]) => MetricName)).toEqual(['Invocations', 'Invocations']);
  });

  test('what the metric filter counts is what the step writes', () => {
    const patterns = resourcesOf(template, 'AWS::Logs::MetricFilter').map(
      ([, filter]) => filter['FilterPattern'],
    );
    const step = readFileSync(join(PROJECT_ROOT, 'src', 'pipeline', 'digest-chores.ts'), 'utf8');
    expect(patterns).toEqual(['{ $.message = "delivery-unknown" }']);
    expect(step).toContain("deps.log.error('delivery-unknown'");
  });
});

function watchedQueue({ Dimensions = [] }: Properties): string | undefined {
  const queue = Dimensions.find(({ Name }: { Name: string }) => Name === 'QueueName');
  return queue?.Value['Fn::GetAtt']?.[0];
}

/** As GitHub makes anchors of headings. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
