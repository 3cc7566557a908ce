import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../lib/names.ts';
import { METRICS } from '../../src/contract/metrics.ts';
import { type Properties, resourcesOf, synthesize, textOf } from './synthesize.ts';
import { withConfig } from './with-config.ts';

const standard = synthesize();
const OPERATOR = 'operator@example.org';
const CHOICES = { alarms: 'full', alarmEmail: OPERATOR, monthlyBudgetUsd: null };
const full = withConfig('settings.json', CHOICES, (config) => synthesize({ config }));
const alarmsOf = (template: typeof standard) => resourcesOf(template, 'AWS::CloudWatch::Alarm');

const runbook = readFileSync(join(PROJECT_ROOT, 'docs', 'runbook.md'), 'utf8');
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => slug(heading));
/** Headings that no alarm of CloudWatch leads to: the budget is told of by AWS Budgets itself. */
const OTHER_HEADINGS = ['cost-above-budget'];

describe('alarms', () => {
  test('those of a house without further choice are free: ten, each of one metric', () => {
    const billed = alarmsOf(standard).reduce((sum, [, alarm]) => sum + metricsOf(alarm).length, 0);
    expect(billed).toBeLessThanOrEqual(10);
  });

  test('the full profile has all of them and more', () => {
    const names = alarmsOf(full).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(alarmsOf(standard).map(([name]) => name)));
    expect(names.length).toBeGreaterThan(alarmsOf(standard).length);
  });

  test.each(alarmsOf(full))('%s leads to a heading of the runbook', (_name, { AlarmDescription }) => {
    expect(headings).toContain(anchorOf(AlarmDescription));
  });

  test('the runbook speaks of no alarm that is not there', () => {
    const described = alarmsOf(full).map(([, { AlarmDescription }]) => anchorOf(AlarmDescription));
    expect(headings.toSorted()).toEqual([...described, ...OTHER_HEADINGS].toSorted());
  });

  test.each(alarmsOf(full))('%s tells the topic', (_name, { AlarmActions }) => {
    const [topic] = resourcesOf(full, 'AWS::SNS::Topic').map(([name]) => name);
    expect(AlarmActions).toEqual([{ Ref: topic }]);
  });

  test('the topic lets CloudWatch and Budgets publish: its own policy replaces the one that would have', () => {
    const statements = resourcesOf(standard, 'AWS::SNS::TopicPolicy').flatMap(
      ([, p]) => p['PolicyDocument'].Statement,
    );
    const allowed = statements.filter(({ Effect, Action }) => Effect === 'Allow' && Action === 'sns:Publish');
    const services = allowed.flatMap(({ Principal }) => Principal.Service);
    expect(services.map(String).toSorted()).toEqual(['budgets.amazonaws.com', 'cloudwatch.amazonaws.com']);
  });

  test('a house that has stopped reports no data at all, and that is an alarm too', () => {
    const onSilence = alarmsOf(standard).filter(
      ([, { TreatMissingData }]) => TreatMissingData === 'breaching',
    );
    expect(onSilence.map(([, { MetricName }]) => MetricName)).toEqual(['PollMinutesLate']);
  });

  test('every queue of dead letters is counted: a dead letter that nobody sees is lost', () => {
    const [, checkHealth = {}] =
      resourcesOf(standard, 'AWS::Lambda::Function').find(([name]) => name.includes('CheckHealth')) ?? [];
    const counted = textOf(checkHealth['Environment'].Variables.DEAD_LETTER_QUEUE_URLS).split(',');
    const deadLetters = resourcesOf(standard, 'AWS::SQS::Queue').filter(
      ([, queue]) => !queue['RedrivePolicy'],
    );
    expect(counted.toSorted()).toEqual(deadLetters.map(([name]) => `<${name}>`).toSorted());
  });

  test('an address in the configuration is told without further steps', () => {
    const subscriptions = resourcesOf(full, 'AWS::SNS::Subscription').map(([, each]) => each['Endpoint']);
    expect(subscriptions).toEqual([OPERATOR]);
    expect(resourcesOf(standard, 'AWS::SNS::Subscription')).toEqual([]);
  });
});

