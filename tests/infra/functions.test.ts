import { describe, expect, test } from 'vitest';
import { FUNCTION_ENV, FUNCTION_NAMES, type FunctionName } from '../../src/contract/env.ts';
import { QUEUE_NAMES, QUEUES } from '../../src/contract/queues.ts';
import { SIZES } from '../../tools/cost/sizes.ts';
import { type Properties, resourcesOf, synthesize } from './synthesize.ts';

const template = synthesize();

/** Notices are off unless configured (tests/infra/mail.test.ts switches them on), and the archive site is not served. */
const UNSET_BY_DEFAULT: Readonly<Record<string, readonly string[]>> = {
  'fold-ledger': ['DELIVERY_QUEUE_URL'],
  'send-digest': ['ARCHIVE_URL'],
};
const functions = resourcesOf(template, 'AWS::Lambda::Function');

describe('functions', () => {
  test('are those of the contract and no other: nothing runs in the account that is not in lambdas/', () => {
    const names = functions.map(([, properties]) => nameOf(properties));
    expect(names.toSorted()).toEqual(FUNCTION_NAMES.toSorted());
  });

  test.each(functions)(
    '%s runs on arm64, a fifth cheaper than x86, and the Node it was tested on',
    (_name, properties) => {
      expect(properties).toMatchObject({
        Architectures: ['arm64'],
        Runtime: `nodejs${process.versions.node.split('.')[0]}.x`,
        Handler: 'index.handler',
      });
    },
  );

  test.each(functions)(
    '%s writes to a log that is not kept for ever, since logs cost by the month',
    (_name, properties) => {
      const logGroup = template.Resources[properties['LoggingConfig'].LogGroup.Ref];
      expect(properties['LoggingConfig'].LogFormat).toBe('JSON');
      expect(logGroup?.Properties['RetentionInDays']).toBe(30);
    },
  );

  test.each(functions)('%s has exactly the variables its schema asks for', (_name, properties) => {
    const schema = FUNCTION_ENV[nameOf(properties)];
    const unset = ['WEB_GATEWAY', ...(UNSET_BY_DEFAULT[nameOf(properties)] ?? [])];
    const asked = Object.keys(schema.shape).filter((variable) => !unset.includes(variable));
    expect(Object.keys(properties['Environment'].Variables).toSorted()).toEqual(asked.toSorted());
  });

  test.each(functions)(
    '%s asks the real web: WEB_GATEWAY would send every request elsewhere',
    (_name, properties) => {
      expect(properties['Environment'].Variables).not.toHaveProperty('WEB_GATEWAY');
    },
  );

  test.each(functions)(
    '%s has a role of its own, so that what one may do no other may',
    (_name, properties) => {
      const role = (other: Properties) => JSON.stringify(other['Role']);
      expect(functions.filter(([, other]) => role(other) === role(properties))).toHaveLength(1);
    },
  );

  test('have the memory that the bill is reckoned with', () => {
    const memory = Object.fromEntries(functions.map(([, each]) => [nameOf(each), each['MemorySize']]));
    const byQueue = Object.fromEntries(QUEUE_NAMES.map((name) => [name, memory[QUEUES[name].consumer]]));
    expect({ ...memory, ...byQueue }).toMatchObject(SIZES.memoryMegabytes);
  });

  test('nobody is let in but mail programs with a link: one function has an address', () => {
    const urls = resourcesOf(template, 'AWS::Lambda::Url').map(
      ([, url]) => url['TargetFunctionArn']['Fn::GetAtt'][0],
    );
    expect(urls).toEqual([expect.stringContaining('Unsubscribe')]);
  });
});

describe('the function that anybody may call', () => {
  const [, unsubscribe] = functions.find(([, properties]) => nameOf(properties) === 'unsubscribe') ?? [];

  test('is bounded by its size: the least memory, and three seconds', () => {
    expect(unsubscribe).toMatchObject({ MemorySize: 128, Timeout: 3 });
  });

  test('reserves no concurrency: a new account has ten calls at once for everything', () => {
    const reserving = functions.filter(([, properties]) => 'ReservedConcurrentExecutions' in properties);
    expect(reserving).toEqual([]);
  });
});

describe('schedules', () => {
  const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule');

  test('call the three functions that have a clock', () => {
    const called = schedules.map(([, { Target }]) => Target.Arn['Fn::GetAtt'][0]);
    expect(called).toHaveLength(3);
    expect(called.join()).toMatch(/CheckHealth/);
    expect(called.join()).toMatch(/PlanPolls/);
    expect(called.join()).toMatch(/SendDigest/);
  });

  test.each(schedules)(
    '%s hands over its own time: a late call must not be another day',
    (_name, { Target }) => {
      expect(JSON.parse(Target.Input)).toEqual({ time: '<aws.scheduler.scheduled-time>' });
    },
  );

  test.each(schedules)('%s keeps a call that could not be made', (_name, { Target }) => {
    const queue = template.Resources[Target.DeadLetterConfig.Arn['Fn::GetAtt'][0]];
    expect(queue?.Type).toBe('AWS::SQS::Queue');
  });

  test('the functions they call keep a call that failed, after the service has tried it again', () => {
    const withoutQueue = functions
      .filter(([name]) => schedules.some(([, { Target }]) => Target.Arn['Fn::GetAtt'][0] === name))
      .filter(([, properties]) => properties['DeadLetterConfig'] === undefined);
    expect(withoutQueue).toEqual([]);
  });
});

/** The name in the contract: a function's description is ours to write, its name is made by CloudFormation. */
function nameOf(properties: Properties): FunctionName {
  const logical = properties['Role']['Fn::GetAtt'][0] as string;
  const role = template.Resources[logical]?.Properties['Description'] as string;
  return role.replace(/^Caveat's /, '') as FunctionName;
}
