import { epochSeconds } from '../../domain/time/instant.ts';
import type { DeliveryRef, DeliveryStatus, DeliveryStore } from '../../pipeline/ports.ts';
import { deliveryIdKey, deliveryKey, deliveryPrefix, digestsPartition, todo } from './keys.ts';
import { readDelivery, readDeliveryRef } from './records.ts';
import type { Table } from './table.ts';

const KEPT_DAYS = 400;

/**
 * What each status may follow. The mail service's reports come in any order: one that a mail arrived must not cover up
 * that it bounced later or that its reader complained.
 */
const FOLLOWS: Readonly<Record<DeliveryStatus, readonly DeliveryStatus[]>> = {
  claimed: [],
  sent: ['claimed', 'unknown'],
  unknown: ['claimed', 'unknown'],
  refused: ['claimed', 'unknown', 'sent'],
  delivered: ['claimed', 'unknown', 'sent', 'delivered'],
  bounced: ['claimed', 'unknown', 'sent', 'delivered', 'bounced'],
  complained: ['claimed', 'unknown', 'sent', 'delivered', 'bounced', 'complained'],
};

export function createDeliveryStore(table: Table): DeliveryStore {
  return {
    async claim(delivery) {
      const { status: _status, claimedAt, ...ref } = delivery;
      await table.put({
        ...deliveryIdKey(delivery.deliveryId),
        ...ref,
        expiresAt: epochSeconds(claimedAt) + KEPT_DAYS * 86_400,
      });
      return table.putIf(
        {
          ...deliveryKey(delivery),
          ...delivery,
          todoKey: todo.claims,
          todoSort: todo.sort(delivery.claimedAt, delivery.deliveryId),
        },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      );
    },

    async release(delivery) {
      await removeWhile(table, delivery, 'claimed');
    },

    async settle(delivery, status, detail) {
      await settle(table, delivery, status, detail);
    },

    async findById(deliveryId) {
      const row = await table.get(deliveryIdKey(deliveryId));
      return row && readDeliveryRef({ ...row, deliveryId });
    },

    async listUnresolved(claimedBefore) {
      const rows = await table.query({
        IndexName: 'todo',
        KeyConditionExpression: 'todoKey = :claims AND todoSort < :before',
        ExpressionAttributeValues: { ':claims': todo.claims, ':before': claimedBefore },
      });
      return rows.map(readDelivery);
    },

    async listOfDigest(topic, date) {
      const rows = await table.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': digestsPartition(topic), ':prefix': deliveryPrefix(date) },
        ConsistentRead: true,
      });
      return rows.map(readDelivery);
    },

    reopen(delivery, status) {
      return removeWhile(table, delivery, status);
    },
  };
}

function removeWhile(table: Table, delivery: DeliveryRef, status: DeliveryStatus): Promise<boolean> {
  return table.deleteIf(deliveryKey(delivery), {
    ConditionExpression: '#status = :status AND deliveryId = :id',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':status': status, ':id': delivery.deliveryId },
  });
}

function settle(
  table: Table,
  delivery: DeliveryRef,
  status: DeliveryStatus,
  detail: string,
): Promise<boolean> {
  const before = FOLLOWS[status].map((each, index) => [`:before${index}`, each] as const);
  return table.update(deliveryKey(delivery), {
    UpdateExpression: 'SET #status = :status, detail = :detail REMOVE todoKey, todoSort',
    ConditionExpression: `deliveryId = :id AND #status IN (${before.map(([name]) => name).join(', ')})`,
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':status': status,
      ':detail': detail,
      ':id': delivery.deliveryId,
      ...Object.fromEntries(before),
    },
  });
}
