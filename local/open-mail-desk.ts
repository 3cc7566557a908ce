import { createCorrectionStore } from '../src/adapters/dynamodb/correction-store.ts';
import { createDeliveryStore } from '../src/adapters/dynamodb/delivery-store.ts';
import { createDigestStore } from '../src/adapters/dynamodb/digest-store.ts';
import { createFeedStore } from '../src/adapters/dynamodb/feed-store.ts';
import { createLedgerStore } from '../src/adapters/dynamodb/ledger-store.ts';
import { createListingStore } from '../src/adapters/dynamodb/listing-store.ts';
import { createSubscriberStore } from '../src/adapters/dynamodb/subscriber-store.ts';
import { Table } from '../src/adapters/dynamodb/table.ts';
import { createUntoldStore } from '../src/adapters/dynamodb/untold-store.ts';
import { createArchive } from '../src/adapters/s3/archive.ts';
import type { CliContext, StageOptions, StoreOptions } from '../src/cli/context.ts';
import { digestTopic } from '../src/compose/digest-topic.ts';
import { loadConfig } from '../src/config/load.ts';
import { findHouse, findTable } from './find-store.ts';

type OpenedDigests = Awaited<ReturnType<CliContext['openDigests']>>;
type OpenedSubscribers = Awaited<ReturnType<CliContext['openSubscribers']>>;

/** @throws UsageError when there is no such stage, or no local house yet */
export async function openDigests(options: StageOptions, standardConfigDir: string): Promise<OpenedDigests> {
  const { names, configDir, close } = await findHouse(options);
  try {
    const table = new Table(names.table);
    const config = loadConfig(configDir ?? standardConfigDir);
    const desk = {
      config: config.digest,
      feedConfigs: config.feeds,
      topic: digestTopic(config),
      untold: createUntoldStore(table),
      listing: createListingStore(table),
      ledger: createLedgerStore(table),
      feeds: createFeedStore(table),
      digests: createDigestStore(table),
      corrections: createCorrectionStore(table),
      deliveries: createDeliveryStore(table),
      archive: createArchive(names.bucket),
    };
    return { desk, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @throws UsageError when there is no such stage, or no local house yet */
export async function openSubscribers(options: StoreOptions): Promise<OpenedSubscribers> {
  const { table, close } = await findTable(options);
  return { subscribers: createSubscriberStore(new Table(table)), close };
}