describe('metrics', () => {
  const ours = alarmsOf(full)
    .flatMap(([, alarm]) => metricsOf(alarm))
    .filter(({ Namespace }) => !String(Namespace).startsWith('AWS/'));

  test('alarms watch every metric that is recorded, and no other of ours', () => {
    expect(new Set(ours.map(({ MetricName }) => MetricName))).toEqual(new Set(Object.keys(METRICS)));
  });

  test('ten are free, and these are ten', () => {
    expect(Object.keys(METRICS).length).toBeLessThanOrEqual(10);
  });

  test('stages of one account are told apart by the namespace that check-health is given', () => {
    const namespaces = new Set(ours.map(({ Namespace }) => Namespace));
    expect([...namespaces]).toEqual(['Caveat-prod']);
    expect(JSON.stringify(standard)).toContain('"METRICS_NAMESPACE":"Caveat-prod"');
  });

  test('every function’s errors are counted, by what its log really says', () => {
    const filters = resourcesOf(standard, 'AWS::Logs::MetricFilter').map(([, filter]) => filter);
    expect(filters).toHaveLength(resourcesOf(standard, 'AWS::Lambda::Function').length);
    for (const filter of filters) expect(filter['FilterPattern']).toContain('($.level = "ERROR")');
    const logs = "import(process.argv[1]).then(({ createLog }) => createLog('test').error('anything', {}))";
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', logs, './src/adapters/log.ts'], {
      cwd: PROJECT_ROOT,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout + stderr).level).toBe('ERROR');
  });
});

describe('dashboard', () => {
  const [dashboard] = resourcesOf(standard, 'AWS::CloudWatch::Dashboard').map(([, properties]) => properties);
  const body = textOf(dashboard?.['DashboardBody']);

  test('asks first whether the house is alive, and shows every part of it', () => {
    const titles = [...body.matchAll(/## ([^"\\]+)/g)].map(([, title]) => title);
    expect(titles).toEqual(['Is it alive?', 'Queues', 'Feeds', 'Understanding', 'Mail', 'Cost']);
  });

  test('shows every metric of ours', () => {
    expect(Object.keys(METRICS).filter((name) => !body.includes(`"${name}"`))).toEqual([]);
  });
});

describe('budget', () => {
  test('tells the topic when the month costs more than the configuration lets it', () => {
    const [budget] = resourcesOf(standard, 'AWS::Budgets::Budget').map(([, properties]) => properties);
    expect(budget?.['Budget']).toMatchObject({
      BudgetLimit: { Amount: 5, Unit: 'USD' },
      TimeUnit: 'MONTHLY',
    });
    const told = budget?.['NotificationsWithSubscribers'].map((each: Properties) => each['Subscribers'][0]);
    const [topic] = resourcesOf(standard, 'AWS::SNS::Topic').map(([name]) => name);
    expect(told).toEqual([
      { SubscriptionType: 'SNS', Address: { Ref: topic } },
      { SubscriptionType: 'SNS', Address: { Ref: topic } },
    ]);
  });

  test('is left out where the configuration wants none', () => {
    expect(resourcesOf(full, 'AWS::Budgets::Budget')).toEqual([]);
  });
});

/** The metrics that an alarm is billed for: one, or those its expression is made of. */
function metricsOf(alarm: Properties): Properties[] {
  if (alarm['MetricName']) return [alarm];
  return alarm['Metrics'].flatMap((each: Properties) =>
    each['MetricStat'] ? [each['MetricStat'].Metric] : [],
  );
}

function anchorOf(description: string): string {
  return /docs\/runbook\.md#([a-z-]+)$/.exec(description)?.[1] ?? '';
}

/** As GitHub makes anchors of headings. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
