import type { RecentItems } from '../../pipeline/operation-ports.ts';
import type { UntoldStore } from '../../pipeline/ports.ts';
import { articleTopicKey, itemKey, todo } from './keys.ts';
import { readListedArticle, readSettledItem } from './records.ts';
import type { Table } from './table.ts';

export function createUntoldStore(table: Table): UntoldStore & RecentItems {
  const ofKey = (key: string) => ({
    IndexName: 'todo',
    KeyConditionExpression: 'todoKey = :key',
    ExpressionAttributeValues: { ':key': key },
  });
  const listTodo = (key: string) => table.query(ofKey(key));

  return {
    async listArticles(topic) {
      return (await listTodo(todo.untold(topic))).map(readListedArticle);
    },

    async listItems() {
      return (await listTodo(todo.uncounted)).map(readSettledItem);
    },

    async listNewestItems(count) {
      const newestFirst = { ...ofKey(todo.uncounted), ScanIndexForward: false, Limit: count };
      return (await table.query(newestFirst, count)).map(readSettledItem);
    },

    async markArticlesTold(topic, articleIds, date) {
      for (const articleId of articleIds) {
        await table.update(articleTopicKey(articleId, topic), {
          UpdateExpression: 'SET toldOn = if_not_exists(toldOn, :date) REMOVE todoKey, todoSort',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':date': date },
        });
      }
    },

    async markItemsTold(itemIds) {
      for (const itemId of itemIds) {
        await table.update(itemKey(itemId), {
          UpdateExpression: 'REMOVE todoKey, todoSort',
          ConditionExpression: 'attribute_exists(pk)',
        });
      }
    },
  };
}
