import type { DigestStore } from '../../pipeline/ports.ts';
import { digestKey, digestsPartition, storyKey, todo } from './keys.ts';
import { readDigest } from './records.ts';
import type { Table } from './table.ts';

export function createDigestStore(table: Table): DigestStore {
  return {
    async find(topic, date) {
      const row = await table.get(digestKey(topic, date));
      return row && readDigest(row);
    },

    async findPrevious(topic, date) {
      const rows = await table.query(
        {
          KeyConditionExpression: 'pk = :pk AND sk < :date',
          FilterExpression: 'attribute_exists(subject)',
          ExpressionAttributeValues: { ':pk': digestsPartition(topic), ':date': date },
          ScanIndexForward: false,
          ConsistentRead: true,
        },
        1,
      );
      return rows[0] && readDigest(rows[0]);
    },

    async saveStories(topic, date, stories) {
      await table.batchWrite(
        stories.map((story) => ({ ...storyKey(topic, date, story.rank, story.storyId), ...story, date })),
      );
    },

    async save(digest) {
      await table.put({ ...digestKey(digest.topic, digest.date), ...digest });
    },

    requestResend(topic, date) {
      return table.update(digestKey(topic, date), {
        UpdateExpression: 'SET todoKey = :resends, todoSort = :sort',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':resends': todo.resends, ':sort': todo.sort(topic, date) },
      });
    },

    async listResends() {
      const rows = await table.query({
        IndexName: 'todo',
        KeyConditionExpression: 'todoKey = :resends',
        ExpressionAttributeValues: { ':resends': todo.resends },
      });
      return rows.map(readDigest);
    },

    async clearResend(topic, date) {
      await table.update(digestKey(topic, date), {
        UpdateExpression: 'REMOVE todoKey, todoSort',
        ConditionExpression: 'attribute_exists(pk)',
      });
    },
  };
}
