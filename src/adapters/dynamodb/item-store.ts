import { epochSeconds } from '../../domain/time/instant.ts';
import type { SettledItem } from '../../pipeline/outcome.ts';
import type { ItemStore } from '../../pipeline/ports.ts';
import { itemKey, todo } from './keys.ts';
import { readSettledItem } from './records.ts';
import type { Table } from './table.ts';

/** Longer than any feed lists an item, shorter than for ever. */
const KEPT_DAYS = 400;

export function createItemStore(table: Table): ItemStore {
  return {
    async listSettled(itemIds) {
      const rows = await table.batchGet([...new Set(itemIds)].map(itemKey));
      return new Set(rows.map((row) => readSettledItem(row).itemId));
    },

    async find(itemId) {
      const row = await table.get(itemKey(itemId));
      return row && readSettledItem(row);
    },

    settle(item: SettledItem) {
      return table.putIf(
        {
          ...itemKey(item.itemId),
          ...item,
          todoKey: todo.uncounted,
          todoSort: todo.sort(item.settledAt, item.itemId),
          expiresAt: epochSeconds(item.settledAt) + KEPT_DAYS * 86_400,
        },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      );
    },
  };
}
