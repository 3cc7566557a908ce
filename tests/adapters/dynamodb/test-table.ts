import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { findDynoxide } from '../../../local/aws/dynamodb/dynoxide.ts';
import { type Row, Table } from '../../../src/adapters/dynamodb/table.ts';
import { TABLE } from '../../../src/contract/table.ts';
import { startTestCloud } from '../../local/aws/test-cloud.ts';

export const ENGINES = findDynoxide() ? (['dynoxide', 'dynalite'] as const) : (['dynalite'] as const);

/** What a call asked and what came back, as far as tests of cost look. */
export interface RecordedCall {
  readonly command: string;
  readonly count: number;
  readonly scannedCount: number;
}

export interface TestTable {
  readonly table: Table;
  /** Calls since the last `forget`. */
  readonly calls: readonly RecordedCall[];
  forget(): void;
  /** From now on, calls up to this many succeed; the next fails as a killed function would. */
  dieAfter(calls: number): void;
  /** Every row, sorted by its key. */
  dump(): Promise<Row[]>;
  discard(): Promise<void>;
}

export class Killed extends Error {
  override readonly name = 'Killed';
}

/** A new table on a real engine, whose calls are recorded and can be made to stop at any one of them. */
export async function startTestTable(database: (typeof ENGINES)[number]): Promise<TestTable> {
  const cloud = await startTestCloud({ database });
  await cloud.createTable('caveat', TABLE);
  const calls: RecordedCall[] = [];
  let left = Number.POSITIVE_INFINITY;
  const client = new DynamoDBClient({ maxAttempts: 1 });
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (left <= 0) throw new Killed(`${context.commandName} was never sent`);
      left -= 1;
      const answer = await next(args);
      const output = answer.output as { Count?: number; ScannedCount?: number };
      calls.push({
        command: String(context.commandName),
        count: output.Count ?? 0,
        scannedCount: output.ScannedCount ?? 0,
      });
      return answer;
    },
    { step: 'initialize', name: 'recordCalls' },
  );
  const reader = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 1 }));
  return {
    table: new Table('caveat', client),
    calls,
    forget: () => {
      calls.length = 0;
    },
    dieAfter: (count) => {
      left = count;
    },
    dump: () => dumpRows(reader),
    discard: async () => {
      client.destroy();
      reader.destroy();
      await cloud.discard();
    },
  };
}

async function dumpRows(reader: DynamoDBDocumentClient): Promise<Row[]> {
  const { Items = [], LastEvaluatedKey } = await reader.send(
    new ScanCommand({ TableName: 'caveat', ConsistentRead: true }),
  );
  if (LastEvaluatedKey) throw new Error('the test table has grown beyond one page of a scan');
  const keyOf = (row: Row) => `${String(row['pk'])}\n${String(row['sk'])}`;
  return Items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
