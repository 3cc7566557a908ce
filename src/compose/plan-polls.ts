import { createDenyStore } from '../adapters/dynamodb/deny-store.ts';
import { createFeedStore } from '../adapters/dynamodb/feed-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import { createQueue } from '../adapters/sqs/queue.ts';
import type { PlanPollsDeps } from '../pipeline/plan-polls.ts';
import { configIn, environmentOf } from './environment.ts';
import { once } from './once.ts';

export const planPollsDeps = once((): PlanPollsDeps => {
  const env = environmentOf('plan-polls');
  const table = new Table(env.TABLE_NAME);
  return {
    feeds: createFeedStore(table),
    configured: configIn(env.CONFIG_DIR).feeds,
    denied: createDenyStore(table),
    queue: createQueue(env.FEED_QUEUE_URL),
    log: createLog('plan-polls'),
  };
});
