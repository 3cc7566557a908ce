import { describe, expect, test } from 'vitest';
import { ARCHIVE_PREFIXES } from '../../src/contract/archive.ts';
import { TABLE } from '../../src/contract/table.ts';
import { SIZES } from '../../tools/cost/sizes.ts';
import { resourcesOf, synthesize } from './synthesize.ts';

const template = synthesize();

describe('table', () => {
  const [[name, table] = ['', {}]] = resourcesOf(template, 'AWS::DynamoDB::GlobalTable');

  test('has the keys and indexes of the contract, which the local servers create too', () => {
    expect(table['KeySchema']).toEqual(keySchema(TABLE));
    const indexes = table['GlobalSecondaryIndexes'].map((index: Record<string, unknown>) => ({
      name: index['IndexName'],
      keys: index['KeySchema'],
      projection: index['Projection'],
    }));
    expect(indexes).toEqual(
      TABLE.indexes.map((index) => ({
        name: index.name,
        keys: keySchema(index),
        projection: { ProjectionType: index.projection },
      })),
    );
  });

  test('forgets rows at the attribute that the stores write', () => {
    expect(table['TimeToLiveSpecification']).toEqual({ AttributeName: TABLE.timeToLive, Enabled: true });
  });

  test('can be brought back to any second, and is not deleted by mistake or with the stack', () => {
    expect(table['Replicas']).toEqual([
      expect.objectContaining({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    ]);
    expect(template.Resources[name]).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('is paid by the request: a quiet night costs nothing', () => {
    expect(table['BillingMode']).toBe('PAY_PER_REQUEST');
  });

  test('is encrypted by a key whose use AWS logs', () => {
    expect(table['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
  });
});

describe('bucket', () => {
  const [[name, bucket] = ['', {}]] = resourcesOf(template, 'AWS::S3::Bucket');

  test('is private, whatever a policy or a list of rights would say', () => {
    expect(bucket['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket['OwnershipControls']).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] });
  });

  test('is encrypted and refuses whoever comes without TLS', () => {
    expect(JSON.stringify(bucket['BucketEncryption'])).toContain('AES256');
    const statements = resourcesOf(template, 'AWS::S3::BucketPolicy').flatMap(
      ([, p]) => p['PolicyDocument'].Statement,
    );
    expect(statements).toEqual([
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ]);
  });

  test('keeps what was overwritten for a while, and stays when the stack goes: it is the evidence', () => {
    expect(bucket['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    expect(template.Resources[name]).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('forgets what was only raw material, and nothing that readers cite', () => {
    const rules = bucket['LifecycleConfiguration'].Rules as { Prefix?: string; ExpirationInDays?: number }[];
    const expiring = rules.filter((rule) => rule.ExpirationInDays !== undefined).map((rule) => rule.Prefix);
    expect(expiring.map(String).toSorted()).toEqual(['feeds/', 'pages/']);
    const days = rules.flatMap((rule) => rule.ExpirationInDays ?? []);
    expect(new Set(days)).toEqual(new Set([SIZES.rawKeptDays]));
    expect(ARCHIVE_PREFIXES).toEqual(expect.arrayContaining(expiring));
    expect(rules).toContainEqual(
      expect.objectContaining({
        Status: 'Enabled',
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      }),
    );
  });
});

function keySchema({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
}
