import { randomBytes } from 'node:crypto';
import { createDeliveryStore } from '../adapters/dynamodb/delivery-store.ts';
import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import { createArchive } from '../adapters/s3/archive.ts';
import { createMailer } from '../adapters/ses/mailer.ts';
import type { DeliverDeps } from '../pipeline/deliver-digest.ts';
import { configIn, environmentOf } from './environment.ts';
import { once, type WithLog } from './once.ts';

export const deliverDeps = once((): WithLog<DeliverDeps> => {
  const env = environmentOf('deliver-digest');
  const table = new Table(env.TABLE_NAME);
  return {
    config: configIn(env.CONFIG_DIR).digest,
    archive: createArchive(env.BUCKET_NAME),
    deliveries: createDeliveryStore(table),
    subscribers: createSubscriberStore(table),
    mailer: createMailer({ configurationSet: env.CONFIGURATION_SET }),
    unsubscribeUrl: env.UNSUBSCRIBE_URL,
    newToken: () => randomBytes(32).toString('base64url'),
    log: createLog('deliver-digest'),
  };
});
