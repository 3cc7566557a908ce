import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { foldDeps } from '../src/compose/fold-ledger.ts';
import { FoldMessage } from '../src/contract/messages.ts';
import { foldCountry } from '../src/pipeline/fold-country.ts';
import { noticeChanges } from '../src/pipeline/notice-changes.ts';
import { takeBatch } from './batch.ts';
import { receivedAt } from './received-at.ts';

/** Fold queue → the country's ledger rows, and a mail at once about those that say something new, where configured. */
export function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const deps = foldDeps();
  return takeBatch(event, context, {
    schema: FoldMessage,
    log: deps.log,
    take: async ({ topic, country }, record) => {
      const rows = await foldCountry(topic, country, deps);
      deps.log.info('ledger-folded', { topic, country, rowCount: rows.length });
      const notices = deps.noticesOf(topic);
      if (notices) await noticeChanges(topic, rows, receivedAt(record), notices);
    },
  });
}
