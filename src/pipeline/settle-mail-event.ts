import type { DeliveryStatus, DeliveryStore, SubscriberStore } from './ports.ts';

/** What the mail service says about a mail that carried our delivery id. */
export interface MailEvent {
  readonly kind: 'delivered' | 'hard-bounce' | 'soft-bounce' | 'complaint' | 'rejected' | 'other';
  readonly deliveryId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface MailEventDeps {
  readonly deliveries: DeliveryStore;
  readonly subscribers: SubscriberStore;
}

const STATUS: Readonly<Record<MailEvent['kind'], DeliveryStatus | undefined>> = {
  delivered: 'delivered',
  'hard-bounce': 'bounced',
  'soft-bounce': undefined,
  complaint: 'complained',
  rejected: 'refused',
  other: undefined,
};

/** Settles a delivery by what became of its mail. Hard bounces and complaints suppress the subscriber at once. */
export async function settleMailEvent(event: MailEvent, deps: MailEventDeps): Promise<'settled' | 'ignored'> {
  const status = STATUS[event.kind];
  if (status === undefined) return 'ignored';
  const delivery = await deps.deliveries.findById(event.deliveryId);
  if (!delivery) return 'ignored';
  if (status === 'bounced' || status === 'complained') {
    await deps.subscribers.setStatus(delivery.subscriberId, 'suppressed', event.at);
  }
  await deps.deliveries.settle(delivery, status, event.kind);
  return 'settled';
}
