import { randomBytes } from 'node:crypto';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createDeliveryStore } from '../adapters/dynamodb/delivery-store.ts';
import { createNoticeStore } from '../adapters/dynamodb/notice-store.ts';
import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import { createArchive } from '../adapters/s3/archive.ts';
import { createMailer } from '../adapters/ses/mailer.ts';
import { createPacedMailer } from '../adapters/ses/paced-mailer.ts';
import { createSendingRate } from '../adapters/ses/sending-rate.ts';
import { QUEUE_CONCURRENCY } from '../contract/queues.ts';
import type { DeliverDeps } from '../pipeline/deliver-digest.ts';
import { senderNoteOf } from '../pipeline/digest-settings.ts';
import { configIn, environmentOf } from './environment.ts';
import { once, type WithLog } from './once.ts';

export const deliverDeps = once((): WithLog<DeliverDeps> => {
  const env = environmentOf('deliver-digest');
  const table = new Table(env.TABLE_NAME);
  const { digest, topics } = configIn(env.CONFIG_DIR);
  const log = createLog('deliver-digest');
  // The SDK must not retry by itself: a retry after a lost answer could mail twice.
  const client = new SESv2Client({ maxAttempts: 1 });
  return {
    settings: {
      sender: digest.sender,
      senderName: digest.senderName,
      subscriptionUrl: env.UNSUBSCRIBE_URL,
    },
    topicLabel: topics.find(({ topic }) => topic.id === digest.topic)?.topic.title ?? digest.topic,
    senderNote: senderNoteOf(digest),
    archive: createArchive(env.BUCKET_NAME),
    notices: createNoticeStore(table),
    deliveries: createDeliveryStore(table),
    subscribers: createSubscriberStore(table),
    mailer: createPacedMailer(
      createMailer({ configurationSet: env.CONFIGURATION_SET }, client),
      createSendingRate(client, log),
      { senders: QUEUE_CONCURRENCY },
    ),
    newToken: () => randomBytes(32).toString('base64url'),
    log,
  };
});
