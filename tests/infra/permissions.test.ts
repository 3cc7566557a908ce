import { describe, expect, test } from 'vitest';
import { INDEX_PARTITIONS, PARTITIONS } from '../../src/contract/partitions.ts';
import { resourcesOf, synthesize, textOf } from './synthesize.ts';

const template = synthesize();

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
}

/** Wildcards that may stand in a resource, by how they end, each with the reason. */
const ALLOWED_WILDCARDS: readonly { readonly ending: RegExp; readonly reason: string }[] = [
  {
    ending: /\/(digests|feeds|pages|site|texts)\/\*$/,
    reason: 'keys hold dates and hashes; the prefix is the grant',
  },
  {
    ending: /^<(FeedPollingPlanPolls|DailyDigestSendDigest|HealthCheckCheckHealth)\w+\.Arn>:\*$/,
    reason: 'a schedule may call any version of its one function',
  },
  {
    ending: /:identity\/\*$/,
    reason: 'which identity SES checks depends on the account; ses:FromAddress holds the sender',
  },
  { ending: /^\*$/, reason: 'ses:GetAccount, which tells the sending rate, knows no resource' },
];

const statements = resourcesOf(template, 'AWS::IAM::Policy').flatMap(([name, policy]) =>
  (policy['PolicyDocument'].Statement as Statement[]).map((statement) => [name, statement] as const),
);

const KNOWN_PARTITIONS = new Set<string>(
  [PARTITIONS, ...Object.values(INDEX_PARTITIONS)].flatMap(Object.values),
);

/** Patterns of the partition keys that the policies of these functions let them reach. */
function partitionsOf(policy: RegExp): string[] {
  const own = statements.filter(([name]) => policy.test(name));
  return own.flatMap(([, { Condition }]) =>
    [Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? []].flat(),
  );
}

describe('permissions of roles', () => {
  test.each(statements)(
    '%s names each action: a star grants what AWS invents tomorrow',
    (_name, statement) => {
      expect([statement.Action].flat().filter((action) => action.includes('*'))).toEqual([]);
    },
  );

  test.each(statements)(
    '%s names what may be touched, or its wildcard is listed with a reason',
    (_name, statement) => {
      const wild = [statement.Resource]
        .flat()
        .map(textOf)
        .filter((resource) => resource.includes('*'));
      const unlisted = wild.filter(
        (resource) => !ALLOWED_WILDCARDS.some(({ ending }) => ending.test(resource)),
      );
      expect(unlisted).toEqual([]);
    },
  );

  test('every listed wildcard is needed', () => {
    const resources = statements.flatMap(([, { Resource }]) => [Resource].flat().map(textOf));
    const idle = ALLOWED_WILDCARDS.filter(
      ({ ending }) => !resources.some((resource) => ending.test(resource)),
    );
    expect(idle).toEqual([]);
  });

  test('who may send mail may send it from our address only', () => {
    const sending = statements
      .map(([, statement]) => statement)
      .filter(({ Action }) => [Action].flat().includes('ses:SendEmail'));
    expect(sending).toHaveLength(1);
    expect(sending[0]?.Condition).toEqual({
      StringEquals: { 'ses:FromAddress': expect.stringContaining('@') },
    });
  });

  test('nobody may scan the table, delete an object or read the raw pages', () => {
    const granted = statements.flatMap(([, { Action, Resource }]) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((resource) => `${action} ${textOf(resource)}`)),
    );
    expect(
      granted.filter((grant) => /dynamodb:Scan|s3:Delete|s3:GetObject .*(pages|feeds)\//.test(grant)),
    ).toEqual([]);
  });

  test.each(
    statements.filter(([, { Action }]) => [Action].flat().some((each) => each.startsWith('dynamodb:'))),
  )('%s names the rows it speaks of, each kind by its partition key', (_name, statement) => {
    const { 'ForAllValues:StringLike': condition, ...others } = statement.Condition ?? {};
    const patterns = [condition?.['dynamodb:LeadingKeys'] ?? []].flat();
    expect(others).toEqual({});
    expect(patterns).not.toEqual([]);
    expect(patterns.filter((pattern) => !KNOWN_PARTITIONS.has(pattern))).toEqual([]);
  });

  test('who reads the web knows no reader: a hostile page must not lead to an address', () => {
    const reading = partitionsOf(/PollFeeds|IngestArticle/);
    expect(reading).not.toEqual([]);
    const ofReaders = ['subscribers', 'tokens', 'deliveries', 'digests', 'notices', 'confirmations'] as const;
    expect(ofReaders.filter((kind) => reading.includes(PARTITIONS[kind]))).toEqual([]);
  });

  test('who is called by strangers reaches tokens and subscriptions alone', () => {
    expect(partitionsOf(/Unsubscribe/).toSorted()).toEqual(
      [PARTITIONS.subscribers, PARTITIONS.tokens].toSorted(),
    );
  });

  test('who reads objects may list the bucket, or S3 would call a missing digest forbidden', () => {
    const policiesWith = (action: string) =>
      statements.filter(([, { Action }]) => [Action].flat().includes(action)).map(([name]) => name);
    expect(new Set(policiesWith('s3:ListBucket'))).toEqual(new Set(policiesWith('s3:GetObject')));
  });

  test('no role takes a policy of AWS’s own, which is wider than any of our functions needs', () => {
    const withManaged = resourcesOf(template, 'AWS::IAM::Role').filter(
      ([, role]) => role['ManagedPolicyArns'],
    );
    expect(withManaged).toEqual([]);
  });
});

describe('names', () => {
  const NAME_PROPERTIES = [
    'AlarmName',
    'BucketName',
    'FunctionName',
    'LogGroupName',
    'Name',
    'QueueName',
    'RoleName',
    'TableName',
    'TopicName',
  ];
  /** Properties of that name which refer to a resource instead of naming one. */
  const REFERRING = ['AWS::Lambda::EventSourceMapping', 'AWS::Lambda::Permission', 'AWS::Logs::MetricFilter'];

  test('are made by CloudFormation, so that two stages, and a table kept from a destroyed stack, live side by side', () => {
    const fixed = Object.entries(template.Resources)
      .filter(([, resource]) => !REFERRING.includes(resource.Type))
      .flatMap(([name, { Properties }]) =>
        NAME_PROPERTIES.filter((key) => Properties?.[key]).map((key) => `${name}.${key}`),
      );
    expect(fixed).toEqual([]);
  });
});
