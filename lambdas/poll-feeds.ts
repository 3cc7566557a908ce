import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { pollFeedDeps } from '../src/compose/poll-feeds.ts';
import { FeedMessage } from '../src/contract/messages.ts';
import { pollFeed } from '../src/pipeline/poll-feed.ts';
import { takeBatch } from './batch.ts';
import { receivedAt } from './received-at.ts';

/** Feed queue → new items, on the article queue. */
export function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const deps = pollFeedDeps();
  return takeBatch(event, context, {
    schema: FeedMessage,
    log: deps.log,
    take: async (message, record) => {
      const { feedId } = message;
      const polledAt = receivedAt(record);
      const outcome = await pollFeed(message, polledAt, deps);
      deps.log.info('feed-polled', { feedId, polledAt, ...outcome });
    },
  });
}
