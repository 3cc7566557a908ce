import { z } from 'zod';
import type { AuditEntry, AuditLog } from '../../pipeline/operation-ports.ts';
import { AUDIT_PARTITION, auditKey } from './keys.ts';
import type { Table } from './table.ts';

const AuditRecord = z.object({
  at: z.string(),
  by: z.string(),
  act: z.string(),
  details: z.record(z.string(), z.unknown()),
});

export function createAuditLog(table: Table): AuditLog {
  return {
    async record(entry) {
      await table.put({ ...auditKey(entry.at, entry.act), ...entry });
    },

    async list() {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': AUDIT_PARTITION },
        ScanIndexForward: false,
      });
      return rows.map((row): AuditEntry => AuditRecord.parse(row));
    },
  };
}
