import { epochSeconds } from '../../domain/time/instant.ts';
import type { SubscriberStore } from '../../pipeline/ports.ts';
import { SUBSCRIBERS_PARTITION, subscriberKey, tokenKey } from './keys.ts';
import { readSubscriber } from './records.ts';
import type { Table } from './table.ts';

export function createSubscriberStore(table: Table): SubscriberStore {
  return {
    async list() {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': SUBSCRIBERS_PARTITION },
        ConsistentRead: true,
      });
      return rows.map(readSubscriber);
    },

    async find(subscriberId) {
      const row = await table.get(subscriberKey(subscriberId));
      return row && readSubscriber(row);
    },

    async addUnlessKnown(subscriber) {
      await table.putIf(
        { ...subscriberKey(subscriber.subscriberId), ...subscriber },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      );
    },

    async setStatus(subscriberId, status, at) {
      await table.update(subscriberKey(subscriberId), {
        UpdateExpression: 'SET #status = :status, since = :at',
        ConditionExpression: 'attribute_exists(pk) AND #status <> :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ':at': at },
      });
    },

    async saveToken(tokenHash, subscriberId, expiresAt) {
      await table.put({
        ...tokenKey(tokenHash),
        subscriberId,
        validUntil: expiresAt,
        expiresAt: epochSeconds(expiresAt),
      });
    },

    async findByToken(tokenHash, now) {
      const row = await table.get(tokenKey(tokenHash));
      // Expired rows are removed within days, not at once, so the expiry is checked here too.
      if (!row || String(row['validUntil']) <= now) return undefined;
      return String(row['subscriberId']);
    },
  };
}
