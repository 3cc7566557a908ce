import { createDeliveryStore } from '../adapters/dynamodb/delivery-store.ts';
import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import type { MailEventDeps } from '../pipeline/settle-mail-event.ts';
import { environmentOf } from './environment.ts';
import { once, type WithLog } from './once.ts';

export const mailEventDeps = once((): WithLog<MailEventDeps> => {
  const env = environmentOf('mail-events');
  const table = new Table(env.TABLE_NAME);
  return {
    deliveries: createDeliveryStore(table),
    subscribers: createSubscriberStore(table),
    log: createLog('mail-events'),
  };
});
