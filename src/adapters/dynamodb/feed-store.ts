import type { FeedState, FeedStore } from '../../pipeline/ports.ts';
import { FEED_CONFIG_KEY, FEED_PREFIX, FEEDS_PARTITION, feedKey, todo } from './keys.ts';
import { readFeedState } from './records.ts';
import type { Row, Table } from './table.ts';

export function createFeedStore(table: Table): FeedStore {
  return {
    async find(feedId) {
      const row = await table.get(feedKey(feedId));
      return row && readFeedState(row);
    },

    async list() {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': FEEDS_PARTITION, ':prefix': FEED_PREFIX },
      });
      return rows.map(readFeedState);
    },

    async listDue(now) {
      const rows = await table.query({
        IndexName: 'todo',
        KeyConditionExpression: 'todoKey = :due AND todoSort <= :now',
        ExpressionAttributeValues: { ':due': todo.feedsDue, ':now': `${now}$` },
      });
      return rows.map((row) => ({ feedId: String(row['feedId']) }));
    },

    async save(feed) {
      await table.put(feedRow(feed));
    },

    async savePolled(feed, askedUrl) {
      await table.putIf(feedRow(feed), {
        ConditionExpression: '#url = :url',
        ExpressionAttributeNames: { '#url': 'url' },
        ExpressionAttributeValues: { ':url': askedUrl },
      });
    },

    async remove(feedId) {
      await table.delete(feedKey(feedId));
    },

    async findConfigHash() {
      const row = await table.get(FEED_CONFIG_KEY);
      return row && String(row['hash']);
    },

    async saveConfigHash(hash) {
      await table.put({ ...FEED_CONFIG_KEY, hash });
    },
  };
}

/** A feed that is gone is never due. */
function feedRow(feed: FeedState): Row {
  const due =
    feed.state === 'gone'
      ? {}
      : { todoKey: todo.feedsDue, todoSort: todo.sort(feed.nextPollAt, feed.feedId) };
  return { ...feedKey(feed.feedId), ...feed, ...due };
}
