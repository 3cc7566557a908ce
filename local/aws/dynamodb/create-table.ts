import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { LocalCloudError } from '../local-cloud-error.ts';
import type { DatabaseEngine } from './database-engine.ts';

/** A table as the product's contract describes it. All keys are text. */
export interface LocalTableDefinition {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Attribute with the expiry, in whole seconds since 1970. */
  readonly timeToLive?: string | undefined;
  readonly indexes: readonly {
    readonly name: string;
    readonly partitionKey: string;
    readonly sortKey: string;
    readonly projection: 'ALL' | 'KEYS_ONLY';
  }[];
}

/**
 * Creates the table, or leaves the one that is there, with its items.
 *
 * @throws LocalCloudError if the table that is there has other keys or indexes
 */
export async function putTable(
  client: DynamoDBClient,
  engine: DatabaseEngine,
  name: string,
  definition: LocalTableDefinition,
): Promise<void> {
  const wanted = toCreateTable(name, definition);
  const existing = await describeTable(client, name);
  if (existing) {
    assertSameShape(existing, wanted);
    return;
  }
  await client.send(new CreateTableCommand(wanted));
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 }, { TableName: name });
  if (definition.timeToLive !== undefined && engine === 'dynoxide') {
    // dynalite does not know the operation. Neither engine removes an expired item by itself.
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { AttributeName: definition.timeToLive, Enabled: true },
      }),
    );
  }
}

function toCreateTable(name: string, definition: LocalTableDefinition): CreateTableCommandInput {
  const keys = [definition, ...definition.indexes].flatMap(({ partitionKey, sortKey }) => [
    partitionKey,
    sortKey,
  ]);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(keys)].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
    KeySchema: keySchema(definition),
    GlobalSecondaryIndexes: definition.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: index.projection },
    })),
  };
}

function keySchema(keys: { readonly partitionKey: string; readonly sortKey: string }): KeySchemaElement[] {
  return [
    { AttributeName: keys.partitionKey, KeyType: 'HASH' },
    { AttributeName: keys.sortKey, KeyType: 'RANGE' },
  ];
}

async function describeTable(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function assertSameShape(existing: TableDescription, wanted: CreateTableCommandInput): void {
  if (shapeOf(existing) === shapeOf(wanted)) return;
  throw new LocalCloudError(
    `the local table ${existing.TableName} has other keys or indexes than this version of the program: ` +
      'remove the local state directory and start again',
  );
}

function shapeOf(table: Pick<TableDescription, 'KeySchema' | 'GlobalSecondaryIndexes'>): string {
  const indexes = (table.GlobalSecondaryIndexes ?? []).map(
    (index) => `${index.IndexName}(${keyNames(index.KeySchema)}) ${index.Projection?.ProjectionType}`,
  );
  return [keyNames(table.KeySchema), ...indexes.sort()].join(', ');
}

function keyNames(schema: readonly KeySchemaElement[] = []): string {
  return schema.map(({ AttributeName, KeyType }) => `${AttributeName}:${KeyType}`).join('/');
}
