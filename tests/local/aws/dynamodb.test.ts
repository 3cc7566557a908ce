import {
  ConditionalCheckFailedException,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalTableDefinition } from '../../../local/aws/dynamodb/create-table.ts';
import { findDynoxide } from '../../../local/aws/dynamodb/dynoxide.ts';
import { TABLE } from '../../../src/contract/table.ts';
import { startTestCloud, type TestCloud, temporaryDirectory } from './test-cloud.ts';

const TableName = 'caveat';
const ENGINES = findDynoxide() ? (['dynoxide', 'dynalite'] as const) : (['dynalite'] as const);

describe.each(ENGINES)('the table on %s', (database) => {
  let cloud: TestCloud;
  let table: DynamoDBDocumentClient;

  beforeAll(async () => {
    cloud = await startTestCloud({ database });
    await cloud.createTable(TableName, TABLE);
    table = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 1 }));
  });

  afterAll(async () => {
    table.destroy();
    await cloud.discard();
  });

  const put = (Item: Record<string, unknown>, more: object = {}) =>
    table.send(new PutCommand({ TableName, Item, ...more }));

  it('has the keys and indexes of the contract', async () => {
    const { Table } = await table.send(new DescribeTableCommand({ TableName }));
    expect(Table?.TableStatus).toBe('ACTIVE');
    expect(Table?.KeySchema?.map((key) => key.AttributeName)).toEqual([TABLE.partitionKey, TABLE.sortKey]);
    const indexes = (Table?.GlobalSecondaryIndexes ?? []).map((index) => ({
      name: index.IndexName,
      keys: index.KeySchema?.map((key) => key.AttributeName),
      projection: index.Projection?.ProjectionType,
    }));
    expect(indexes).toHaveLength(TABLE.indexes.length);
    for (const { name, partitionKey, sortKey, projection } of TABLE.indexes) {
      expect(indexes).toContainEqual({ name, keys: [partitionKey, sortKey], projection });
    }
  });

  it('holds an item, and finds it by an index', async () => {
    const item = {
      pk: 'ARTICLE#1',
      sk: 'ARTICLE',
      listingKey: 'TOPIC#t',
      listingSort: '2024-05-25',
      title: 'Ümlaut',
    };
    await put(item);
    const { Item } = await table.send(new GetCommand({ TableName, Key: { pk: 'ARTICLE#1', sk: 'ARTICLE' } }));
    expect(Item).toEqual(item);
    const { Items } = await table.send(
      new QueryCommand({
        TableName,
        IndexName: 'listing',
        KeyConditionExpression: 'listingKey = :topic AND begins_with(listingSort, :day)',
        ExpressionAttributeValues: { ':topic': 'TOPIC#t', ':day': '2024-05' },
      }),
    );
    expect(Items).toEqual([item]);
  });

  it('lets one of two writers through a condition', async () => {
    const once = { ConditionExpression: 'attribute_not_exists(pk)' };
    await put({ pk: 'CLAIM', sk: '1', owner: 'first' }, once);
    await expect(put({ pk: 'CLAIM', sk: '1', owner: 'second' }, once)).rejects.toThrow(
      ConditionalCheckFailedException,
    );
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName,
        Key: { pk: 'CLAIM', sk: '1' },
        UpdateExpression: 'ADD version :one',
        ConditionExpression: '#owner = :first',
        ExpressionAttributeNames: { '#owner': 'owner' },
        ExpressionAttributeValues: { ':one': 1, ':first': 'first' },
        ReturnValues: 'ALL_NEW',
      }),
    );
    expect(Attributes).toEqual({ pk: 'CLAIM', sk: '1', owner: 'first', version: 1 });
  });

  it('names the attribute with the expiry, where the engine knows of such a thing', async () => {
    const { TimeToLiveDescription } = await table.send(new DescribeTimeToLiveCommand({ TableName }));
    const named = { AttributeName: TABLE.timeToLive, TimeToLiveStatus: 'ENABLED' };
    expect(TimeToLiveDescription).toMatchObject(
      database === 'dynoxide' ? named : { TimeToLiveStatus: 'DISABLED' },
    );
  });

  it('keeps its items when it is created again, and when the cloud is started again', async () => {
    const dir = temporaryDirectory();
    const first = await startTestCloud({ dir, database });
    await first.createTable(TableName, TABLE);
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    await client.send(new PutCommand({ TableName, Item: { pk: 'kept', sk: 'item' } }));
    await first.createTable(TableName, TABLE);
    await first.close();
    client.destroy();

    const second = await startTestCloud({ dir, database: undefined });
    expect(second.database).toBe(database);
    await second.createTable(TableName, TABLE);
    const later = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const { Item } = await later.send(new GetCommand({ TableName, Key: { pk: 'kept', sk: 'item' } }));
    expect(Item).toEqual({ pk: 'kept', sk: 'item' });
    later.destroy();
    await second.discard();
  });

  it.each<{ name: string; changed: Partial<LocalTableDefinition> }>([
    { name: 'another key', changed: { sortKey: 'other' } },
    { name: 'an index less', changed: { indexes: TABLE.indexes.slice(1) } },
    {
      name: 'another projection',
      changed: { indexes: TABLE.indexes.map((i) => ({ ...i, projection: 'KEYS_ONLY' })) },
    },
  ])('is not taken for one with $name', async ({ changed }) => {
    const create = cloud.createTable(TableName, { ...TABLE, ...changed });
    await expect(create).rejects.toThrow(/other keys or indexes.*remove the local state directory/);
  });
});
