import { SQSClient } from '@aws-sdk/client-sqs';
import { createAccount } from '../adapters/account/account.ts';
import { createDigestStore } from '../adapters/dynamodb/digest-store.ts';
import { createFeedStore } from '../adapters/dynamodb/feed-store.ts';
import { createListingStore } from '../adapters/dynamodb/listing-store.ts';
import { createQuestions } from '../adapters/dynamodb/questions.ts';
import { createSubscriberStore } from '../adapters/dynamodb/subscriber-store.ts';
import { Table } from '../adapters/dynamodb/table.ts';
import { createUntoldStore } from '../adapters/dynamodb/untold-store.ts';
import { countMessages } from '../adapters/sqs/count-messages.ts';
import type { DigestConfig } from '../config/schema.ts';
import type { HouseNames } from '../contract/house-names.ts';
import type { DeadLetterQueue } from '../pipeline/operation-ports.ts';
import type { StatusDeps } from '../pipeline/report-status.ts';

export function statusDeps(names: HouseNames, digest: DigestConfig): StatusDeps {
  const table = new Table(names.table);
  const sqs = new SQSClient({});
  const countAll = <N extends string>(urls: Readonly<Record<N, string>>) =>
    Promise.all(
      Object.entries<string>(urls).map(async ([name, url]) => ({
        name: name as N,
        ...(await countMessages(url, sqs)),
      })),
    );
  const countDeadLettersByQueue = async () =>
    (await countAll<DeadLetterQueue>(names.deadLetterUrls)).map(({ name, waiting, inFlight }) => ({
      name,
      count: waiting + inFlight,
    }));
  return {
    digest,
    feeds: createFeedStore(table),
    items: createUntoldStore(table),
    listing: createListingStore(table),
    digests: createDigestStore(table),
    questions: createQuestions(table),
    listSubscribers: () => createSubscriberStore(table).list(),
    countWaiting: () => countAll(names.queueUrls),
    countDeadLettersByQueue,
    countDeadLetters: async () =>
      (await countDeadLettersByQueue()).reduce((sum, { count }) => sum + count, 0),
    account: createAccount(),
  };
}
