import type { LedgerRow } from '../../domain/ledger/ledger.ts';
import type { LedgerStore } from '../../pipeline/ports.ts';
import { type Key, ledgerCountryPrefix, ledgerPartition, ledgerRowKey, ledgerVersionKey } from './keys.ts';
import { readLedgerRow } from './records.ts';
import type { Row, Table } from './table.ts';

/**
 * The ledger, a row to a position that stands. A fold claims the country's next version after it has read the
 * positions; rows carry the version that wrote them, and a slower fold never overwrites a newer one's rows.
 */
export function createLedgerStore(table: Table): LedgerStore {
  const queryRows = (topic: string, prefix: string) =>
    table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': ledgerPartition(topic), ':prefix': prefix },
      ConsistentRead: true,
    });

  return {
    async findVersion(topic, country) {
      const row = await table.get(ledgerVersionKey(topic, country));
      return Number(row?.['version'] ?? 0);
    },

    claimVersion(topic, country, version) {
      return table.putIf(
        { ...ledgerVersionKey(topic, country), version },
        {
          ConditionExpression: 'attribute_not_exists(pk) OR version = :previous',
          ExpressionAttributeValues: { ':previous': version - 1 },
        },
      );
    },

    async saveRows(topic, country, version, rows) {
      const stored = await queryRows(topic, ledgerCountryPrefix(country));
      for (const row of rows) await putUnlessNewer(table, topic, row, version);
      const kept = new Set(rows.map((row) => ledgerRowKey(topic, country, row.rowId).sk));
      for (const row of stored.filter((old) => !kept.has(String(old['sk'])))) {
        await removeUnlessNewer(table, row, version);
      }
    },

    async removeLeftovers(topic, country, version, keep) {
      const stored = await queryRows(topic, ledgerCountryPrefix(country));
      const left = stored.filter((row) => row['foldVersion'] === version && !keep.has(String(row['rowId'])));
      for (const row of left) await removeUnlessNewer(table, row, version);
    },

    async list(topic) {
      const rows = await queryRows(topic, 'COUNTRY#');
      return rows.map(toLedgerRow);
    },
  };
}

function putUnlessNewer(table: Table, topic: string, row: LedgerRow, version: number): Promise<boolean> {
  return table.putIf(
    { ...ledgerRowKey(topic, row.country, row.rowId), ...row, foldVersion: version },
    notNewerThan(version),
  );
}

function removeUnlessNewer(table: Table, row: Row, version: number): Promise<boolean> {
  const key = { pk: row['pk'], sk: row['sk'] } as Key & Row;
  return table.deleteIf(key, notNewerThan(version));
}

function notNewerThan(version: number) {
  return {
    ConditionExpression: 'attribute_not_exists(foldVersion) OR foldVersion <= :version',
    ExpressionAttributeValues: { ':version': version },
  };
}

export function toLedgerRow(row: Row): LedgerRow {
  const { pk: _pk, sk: _sk, foldVersion: _version, ...rest } = readLedgerRow(row) as LedgerRow & Row;
  return rest as unknown as LedgerRow;
}
