import { createLedgerStore } from '../adapters/dynamodb/ledger-store.ts';
import { createPositionStore } from '../adapters/dynamodb/position-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import { packLedgerRules } from '../domain/topics/pack-ledger-rules.ts';
import type { FoldDeps } from '../pipeline/fold-country.ts';
import { configIn, environmentOf } from './environment.ts';
import { once, type WithLog } from './once.ts';

export const foldDeps = once((): WithLog<FoldDeps> => {
  const env = environmentOf('fold-ledger');
  const table = new Table(env.TABLE_NAME);
  return {
    positions: createPositionStore(table),
    ledger: createLedgerStore(table),
    rules: new Map(configIn(env.CONFIG_DIR).topics.map((pack) => [pack.topic.id, packLedgerRules(pack)])),
    log: createLog('fold-ledger'),
  };
});
