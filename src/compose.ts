import { randomBytes } from 'node:crypto';
import { createArticleStore } from './adapters/dynamodb/article-store.ts';
import { createDeliveryStore } from './adapters/dynamodb/delivery-store.ts';
import { createDigestStore } from './adapters/dynamodb/digest-store.ts';
import { createFeedStore } from './adapters/dynamodb/feed-store.ts';
import { createHostStore } from './adapters/dynamodb/host-store.ts';
import { createItemStore } from './adapters/dynamodb/item-store.ts';
import { createLedgerStore } from './adapters/dynamodb/ledger-store.ts';
import { createListingStore } from './adapters/dynamodb/listing-store.ts';
import { createPositionStore } from './adapters/dynamodb/position-store.ts';
import { createSubscriberStore } from './adapters/dynamodb/subscriber-store.ts';
import { Table } from './adapters/dynamodb/table.ts';
import { createUntoldStore } from './adapters/dynamodb/untold-store.ts';
import { createWeb } from './adapters/http/create-web.ts';
import { createLog } from './adapters/log.ts';
import { createArchive } from './adapters/s3/archive.ts';
import { createMailer } from './adapters/ses/mailer.ts';
import { createQueue } from './adapters/sqs/queue.ts';
import { type AppConfig, loadConfig } from './config/load.ts';
import { type FunctionEnv, type FunctionName, parseFunctionEnv } from './contract/env.ts';
import { userAgent } from './domain/manners/user-agent.ts';
import { compileTopic } from './domain/topics/compile-topic.ts';
import { digestWords } from './domain/topics/digest-words.ts';
import { packLedgerRules } from './domain/topics/pack-ledger-rules.ts';
import { packVersion } from './domain/topics/pack-version.ts';
import type { DeliverDeps } from './pipeline/deliver-digest.ts';
import type { FoldDeps } from './pipeline/fold-country.ts';
import type { IngestDeps } from './pipeline/ingest-deps.ts';
import type { PlanPollsDeps } from './pipeline/plan-polls.ts';
import type { PollFeedDeps } from './pipeline/poll-feed.ts';
import type { Log, SubscriberStore } from './pipeline/ports.ts';
import type { SendDigestDeps } from './pipeline/send-digest.ts';
import type { MailEventDeps } from './pipeline/settle-mail-event.ts';
import type { Web } from './pipeline/web.ts';

/** The one place where ports meet adapters. Everything is made once, at a function's first call. */

type WithLog<D> = D & { readonly log: Log };

export const planPollsDeps = once((): PlanPollsDeps => {
  const env = environmentOf('plan-polls');
  return {
    feeds: createFeedStore(new Table(env.TABLE_NAME)),
    configured: configIn(env.CONFIG_DIR).feeds,
    queue: createQueue(env.FEED_QUEUE_URL),
    log: createLog('plan-polls'),
  };
});

export const pollFeedDeps = once((): PollFeedDeps => {
  const env = environmentOf('poll-feeds');
  const table = new Table(env.TABLE_NAME);
  const { settings } = configIn(env.CONFIG_DIR);
  return {
    feeds: createFeedStore(table),
    hosts: createHostStore(table, settings.hostSpacingSeconds),
    items: createItemStore(table),
    archive: createArchive(env.BUCKET_NAME),
    web: webFor(settings.contact, env.WEB_GATEWAY),
    feedQueue: createQueue(env.FEED_QUEUE_URL),
    itemQueue: createQueue(env.ARTICLE_QUEUE_URL),
    pollEveryMinutes: settings.pollEveryMinutes,
    log: createLog('poll-feeds'),
  };
});

