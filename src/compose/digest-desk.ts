import { createCorrectionStore } from '../adapters/dynamodb/correction-store.ts';
import { createDeliveryStore } from '../adapters/dynamodb/delivery-store.ts';
import { createDigestStore } from '../adapters/dynamodb/digest-store.ts';
import { createFeedStore } from '../adapters/dynamodb/feed-store.ts';
import { createLedgerStore } from '../adapters/dynamodb/ledger-store.ts';
import { createListingStore } from '../adapters/dynamodb/listing-store.ts';
import type { Table } from '../adapters/dynamodb/table.ts';
import { createUntoldStore } from '../adapters/dynamodb/untold-store.ts';
import { createArchive } from '../adapters/s3/archive.ts';
import type { AppConfig } from '../config/load.ts';
import { digestTopic } from './digest-topic.ts';

/** What compiling a digest needs, for the function that sends it and for a person who looks at one. */
export function digestDeskOf(config: AppConfig, table: Table, bucket: string) {
  return {
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
    archive: createArchive(bucket),
  };
}
