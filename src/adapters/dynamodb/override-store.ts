import { z } from 'zod';
import type { Override } from '../../domain/corrections/override.ts';
import { RELEVANCES } from '../../domain/understanding.ts';
import type { OverrideStore } from '../../pipeline/operation-ports.ts';
import { articleOverrideKey, articlePartition, OVERRIDE_PREFIX } from './keys.ts';
import type { Table } from './table.ts';

const OverrideRecord = z.object({
  articleId: z.string(),
  topic: z.string(),
  relevance: z.enum(RELEVANCES).optional(),
  without: z.array(z.string()),
  because: z.string(),
  by: z.string(),
  at: z.string(),
});

/** Overrides lie with their article, outside of what a rewriting of the article takes away. */
export function createOverrideStore(table: Table): OverrideStore {
  return {
    async listOf(articleId) {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': articlePartition(articleId), ':prefix': OVERRIDE_PREFIX },
        ConsistentRead: true,
      });
      return rows.map((row): Override => OverrideRecord.parse(row));
    },

    async save(override) {
      await table.put({ ...articleOverrideKey(override.articleId, override.topic), ...override });
    },
  };
}
