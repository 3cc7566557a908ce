import { z } from 'zod';
import { DENY_KINDS, type DenyEntry } from '../../domain/deny/denied.ts';
import type { DenyStore } from '../../pipeline/operation-ports.ts';
import { DENY_PARTITION, denyKey } from './keys.ts';
import type { Table } from './table.ts';

const DenyRecord = z.object({
  kind: z.enum(DENY_KINDS),
  value: z.string(),
  because: z.string(),
  by: z.string(),
  at: z.string(),
});

export function createDenyStore(table: Table): DenyStore {
  return {
    async list() {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': DENY_PARTITION },
        ConsistentRead: true,
      });
      return rows.map((row): DenyEntry => DenyRecord.parse(row));
    },

    async add(entry) {
      await table.put({ ...denyKey(entry.kind, entry.value), ...entry });
    },

    remove(kind, value) {
      return table.deleteIf(denyKey(kind, value), { ConditionExpression: 'attribute_exists(pk)' });
    },
  };
}
