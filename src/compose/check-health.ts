import { SQSClient } from '@aws-sdk/client-sqs';
import { createDigestStore } from '../adapters/dynamodb/digest-store.ts';
import { createFeedStore } from '../adapters/dynamodb/feed-store.ts';
import { createListingStore } from '../adapters/dynamodb/listing-store.ts';
import { createQuestions } from '../adapters/dynamodb/questions.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createUntoldStore } from '../adapters/dynamodb/untold-store.ts';
import { createLog } from '../adapters/log.ts';
import { createMetrics } from '../adapters/metrics.ts';
import { countMessages } from '../adapters/sqs/count-messages.ts';
import type { CheckHealthDeps } from '../pipeline/check-health.ts';
import { configIn, environmentOf } from './environment.ts';
import { once } from './once.ts';

export const checkHealthDeps = once((): CheckHealthDeps => {
  const env = environmentOf('check-health');
  const table = new Table(env.TABLE_NAME);
  const sqs = new SQSClient({});
  const urls = env.DEAD_LETTER_QUEUE_URLS.split(',');
  return {
    digest: configIn(env.CONFIG_DIR).digest,
    feeds: createFeedStore(table),
    items: createUntoldStore(table),
    listing: createListingStore(table),
    digests: createDigestStore(table),
    questions: createQuestions(table),
    countDeadLetters: async () => {
      const counts = await Promise.all(urls.map((url) => countMessages(url, sqs)));
      return counts.reduce((sum, { waiting, inFlight }) => sum + waiting + inFlight, 0);
    },
    metrics: createMetrics(env.METRICS_NAMESPACE),
    log: createLog('check-health'),
  };
});
