import { epochSeconds } from '../../domain/time/instant.ts';
import type { Subscriber, SubscriberStore } from '../../pipeline/ports.ts';
import { SUBSCRIBERS_PARTITION, subscriberKey, todo, tokenKey } from './keys.ts';
import { readSubscriber } from './records.ts';
import type { Row, Table } from './table.ts';

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

    addUnlessKnown(subscriber) {
      return table.putIf(toRow(subscriber), { ConditionExpression: 'attribute_not_exists(pk)' });
    },

    askAgain(subscriber, seen) {
      return table.putIf(toRow({ ...subscriber, status: 'pending' }), {
        ConditionExpression: '#status = :seen',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':seen': seen },
      });
    },

    async setStatus(subscriberId, status, at) {
      await table.update(subscriberKey(subscriberId), {
        UpdateExpression: 'SET #status = :status, since = :at REMOVE todoKey, todoSort',
        ConditionExpression: 'attribute_exists(pk) AND NOT #status IN (:status, :suppressed)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ':at': at, ':suppressed': 'suppressed' },
      });
    },

    confirm(subscriberId, at) {
      return table.update(subscriberKey(subscriberId), {
        UpdateExpression: 'SET #status = :active, since = :at REMOVE todoKey, todoSort',
        ConditionExpression: '#status = :pending',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':active': 'active', ':pending': 'pending', ':at': at },
      });
    },

    async setChoice(subscriberId, { preference, notices }) {
      await table.update(subscriberKey(subscriberId), {
        UpdateExpression: 'SET preference = :preference, notices = :notices',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':preference': preference, ':notices': notices },
      });
    },

    async listUnasked() {
      const rows = await table.query({
        IndexName: 'todo',
        KeyConditionExpression: 'todoKey = :confirmations',
        ExpressionAttributeValues: { ':confirmations': todo.confirmations },
      });
      return rows.map(readSubscriber);
    },

    async markAsked({ subscriberId, since }) {
      await table.update(subscriberKey(subscriberId), {
        UpdateExpression: 'REMOVE todoKey, todoSort',
        ConditionExpression: 'since = :since',
        ExpressionAttributeValues: { ':since': since },
      });
    },

    async saveToken({ tokenHash, subscriberId, purpose, expiresAt }) {
      await table.put({
        ...tokenKey(tokenHash),
        subscriberId,
        purpose,
        validUntil: expiresAt,
        expiresAt: epochSeconds(expiresAt),
      });
    },

    async findByToken(tokenHash, purpose, now) {
      const row = await table.get(tokenKey(tokenHash));
      // Expired rows are removed within days, not at once, so the expiry is checked here too.
      if (row?.['purpose'] !== purpose || String(row['validUntil']) <= now) return undefined;
      return String(row['subscriberId']);
    },
  };
}

/** Who is pending is on the list of those to ask. */
function toRow(subscriber: Subscriber): Row {
  const toAsk = {
    todoKey: todo.confirmations,
    todoSort: todo.sort(subscriber.since, subscriber.subscriberId),
  };
  return {
    ...subscriberKey(subscriber.subscriberId),
    ...subscriber,
    ...(subscriber.status === 'pending' ? toAsk : {}),
  };
}
