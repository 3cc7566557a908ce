import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import type { SubscriberStore } from '../pipeline/ports.ts';
import { environmentOf } from './environment.ts';
import { once } from './once.ts';

export const unsubscribeDeps = once((): { readonly subscribers: SubscriberStore } => {
  const env = environmentOf('unsubscribe');
  return { subscribers: createSubscriberStore(new Table(env.TABLE_NAME)) };
});
