import type { HouseNames } from '../src/contract/house-names.ts';
import { QUEUE_NAMES, QUEUES, type QueueName, visibilitySeconds } from '../src/contract/queues.ts';
import { TABLE } from '../src/contract/table.ts';
import { type LocalCloud, startLocalCloud } from './aws/local-cloud.ts';
import { queueUrl } from './aws/sqs/queue-address.ts';
import { type BatchReport, drainQueues, invokeSchedule, type QueueSource } from './event-source.ts';
import { type Handlers, loadHandlers } from './handlers.ts';
import type { Clock } from './simulated-clock.ts';

export const LOCAL_TABLE = 'caveat';
export const LOCAL_BUCKET = 'caveat';
const DEAD_LETTERS_SUFFIX = '-dead-letters';

/** By which names the local house's parts are reached. @param sqsUrl where the embedded queues answer */
export function localNames(sqsUrl: string): HouseNames {
  const url = (name: string) => queueUrl(sqsUrl, `caveat-${name}`);
  const byQueue = (suffix: string) =>
    Object.fromEntries(QUEUE_NAMES.map((name) => [name, url(`${name}${suffix}`)])) as QueueUrls;
  return {
    table: LOCAL_TABLE,
    bucket: LOCAL_BUCKET,
    queueUrls: byQueue(''),
    deadLetterUrls: { ...byQueue(DEAD_LETTERS_SUFFIX), call: url(`call${DEAD_LETTERS_SUFFIX}`) },
  };
}

export interface HouseOptions {
  /** Where tables, objects, queues and mails are kept. */
  readonly dir: string;
  readonly clock: Clock;
  /** The configuration directory, in the layout of `config/`. */
  readonly configDir: string;
  /** A local server that plays the web; the real web without it. */
  readonly webGateway?: string | undefined;
  readonly database?: 'dynoxide' | 'dynalite' | undefined;
  /** The handlers to run; those of the source tree unless given. */
  readonly handlers?: Handlers | undefined;
  readonly onBatch?: ((report: BatchReport) => void) | undefined;
}

/** The whole pipeline on one machine: the functions that are deployed, over embedded servers. */
export interface House {
  readonly cloud: LocalCloud;
  planPolls(at: Date): Promise<void>;
  sendDigest(at: Date): Promise<void>;
  checkHealth(at: Date): Promise<void>;
  /** Runs the queues' functions until nothing is left that comes back before `until`. */
  drain(until?: Date, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the embedded servers with the table, the bucket and the queues of the contract, and points the handlers at them
 * through the environment: there is no other difference to the cloud.
 *
 * @throws LocalCloudError with a remedy
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  let mailEvents: Handlers['mailEvents'] | undefined;
  const cloud = await startLocalCloud({
    dir: options.dir,
    clock: options.clock,
    database: options.database,
    onMail: async (event) => {
      await mailEvents?.({
        source: 'aws.ses',
        'detail-type': `Email ${event.eventType}`,
        time: event.mail.timestamp,
        detail: event,
      });
    },
  });
  try {
    const urls = await furnish(cloud);
    Object.assign(process.env, cloud.env, environmentOf(options, urls));
    if (options.webGateway === undefined) delete process.env['WEB_GATEWAY'];
    const handlers = options.handlers ?? (await loadHandlers());
    mailEvents = handlers.mailEvents;
    return houseOf(cloud, sourcesOf(urls, handlers), handlers, options);
  } catch (error) {
    await cloud.close();
    throw error;
  }
}

function houseOf(
  cloud: LocalCloud,
  sources: QueueSource[],
  handlers: Handlers,
  options: HouseOptions,
): House {
  const { clock, onBatch } = options;
  return {
    cloud,
    async planPolls(at) {
      await invokeSchedule(handlers.planPolls as never, at, { functionName: 'plan-polls' });
    },
    async sendDigest(at) {
      await invokeSchedule(handlers.sendDigest as never, at, { functionName: 'send-digest' });
    },
    async checkHealth(at) {
      await invokeSchedule(handlers.checkHealth as never, at, { functionName: 'check-health' });
    },
    async drain(until, signal) {
      await drainQueues({ sources, clock, queues: cloud.queues, until, signal, onBatch });
      await cloud.mails.settled();
    },
    close: () => cloud.close(),
  };
}

type QueueUrls = Readonly<Record<QueueName, string>>;

async function furnish(cloud: LocalCloud): Promise<QueueUrls> {
  await cloud.createTable(LOCAL_TABLE, TABLE);
  cloud.createBucket(LOCAL_BUCKET);
  cloud.createQueue({ name: `caveat-call${DEAD_LETTERS_SUFFIX}`, visibilitySeconds: 30 });
  const urls = QUEUE_NAMES.map((name) => [name, createQueue(cloud, name)] as const);
  return Object.fromEntries(urls) as Record<QueueName, string>;
}

function createQueue(cloud: LocalCloud, name: QueueName): string {
  const definition = QUEUES[name];
  return cloud.createQueue({
    name: `caveat-${name}`,
    visibilitySeconds: visibilitySeconds(definition),
    maxReceiveCount: definition.maxReceiveCount,
    deadLetter: `caveat-${name}${DEAD_LETTERS_SUFFIX}`,
  });
}

function environmentOf({ configDir, webGateway }: HouseOptions, urls: QueueUrls): Record<string, string> {
  return {
    TABLE_NAME: LOCAL_TABLE,
    BUCKET_NAME: LOCAL_BUCKET,
    CONFIG_DIR: configDir,
    FEED_QUEUE_URL: urls.feed,
    ARTICLE_QUEUE_URL: urls.article,
    FOLD_QUEUE_URL: urls.fold,
    DELIVERY_QUEUE_URL: urls.delivery,
    DEAD_LETTER_QUEUE_URLS: QUEUE_NAMES.map((name) => `${urls[name]}${DEAD_LETTERS_SUFFIX}`).join(','),
    METRICS_NAMESPACE: 'Caveat-local',
    UNSUBSCRIBE_URL: 'http://127.0.0.1/unsubscribe',
    ...(webGateway === undefined ? {} : { WEB_GATEWAY: webGateway }),
  };
}

function sourcesOf(urls: QueueUrls, handlers: Handlers): QueueSource[] {
  const handlerOf: Record<QueueName, QueueSource['handler']> = {
    feed: handlers.pollFeeds,
    article: handlers.ingestArticle,
    fold: handlers.foldLedger,
    delivery: handlers.deliverDigest,
  };
  return QUEUE_NAMES.map((name) => ({
    queueUrl: urls[name],
    batchSize: QUEUES[name].batchSize,
    handler: handlerOf[name],
    functionName: QUEUES[name].consumer,
    functionTimeoutSeconds: QUEUES[name].functionTimeoutSeconds,
  }));
}
