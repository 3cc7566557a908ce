import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { ingestDeps } from '../src/compose/ingest-article.ts';
import { ItemMessage } from '../src/contract/messages.ts';
import { QUEUES } from '../src/contract/queues.ts';
import { type IngestResult, ingestItem } from '../src/pipeline/ingest-item.ts';
import { takeBatch } from './batch.ts';
import { receiveCount, receivedAt } from './received-at.ts';

/** Article queue → one recorded outcome an item. */
export function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const deps = ingestDeps();
  return takeBatch(event, context, {
    schema: ItemMessage,
    log: deps.log,
    take: async (message, record) => {
      const receipt = {
        receivedAt: receivedAt(record),
        isLast: receiveCount(record) >= QUEUES.article.maxReceiveCount,
      };
      const result = await ingestItem(message, receipt, deps);
      deps.log.info('item-taken', { ...originOf(message), ...fateOf(result) });
    },
  });
}

/** Which poll of which feed brought the item: the same two fields stand in that poll's line. */
function originOf({ itemId, feedId, firstSeenAt }: ItemMessage) {
  return { itemId, feedId, polledAt: firstSeenAt };
}

function fateOf(result: IngestResult) {
  if (result.kind === 'postponed') return { result: result.kind };
  const { outcome, reason, articleId } = result.item;
  return { result: result.kind, outcome, reason, articleId };
}
