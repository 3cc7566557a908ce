import { createCorrectionStore } from '../adapters/dynamodb/correction-store.ts';
import { createDeliveryStore } from '../adapters/dynamodb/delivery-store.ts';
import { createDigestStore } from '../adapters/dynamodb/digest-store.ts';
import { createFeedStore } from '../adapters/dynamodb/feed-store.ts';
import { createLedgerStore } from '../adapters/dynamodb/ledger-store.ts';
import { createListingStore } from '../adapters/dynamodb/listing-store.ts';
import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createUntoldStore } from '../adapters/dynamodb/untold-store.ts';
import { createLog } from '../adapters/log.ts';
import { createArchive } from '../adapters/s3/archive.ts';
import { createQueue } from '../adapters/sqs/queue.ts';
import type { AppConfig } from '../config/load.ts';
import { digestWords } from '../domain/topics/digest-words.ts';
import type { SendDigestDeps } from '../pipeline/send-digest.ts';
import { configIn, environmentOf } from './environment.ts';
import { once } from './once.ts';

export const sendDigestDeps = once((): SendDigestDeps => {
  const env = environmentOf('send-digest');
  const table = new Table(env.TABLE_NAME);
  const config = configIn(env.CONFIG_DIR);
  return {
    config: config.digest,
    feedConfigs: config.feeds,
    topic: digestTopic(config),
    untold: createUntoldStore(table),
    listing: createListingStore(table),
    ledger: createLedgerStore(table),
    feeds: createFeedStore(table),
    digests: createDigestStore(table),
    corrections: createCorrectionStore(table),
    deliveries: createDeliveryStore(table),
    subscribers: createSubscriberStore(table),
    archive: createArchive(env.BUCKET_NAME),
    deliveryQueue: createQueue(env.DELIVERY_QUEUE_URL),
    log: createLog('send-digest'),
  };
});

function digestTopic(config: AppConfig): SendDigestDeps['topic'] {
  const pack = config.topics.find(({ topic }) => topic.id === config.digest.topic);
  if (!pack) throw new Error(`no topic ${config.digest.topic}: settings.json must name it`);
  const { id, title } = pack.topic;
  return { id, label: title, words: digestWords(pack) };
}
