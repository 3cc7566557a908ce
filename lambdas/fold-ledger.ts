import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { foldDeps } from '../src/compose/fold-ledger.ts';
import { FoldMessage } from '../src/contract/messages.ts';
import { foldCountry } from '../src/pipeline/fold-country.ts';
import { takeBatch } from './batch.ts';

/** Fold queue → the country's ledger rows. */
export function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const deps = foldDeps();
  return takeBatch(event, context, {
    schema: FoldMessage,
    log: deps.log,
    take: async ({ topic, country }) => {
      const rowCount = await foldCountry(topic, country, deps);
      deps.log.info('ledger-folded', { topic, country, rowCount });
    },
  });
}
