import { Table } from '../../src/adapters/dynamodb/table.ts';
import { TABLE } from '../../src/contract/table.ts';
import { startTestCloud, type TestCloud } from '../local/aws/test-cloud.ts';

/**
 * A store of each kind: what holds for the double in memory, which the steps' tests use, must hold for the table. Each call of a
 * maker gives a new and empty one.
 */
export function storeMakers<S>(inMemory: () => S, overTable: (table: Table) => S) {
  let cloud: TestCloud | undefined;
  let count = 0;
  return {
    kinds: [
      { kind: 'in memory', make: async () => inMemory() },
      {
        kind: 'in DynamoDB',
        make: async () => {
          cloud ??= await startTestCloud();
          const name = `table-${count++}`;
          await cloud.createTable(name, TABLE);
          return overTable(new Table(name));
        },
      },
    ],
    discard: async () => cloud?.discard(),
  };
}
