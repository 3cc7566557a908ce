import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  paginateQuery,
  type QueryCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { StepError } from '../../pipeline/step-error.ts';
import type { Key } from './keys.ts';

export type Row = Record<string, unknown>;

const GET_BATCH = 100;
const WRITE_BATCH = 25;
const MAX_BATCH_TRIES = 8;

/**
 * The few calls that the stores make, over one table.
 * Batches are sent again until nothing is left unprocessed; conditions answer with a boolean.
 */
export class Table {
  readonly name: string;
  private readonly client: DynamoDBDocumentClient;

  constructor(name: string, client: DynamoDBClient = new DynamoDBClient({})) {
    this.name = name;
    this.client = DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true },
    });
  }

  async get(key: Key, options: { consistent?: boolean } = {}): Promise<Row | undefined> {
    const { Item } = await this.client.send(
      new GetCommand({ TableName: this.name, Key: key, ConsistentRead: options.consistent ?? true }),
    );
    return Item;
  }

  async batchGet(keys: readonly Key[]): Promise<Row[]> {
    const rows: Row[] = [];
    for (const some of inBatches(keys, GET_BATCH)) {
      let left: readonly Key[] = some;
      for (let tries = 0; left.length > 0; tries += 1) {
        await pauseBeforeTry(tries, 'read');
        const answer = await this.client.send(
          new BatchGetCommand({ RequestItems: { [this.name]: { Keys: [...left], ConsistentRead: true } } }),
        );
        rows.push(...(answer.Responses?.[this.name] ?? []));
        left = (answer.UnprocessedKeys?.[this.name]?.Keys ?? []) as Key[];
      }
    }
    return rows;
  }

  /** Puts and deletes in any order: only for rows whose order does not matter. Of two puts to one key the last stands. */
  async batchWrite(puts: readonly Row[], deletes: readonly Key[] = []): Promise<void> {
    // DynamoDB refuses a request that names a key twice.
    const lastOfKey = new Map(puts.map((row) => [`${String(row['pk'])}\n${String(row['sk'])}`, row]));
    const requests = [
      ...[...lastOfKey.values()].map((Item) => ({ PutRequest: { Item } })),
      ...deletes.map((Key) => ({ DeleteRequest: { Key } })),
    ];
    for (const some of inBatches(requests, WRITE_BATCH)) {
      let left = some;
      for (let tries = 0; left.length > 0; tries += 1) {
        await pauseBeforeTry(tries, 'written');
        const answer = await this.client.send(new BatchWriteCommand({ RequestItems: { [this.name]: left } }));
        left = (answer.UnprocessedItems?.[this.name] ?? []) as typeof left;
      }
    }
  }

  async put(item: Row): Promise<void> {
    await this.client.send(new PutCommand({ TableName: this.name, Item: item }));
  }

  /** @returns false when the condition did not hold */
  async putIf(item: Row, condition: Omit<PutCommandInput, 'TableName' | 'Item'>): Promise<boolean> {
    return held(this.client.send(new PutCommand({ TableName: this.name, Item: item, ...condition })));
  }

  /** @returns false when the condition did not hold */
  async update(key: Key, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<boolean> {
    return held(this.client.send(new UpdateCommand({ TableName: this.name, Key: key, ...change })));
  }

  /** @returns false when the condition did not hold */
  async deleteIf(key: Key, condition: Omit<DeleteCommandInput, 'TableName' | 'Key'>): Promise<boolean> {
    return held(this.client.send(new DeleteCommand({ TableName: this.name, Key: key, ...condition })));
  }

  async delete(key: Key): Promise<void> {
    await this.client.send(new DeleteCommand({ TableName: this.name, Key: key }));
  }

  /** All rows of one Query, following its pages. */
  async query(
    query: Omit<QueryCommandInput, 'TableName'>,
    maxRows = Number.POSITIVE_INFINITY,
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const page of paginateQuery({ client: this.client }, { TableName: this.name, ...query })) {
      rows.push(...(page.Items ?? []));
      if (rows.length >= maxRows) break;
    }
    return rows.slice(0, maxRows);
  }
}

async function held(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

async function pauseBeforeTry(tries: number, verb: string): Promise<void> {
  if (tries === 0) return;
  if (tries >= MAX_BATCH_TRIES) {
    throw new StepError('store-unavailable', `rows could not be ${verb} after ${tries} tries`, {
      retryable: true,
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** tries));
}

function inBatches<T>(all: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < all.length; start += size) batches.push(all.slice(start, start + size));
  return batches;
}
