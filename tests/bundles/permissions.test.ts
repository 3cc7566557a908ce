import { beforeAll, describe, expect, test } from 'vitest';
import { sharedAssembly } from './assembly.ts';
import {
  findDenied,
  findIdle,
  listRights,
  type Policies,
  type Right,
  readPolicies,
  withoutRight,
} from './policies.ts';
import type { StackRun } from './run-stack.ts';
import { sharedStackRun } from './shared-stack-run.ts';
import { DeployedTemplate } from './template.ts';

/** Rights that the replay cannot use, each with the reason why the role has them all the same. */
const IDLE_RIGHTS: readonly { readonly is: (right: Right) => boolean; readonly reason: string }[] = [
  {
    is: ({ action }) => ['logs:CreateLogStream', 'logs:PutLogEvents'].includes(action),
    reason: 'Lambda itself writes the log, in the name of the function’s role',
  },
  {
    is: ({ role, action }) => action === 'sqs:GetQueueAttributes' && !role.includes('CheckHealth'),
    reason: 'Lambda’s event source reads the queue’s settings; the local one is told them',
  },
  {
    is: ({ action, resource }) => action === 'lambda:InvokeFunction' && resource.endsWith(':*'),
    reason: 'the library lets a schedule call any version of its one function; none is ever published',
  },
  {
    is: ({ role, action }) => /Tick\w*Role/.test(role) && action === 'sqs:SendMessage',
    reason: 'the scheduler keeps a tick that it could not deliver; here every tick is delivered',
  },
];

let run: StackRun;
let policies: Policies;

beforeAll(async () => {
  run = await sharedStackRun();
  policies = readPolicies(new DeployedTemplate(await sharedAssembly()));
}, 600_000);

describe('what the functions ask of AWS', () => {
  test('is allowed by the policies of their roles, call by call', () => {
    expect(findDenied(policies, run.calls)).toEqual([]);
  });

  test('is all that their roles may do, but for what is listed with a reason', () => {
    const unexplained = findIdle(policies, run.calls).filter(
      (right) => !IDLE_RIGHTS.some(({ is }) => is(right)),
    );
    expect(unexplained).toEqual([]);
  });

  test('leaves idle what is listed: the list excuses nothing that is used', () => {
    const idle = findIdle(policies, run.calls);
    for (const { is, reason } of IDLE_RIGHTS) {
      expect(idle.filter(is).length, reason).toBeGreaterThan(0);
      expect(listRights(policies).filter(is), reason).toEqual(idle.filter(is));
    }
  });

  test('was asked by every role', () => {
    expect([...new Set(run.calls.map(({ caller }) => caller))].toSorted()).toEqual(
      [...policies.keys()].toSorted(),
    );
  });
});

describe('the proof itself', () => {
  test('misses every right that is taken away', () => {
    const used = listRights(policies).filter((right) => !IDLE_RIGHTS.some(({ is }) => is(right)));
    const unmissed = used.filter((right) => {
      const own = run.calls.filter(({ caller }) => caller === right.role);
      return findDenied(withoutRight(policies, right), own).length === 0;
    });
    expect(used.length).toBeGreaterThan(80);
    expect(unmissed).toEqual([]);
  });

  test.each<Omit<Right, 'role'>>([
    { action: 'dynamodb:Scan', resource: 'arn:aws:dynamodb:eu-central-1:000000000000:table/caveat' },
    {
      action: 'dynamodb:GetItem',
      resource: 'arn:aws:dynamodb:eu-central-1:000000000000:table/caveat',
      leadingKey: 'DELIVERY#*',
    },
    { action: 's3:GetObject', resource: 'arn:aws:s3:::caveat/pages/*' },
  ])('finds $action $resource where nobody needs it', ({ action, resource, leadingKey }) => {
    const [role = ''] = [...policies.keys()].filter((each) => each.includes('IngestArticle'));
    const Condition =
      leadingKey === undefined ? {} : { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKey } };
    const added = { Effect: 'Allow', Action: action, Resource: resource, Condition } as const;
    const widened = new Map([...policies, [role, [...(policies.get(role) ?? []), added]]]);
    const found = findIdle(widened, run.calls).filter(({ role: each }) => each === role);
    expect(found).toContainEqual({
      role,
      action,
      resource,
      ...(leadingKey === undefined ? {} : { leadingKey }),
    });
  });
});
