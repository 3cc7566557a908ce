import { createQuestions } from '../adapters/dynamodb/questions.ts';
import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import { createSiteStore } from '../adapters/s3/site-store.ts';
import { createQueue } from '../adapters/sqs/queue.ts';
import type { SendDigestDeps } from '../pipeline/send-digest.ts';
import { archiveSiteOf } from './archive-site.ts';
import { digestDeskOf } from './digest-desk.ts';
import { configIn, environmentOf } from './environment.ts';
import { once } from './once.ts';

export const sendDigestDeps = once((): SendDigestDeps => {
  const env = environmentOf('send-digest');
  const table = new Table(env.TABLE_NAME);
  const config = configIn(env.CONFIG_DIR);
  const desk = digestDeskOf(config, table, env.BUCKET_NAME);
  return {
    ...desk,
    subscribers: createSubscriberStore(table),
    archiveSite: {
      ...archiveSiteOf(config, config.digest.topic),
      siteUrl: env.ARCHIVE_URL,
      questions: createQuestions(table),
      digests: desk.digests,
      archive: desk.archive,
      site: createSiteStore(env.BUCKET_NAME, config.digest.topic),
    },
    deliveryQueue: createQueue(env.DELIVERY_QUEUE_URL),
    log: createLog('send-digest'),
  };
});
