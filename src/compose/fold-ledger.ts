import { createLedgerStore } from '../adapters/dynamodb/ledger-store.ts';
import { createNoticeStore } from '../adapters/dynamodb/notice-store.ts';
import { createPositionStore } from '../adapters/dynamodb/position-store.ts';
import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createLog } from '../adapters/log.ts';
import { createQueue } from '../adapters/sqs/queue.ts';
import type { AppConfig } from '../config/load.ts';
import { digestWords } from '../domain/topics/digest-words.ts';
import { packLedgerRules } from '../domain/topics/pack-ledger-rules.ts';
import { excerptLimitsOf, senderNoteOf } from '../pipeline/digest-settings.ts';
import type { FoldDeps } from '../pipeline/fold-country.ts';
import type { NoticeDeps } from '../pipeline/notice-changes.ts';
import type { Log } from '../pipeline/ports.ts';
import { configIn, environmentOf } from './environment.ts';
import { once, type WithLog } from './once.ts';

export interface FoldLedgerDeps extends FoldDeps {
  /** What a topic's notices need; undefined where none are sent. */
  readonly noticesOf: (topic: string) => NoticeDeps | undefined;
}

export const foldDeps = once((): WithLog<FoldLedgerDeps> => {
  const env = environmentOf('fold-ledger');
  const table = new Table(env.TABLE_NAME);
  const config = configIn(env.CONFIG_DIR);
  const log = createLog('fold-ledger');
  const notices = noticeDeps(config, table, env.DELIVERY_QUEUE_URL, log);
  return {
    positions: createPositionStore(table),
    ledger: createLedgerStore(table),
    rules: new Map(config.topics.map((pack) => [pack.topic.id, packLedgerRules(pack)])),
    noticesOf: (topic) => (topic === config.digest.topic ? notices : undefined),
    log,
  };
});

function noticeDeps(
  { digest, feeds, topics }: AppConfig,
  table: Table,
  queueUrl: string | undefined,
  log: Log,
): NoticeDeps | undefined {
  const pack = topics.find(({ topic }) => topic.id === digest.topic);
  if (!digest.immediateNotices || queueUrl === undefined || !pack) return undefined;
  return {
    notices: createNoticeStore(table),
    positions: createPositionStore(table),
    subscribers: createSubscriberStore(table),
    deliveryQueue: createQueue(queueUrl),
    settings: {
      timeZone: digest.timeZone,
      words: digestWords(pack),
      excerptLimits: excerptLimitsOf(feeds),
      senderNote: senderNoteOf(digest),
    },
    log,
  };
}