export const ingestDeps = once((): WithLog<IngestDeps> => {
  const env = environmentOf('ingest-article');
  const table = new Table(env.TABLE_NAME);
  const config = configIn(env.CONFIG_DIR);
  const feeds = new Map(config.feeds.map((feed) => [feed.id, feed]));
  return {
    items: createItemStore(table),
    articles: createArticleStore(table),
    hosts: createHostStore(table, config.settings.hostSpacingSeconds),
    archive: createArchive(env.BUCKET_NAME),
    web: webFor(config.settings.contact, env.WEB_GATEWAY),
    itemQueue: createQueue(env.ARTICLE_QUEUE_URL),
    foldQueue: createQueue(env.FOLD_QUEUE_URL),
    topics: config.topics.map(compileTopic),
    rulesVersion: config.topics.map(packVersion).join(' '),
    extract: async (html, url) => {
      const { extractArticle } = await import('./domain/articles/extract-article.ts');
      return extractArticle(html, url);
    },
    findPublisher: (feedId) => feeds.get(feedId) ?? { publisher: feedId, family: feedId },
    respectRobots: config.settings.respectRobots,
    userAgent: userAgent(VERSION, config.settings.contact),
    log: createLog('ingest-article'),
  };
});

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

export const sendDigestDeps = once((): SendDigestDeps => {
  const env = environmentOf('send-digest');
  const table = new Table(env.TABLE_NAME);
  const config = configIn(env.CONFIG_DIR);
  return {
    config: config.digest,
    feedConfigs: config.feeds,
    topic: digestTopic(config),
    untold: createUntoldStore(table),
    listing: createListingStore(table),
    ledger: createLedgerStore(table),
    feeds: createFeedStore(table),
    digests: createDigestStore(table),
    deliveries: createDeliveryStore(table),
    subscribers: createSubscriberStore(table),
    archive: createArchive(env.BUCKET_NAME),
    deliveryQueue: createQueue(env.DELIVERY_QUEUE_URL),
    log: createLog('send-digest'),
  };
});

export const deliverDeps = once((): WithLog<DeliverDeps> => {
  const env = environmentOf('deliver-digest');
  const table = new Table(env.TABLE_NAME);
  return {
    config: configIn(env.CONFIG_DIR).digest,
    archive: createArchive(env.BUCKET_NAME),
    deliveries: createDeliveryStore(table),
    subscribers: createSubscriberStore(table),
    mailer: createMailer({ configurationSet: env.CONFIGURATION_SET }),
    unsubscribeUrl: env.UNSUBSCRIBE_URL,
    newToken: () => randomBytes(32).toString('base64url'),
    log: createLog('deliver-digest'),
  };
});

export const unsubscribeDeps = once((): { readonly subscribers: SubscriberStore } => {
  const env = environmentOf('unsubscribe');
  return { subscribers: createSubscriberStore(new Table(env.TABLE_NAME)) };
});

export const mailEventDeps = once((): WithLog<MailEventDeps> => {
  const env = environmentOf('mail-events');
  const table = new Table(env.TABLE_NAME);
  return {
    deliveries: createDeliveryStore(table),
    subscribers: createSubscriberStore(table),
    log: createLog('mail-events'),
  };
});

export const VERSION = '0.1';

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function environmentOf<F extends FunctionName>(name: F): FunctionEnv<F> {
  return parseFunctionEnv(name, process.env);
}

const configs = new Map<string, AppConfig>();

function configIn(dir: string): AppConfig {
  const known = configs.get(dir);
  if (known) return known;
  const config = loadConfig(dir);
  configs.set(dir, config);
  return config;
}

function digestTopic(config: AppConfig): SendDigestDeps['topic'] {
  const pack = config.topics.find(({ topic }) => topic.id === config.digest.topic);
  if (!pack) throw new Error(`no topic ${config.digest.topic}: settings.json must name it`);
  const { id, title } = pack.topic;
  return { id, label: title, words: digestWords(pack) };
}

function webFor(contact: string, gateway: string | undefined): Web {
  return createWeb({ userAgent: userAgent(VERSION, contact), ...(gateway === undefined ? {} : { gateway }) });
}
