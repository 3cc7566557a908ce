import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ArchivePrefix } from '../src/contract/archive.ts';
import { INDEX_PARTITIONS, PARTITIONS, type RowKind } from '../src/contract/partitions.ts';
import { TABLE } from '../src/contract/table.ts';
import { acknowledge, acknowledgeWildcard, logicalIdOf } from './acknowledge.ts';

/** Archived pages and feeds are kept for replays; digests and texts are what readers cite, and stay. */
const RAW_KEPT_DAYS = 90;
const REPLACED_KEPT_DAYS = 30;

export type RowAction =
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'UpdateItem';

/** What becomes of the data when the stack is destroyed. */
export type DataFate = 'keep' | 'discard';

/** The table and the bucket. Both outlive the stack unless it was deployed to discard them. */
export class Storage extends Construct {
  readonly table: TableV2;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { dataFate }: { readonly dataFate: DataFate }) {
    super(scope, id);
    this.table = createTable(this, dataFate);
    this.bucket = createBucket(this, dataFate);
    acknowledge(
      this.bucket,
      'S1',
      'Nobody but the functions reads or writes the bucket, and each of its objects is named in the table. ' +
        'A bucket of access logs would be a second one to guard; CloudTrail data events serve whoever must audit.',
    );
  }

  /**
   * Lets a function do these things to rows of these kinds, and to no others: whoever takes over the function that reads
   * hostile pages must not come upon the readers' addresses.
   */
  allowRows(grantee: IGrantable, rights: Readonly<Partial<Record<RowKind, readonly RowAction[]>>>): void {
    const kinds = Object.keys(rights) as RowKind[];
    const kindsOf = (action: RowAction) => kinds.filter((kind) => rights[kind]?.includes(action));
    const actions = [...new Set(Object.values(rights).flat())];
    const alike = Object.groupBy(actions, (action) => kindsOf(action).join(' '));
    for (const group of Object.values(alike)) {
      const [first] = group ?? [];
      if (first === undefined) continue;
      this.allowPartitions(grantee, {
        actions: (group ?? []).map((action) => `dynamodb:${action}`),
        resource: this.table.tableArn,
        partitions: kindsOf(first).map((kind) => PARTITIONS[kind]),
      });
    }
  }

  /** Lets a function query rows of these kinds. There is no way here to allow a scan. */
  allowQueries(grantee: IGrantable, ...kinds: readonly RowKind[]): void {
    this.allowPartitions(grantee, {
      actions: ['dynamodb:Query'],
      resource: this.table.tableArn,
      partitions: kinds.map((kind) => PARTITIONS[kind]),
    });
  }

  /** Lets a function query these parts of an index. */
  allowIndexQueries<I extends keyof typeof INDEX_PARTITIONS>(
    grantee: IGrantable,
    index: I,
    ...parts: readonly (keyof (typeof INDEX_PARTITIONS)[I])[]
  ): void {
    this.allowPartitions(grantee, {
      actions: ['dynamodb:Query'],
      resource: `${this.table.tableArn}/index/${index}`,
      partitions: parts.map((part) => String(INDEX_PARTITIONS[index][part])),
    });
  }

  allowWriting(grantee: IGrantable, ...prefixes: readonly ArchivePrefix[]): void {
    this.allowObjects(grantee, 's3:PutObject', prefixes);
  }

  /** Without the right to list the bucket, S3 answers that an object is forbidden where it should say that there is none. */
  allowReading(grantee: IGrantable, ...prefixes: readonly ArchivePrefix[]): void {
    this.allowObjects(grantee, 's3:GetObject', prefixes);
    allow(grantee, ['s3:ListBucket'], [this.bucket.bucketArn]);
  }

  /** @see Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control" */
  private allowPartitions(
    grantee: IGrantable,
    { actions, resource, partitions }: { actions: string[]; resource: string; partitions: string[] },
  ): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions,
        resources: [resource],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
      }),
    );
  }

  private allowObjects(grantee: IGrantable, action: string, prefixes: readonly ArchivePrefix[]): void {
    const bucket = logicalIdOf(this.bucket);
    for (const prefix of prefixes) {
      allow(grantee, [action], [this.bucket.arnForObjects(`${prefix}*`)]);
      acknowledgeWildcard(
        grantee,
        `<${bucket}.Arn>/${prefix}*`,
        'Keys hold dates and hashes that nobody knows when the role is made; the prefix is as narrow as it can be.',
      );
    }
  }
}

const REMOVAL: Readonly<Record<DataFate, RemovalPolicy>> = {
  keep: RemovalPolicy.RETAIN,
  discard: RemovalPolicy.DESTROY,
};

function createTable(scope: Construct, dataFate: DataFate): TableV2 {
  return new TableV2(scope, 'Table', {
    partitionKey: { name: TABLE.partitionKey, type: AttributeType.STRING },
    sortKey: { name: TABLE.sortKey, type: AttributeType.STRING },
    timeToLiveAttribute: TABLE.timeToLive,
    globalSecondaryIndexes: TABLE.indexes.map((index) => ({
      indexName: index.name,
      partitionKey: { name: index.partitionKey, type: AttributeType.STRING },
      sortKey: { name: index.sortKey, type: AttributeType.STRING },
      projectionType: ProjectionType[index.projection],
    })),
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: dataFate === 'keep',
    removalPolicy: REMOVAL[dataFate],
  });
}

function createBucket(scope: Construct, dataFate: DataFate): Bucket {
  return new Bucket(scope, 'Bucket', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    versioned: true,
    removalPolicy: REMOVAL[dataFate],
    // AWS deletes no bucket that holds anything, so a function of the library's own empties it first.
    autoDeleteObjects: dataFate === 'discard',
    lifecycleRules: [
      expireRaw('feeds/'),
      expireRaw('pages/'),
      {
        noncurrentVersionExpiration: Duration.days(REPLACED_KEPT_DAYS),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
}

function expireRaw(prefix: ArchivePrefix) {
  return { prefix, expiration: Duration.days(RAW_KEPT_DAYS) };
}

function allow(grantee: IGrantable, actions: string[], resources: string[]): void {
  grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
}
