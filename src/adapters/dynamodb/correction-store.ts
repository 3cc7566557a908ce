import type { CorrectionStore } from '../../pipeline/ports.ts';
import { correctionKey, todo } from './keys.ts';
import { readCorrection } from './records.ts';
import type { Table } from './table.ts';

export function createCorrectionStore(table: Table): CorrectionStore {
  return {
    async add(correction) {
      const { topic, correctionId, digestDate } = correction;
      await table.putIf(
        {
          ...correctionKey(topic, correctionId),
          ...correction,
          todoKey: todo.corrections(topic),
          todoSort: todo.sort(digestDate, correctionId),
        },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      );
    },

    async listUntold(topic) {
      const rows = await table.query({
        IndexName: 'todo',
        KeyConditionExpression: 'todoKey = :key',
        ExpressionAttributeValues: { ':key': todo.corrections(topic) },
      });
      return rows.map(readCorrection);
    },

    async markTold(topic, correctionIds, date) {
      for (const correctionId of correctionIds) {
        await table.update(correctionKey(topic, correctionId), {
          UpdateExpression: 'SET toldOn = if_not_exists(toldOn, :date) REMOVE todoKey, todoSort',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':date': date },
        });
      }
    },
  };
}
