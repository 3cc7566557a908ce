import { createDenyStore } from '../adapters/dynamodb/deny-store.ts';
import { createFeedStore } from '../adapters/dynamodb/feed-store.ts';
import { createHostStore } from '../adapters/dynamodb/host-store.ts';
import { createItemStore } from '../adapters/dynamodb/item-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import { createArchive } from '../adapters/s3/archive.ts';
import { createQueue } from '../adapters/sqs/queue.ts';
import type { PollFeedDeps } from '../pipeline/poll-feed.ts';
import { configIn, environmentOf } from './environment.ts';
import { once } from './once.ts';
import { webFor } from './web.ts';

export const pollFeedDeps = once((): PollFeedDeps => {
  const env = environmentOf('poll-feeds');
  const table = new Table(env.TABLE_NAME);
  const { settings } = configIn(env.CONFIG_DIR);
  return {
    feeds: createFeedStore(table),
    hosts: createHostStore(table, settings.hostSpacingSeconds),
    items: createItemStore(table),
    denied: createDenyStore(table),
    archive: createArchive(env.BUCKET_NAME),
    web: webFor(settings.contact, env.WEB_GATEWAY),
    feedQueue: createQueue(env.FEED_QUEUE_URL),
    itemQueue: createQueue(env.ARTICLE_QUEUE_URL),
    pollEveryMinutes: settings.pollEveryMinutes,
    log: createLog('poll-feeds'),
  };
});
