import { createArticleStore } from '../adapters/dynamodb/article-store.ts';
import { createDenyStore } from '../adapters/dynamodb/deny-store.ts';
import { createHostStore } from '../adapters/dynamodb/host-store.ts';
import { createItemStore } from '../adapters/dynamodb/item-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import { createArchive } from '../adapters/s3/archive.ts';
import { createQueue } from '../adapters/sqs/queue.ts';
import { userAgent } from '../domain/manners/user-agent.ts';
import type { IngestDeps } from '../pipeline/ingest-deps.ts';
import { configIn, environmentOf } from './environment.ts';
import { once, type WithLog } from './once.ts';
import { proposalsFor } from './proposals.ts';
import { readingOf } from './reading.ts';
import { VERSION, webFor } from './web.ts';

export const ingestDeps = once((): WithLog<IngestDeps> => {
  const env = environmentOf('ingest-article');
  const table = new Table(env.TABLE_NAME);
  const config = configIn(env.CONFIG_DIR);
  const log = createLog('ingest-article');
  return {
    items: createItemStore(table),
    articles: createArticleStore(table),
    hosts: createHostStore(table, config.settings.hostSpacingSeconds),
    denied: createDenyStore(table),
    archive: createArchive(env.BUCKET_NAME),
    web: webFor(config.settings.contact, env.WEB_GATEWAY),
    itemQueue: createQueue(env.ARTICLE_QUEUE_URL),
    foldQueue: createQueue(env.FOLD_QUEUE_URL),
    ...readingOf(config, env.CONFIG_DIR),
    proposals: proposalsFor(config.settings.proposals, table, log),
    respectRobots: config.settings.respectRobots,
    userAgent: userAgent(VERSION, config.settings.contact),
    log,
  };
});
