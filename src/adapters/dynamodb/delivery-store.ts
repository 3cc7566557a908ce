import { epochSeconds } from '../../domain/time/instant.ts';
import type { DeliveryRef, DeliveryStatus, DeliveryStore } from '../../pipeline/ports.ts';
import { deliveryIdKey, deliveryKey, todo } from './keys.ts';
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
      await table.put({
        ...deliveryIdKey(delivery.deliveryId),
        topic: delivery.topic,
        date: delivery.date,
        subscriberId: delivery.subscriberId,
        expiresAt: epochSeconds(delivery.claimedAt) + KEPT_DAYS * 86_400,
      });
      return table.putIf(
        {
          ...deliveryKey(delivery.topic, delivery.date, delivery.subscriberId),
          ...delivery,
          todoKey: todo.claims,
          todoSort: todo.sort(delivery.claimedAt, delivery.deliveryId),
        },
        { ConditionExpression: 'attribute_not_exists(pk)' },
      );
    },

    async release(delivery) {
      await table.deleteIf(deliveryKey(delivery.topic, delivery.date, delivery.subscriberId), {
        ConditionExpression: '#status = :claimed AND deliveryId = :id',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':claimed': 'claimed', ':id': delivery.deliveryId },
      });
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
  };
}

function settle(
  table: Table,
  delivery: DeliveryRef,
  status: DeliveryStatus,
  detail: string,
): Promise<boolean> {
  const before = FOLLOWS[status].map((each, index) => [`:before${index}`, each] as const);
  return table.update(deliveryKey(delivery.topic, delivery.date, delivery.subscriberId), {
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
