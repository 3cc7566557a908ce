import type { PositionStore } from '../../pipeline/ports.ts';
import { countryPartition } from './keys.ts';
import { readReportedPosition } from './records.ts';
import type { Table } from './table.ts';

export function createPositionStore(table: Table): PositionStore {
  return {
    async listByCountry(topic, country) {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': countryPartition(topic, country) },
        ConsistentRead: true,
      });
      return rows.map(readReportedPosition);
    },
  };
}
