import { createCorrectionStore } from '../adapters/dynamodb/correction-store.ts';
import { createDeliveryStore } from '../adapters/dynamodb/delivery-store.ts';
import { createDigestStore } from '../adapters/dynamodb/digest-store.ts';
import { createFeedStore } from '../adapters/dynamodb/feed-store.ts';
import { createLedgerStore } from '../adapters/dynamodb/ledger-store.ts';
import { createListingStore } from '../adapters/dynamodb/listing-store.ts';
import { createQuestions } from '../adapters/dynamodb/questions.ts';
import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createUntoldStore } from '../adapters/dynamodb/untold-store.ts';
import { createLog } from '../adapters/log.ts';
import { createArchive } from '../adapters/s3/archive.ts';
import { createSiteStore } from '../adapters/s3/site-store.ts';
import { createQueue } from '../adapters/sqs/queue.ts';
import type { SendDigestDeps } from '../pipeline/send-digest.ts';
import { archiveSiteOf } from './archive-site.ts';
import { digestTopic } from './digest-topic.ts';
import { configIn, environmentOf } from './environment.ts';
import { once } from './once.ts';

export const sendDigestDeps = once((): SendDigestDeps => {
  const env = environmentOf('send-digest');
  const table = new Table(env.TABLE_NAME);
  const config = configIn(env.CONFIG_DIR);
  const archive = createArchive(env.BUCKET_NAME);
  const digests = createDigestStore(table);
  return {
    config: config.digest,
    feedConfigs: config.feeds,
    topic: digestTopic(config),
    untold: createUntoldStore(table),
    listing: createListingStore(table),
    ledger: createLedgerStore(table),
    feeds: createFeedStore(table),
    digests,
    corrections: createCorrectionStore(table),
    deliveries: createDeliveryStore(table),
    subscribers: createSubscriberStore(table),
    archive,
    archiveSite: {
      ...archiveSiteOf(config, config.digest.topic),
      siteUrl: env.ARCHIVE_URL,
      questions: createQuestions(table),
      digests,
      archive,
      site: createSiteStore(env.BUCKET_NAME, config.digest.topic),
    },
    deliveryQueue: createQueue(env.DELIVERY_QUEUE_URL),
    log: createLog('send-digest'),
  };
});
