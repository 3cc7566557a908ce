import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drainQueues } from '../../local/event-source.ts';
import { createDenyStore } from '../../src/adapters/dynamodb/deny-store.ts';
import { createFeedStore } from '../../src/adapters/dynamodb/feed-store.ts';
import { createHostStore } from '../../src/adapters/dynamodb/host-store.ts';
import { createItemStore } from '../../src/adapters/dynamodb/item-store.ts';
import { Table } from '../../src/adapters/dynamodb/table.ts';
import { createWeb, type HttpWeb } from '../../src/adapters/http/create-web.ts';
import { createArchive } from '../../src/adapters/s3/archive.ts';
import { createQueue } from '../../src/adapters/sqs/queue.ts';
import { FeedMessage, ItemMessage } from '../../src/contract/messages.ts';
import { TABLE } from '../../src/contract/table.ts';
import { planPolls } from '../../src/pipeline/plan-polls.ts';
import { type PollFeedDeps, pollFeed } from '../../src/pipeline/poll-feed.ts';
import { ENGINES } from '../adapters/dynamodb/test-table.ts';
import { type Misbehaviour, startMisbehavingServer } from '../adapters/http/misbehaving-server.ts';
import {
  type MisbehaviourCase,
  misbehaviours,
  SHORT_TIMES,
  SMALL_SIZES,
} from '../adapters/http/misbehaviours.ts';
import { startTestCloud, type TestCloud } from '../local/aws/test-cloud.ts';
import { memoryLog } from './mail-doubles.ts';
import { answer, feedConfig, rssOf } from './poll-house.ts';

const FEEDS = 200;
const GOOD_EVERY = 5;
const ITEMS_PER_GOOD_FEED = 10;
/** Documents that arrive well and are no feeds, or feeds meant to choke a reader. */
const BAD_DOCUMENTS: readonly { readonly name: string; readonly body: string; readonly items: number }[] = [
  { name: 'a web page', body: '<!doctype html><html><body>Log in</body></html>', items: -1 },
  { name: 'nothing', body: '', items: -1 },
  { name: 'half a JSON', body: '{"items": [', items: -1 },
  {
    name: 'an entity bomb',
    body: `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(200)}">]>${rssOf([0]).replace('Item 0', '&a;'.repeat(20_000))}`,
    items: 1,
  },
  { name: 'nested tags', body: rssOf([0]).replace('Item 0', '<b>'.repeat(30_000)), items: 1 },
  { name: 'a document cut off', body: rssOf([0, 1]).slice(0, -60), items: 1 },
];

const CASES = await misbehaviours();
/** With what sockets, decompressors and the test's own server hold on their way. */
const MAX_MEGABYTES = 400;
/** A batch that takes longer counts as failed, as it does in Lambda. */
const FUNCTION_TIMEOUT_SECONDS = 60;

interface PlannedFeed {
  readonly id: string;
  readonly misbehave: Misbehaviour;
  /** Items that must reach the article queue; -1 where the poll must fail. */
  readonly items: number;
  readonly reasons?: MisbehaviourCase['reasons'];
}

const planned = Array.from({ length: FEEDS }, (_, n) => plan(n));

function plan(n: number): PlannedFeed {
  const id = `feed-${n}`;
  if (n % GOOD_EVERY === 0) {
    const items = Array.from({ length: ITEMS_PER_GOOD_FEED }, (_each, index) => n * 100 + index);
    return { id, misbehave: answer(200, { ETag: `"${n}"` }, rssOf(items)), items: items.length };
  }
  if (n % GOOD_EVERY === 1) {
    const document = BAD_DOCUMENTS[
      Math.floor(n / GOOD_EVERY) % BAD_DOCUMENTS.length
    ] as (typeof BAD_DOCUMENTS)[number];
    return { id, misbehave: answer(200, {}, document.body), items: document.items };
  }
  const bad = CASES[n % CASES.length] as MisbehaviourCase;
  return { id, misbehave: bad.misbehave, items: -1, reasons: bad.reasons };
}

describe('200 misbehaving feeds through plan-polls and poll-feeds', () => {
  let cloud: TestCloud;
  let webs: { readonly patient: HttpWeb; readonly impatient: HttpWeb };
  let deps: PollFeedDeps;
  let queues: { feed: string; article: string };
  let closeServer: () => Promise<void>;

  beforeAll(async () => {
    cloud = await startTestCloud({ database: ENGINES[0] });
    await cloud.createTable('caveat', TABLE);
    cloud.createBucket('caveat');
    queues = {
      feed: cloud.createQueue({ name: 'feed', visibilitySeconds: 900 }),
      article: cloud.createQueue({ name: 'article', visibilitySeconds: 900 }),
    };
    const server = await startMisbehavingServer(
      Object.fromEntries(planned.map(({ id, misbehave }) => [`/${id}`, misbehave])),
    );
    const options = { userAgent: 'Caveat/0 (+tests)', gateway: server.origin };
    webs = {
      patient: createWeb({ ...options, limits: SMALL_SIZES }),
      impatient: createWeb({ ...options, limits: SHORT_TIMES }),
    };
    const table = new Table('caveat');
    deps = {
      denied: createDenyStore(table),
      feeds: createFeedStore(table),
      hosts: createHostStore(table, 1),
      items: createItemStore(table),
      archive: createArchive('caveat'),
      // Only what would never end gets short times, so that a busy machine changes no outcome.
      web: {
        fetch: (request) => (isEndless(request.url) ? webs.impatient : webs.patient).fetch(request),
      },
      feedQueue: createQueue(queues.feed),
      itemQueue: createQueue(queues.article),
      pollEveryMinutes: 30,
      log: memoryLog(),
    };
    closeServer = () => server.close();
  });
  afterAll(async () => {
    await webs.patient.close();
    await webs.impatient.close();
    await closeServer();
    await cloud.discard();
  });

  it('end inside their bounds, each with its outcome, and every good item is on its way', async () => {
    const now = cloud.clock.now().toISOString();
    const configured = planned.map(({ id }) => feedConfig(id, `http://${id}.example/${id}`));
    await planPolls(now, { ...deps, configured, queue: deps.feedQueue });
    const peak = watchMemory();
    await takeAll(queues.feed, async (body) => {
      await pollFeed(FeedMessage.parse(JSON.parse(body)), now, deps);
    });
    const megabytes = peak.stop();

    const items = new Map<string, number>();
    await takeAll(queues.article, async (body) => {
      const { feedId } = ItemMessage.parse(JSON.parse(body));
      items.set(feedId, (items.get(feedId) ?? 0) + 1);
    });
    const states = new Map((await deps.feeds.list()).map((feed) => [feed.feedId, feed]));
    expect(states.size).toBe(FEEDS);
    const surprises = planned.flatMap((feed) => {
      const { state, reason } = states.get(feed.id) ?? { state: 'missing', reason: undefined };
      const found = items.get(feed.id) ?? 0;
      return isExpected(feed, state, reason, found) ? [] : [{ ...feed, state, reason, found }];
    });
    expect(surprises).toEqual([]);
    expect(megabytes).toBeLessThan(MAX_MEGABYTES);
  }, 300_000);

  /** Empties a queue as the event source would; a message that fails would stay, and be seen. */
  async function takeAll(queueUrl: string, take: (body: string) => Promise<void>): Promise<void> {
    const sqs = new SQSClient({});
    const summary = await drainQueues({
      sources: [
        {
          queueUrl,
          batchSize: 10,
          functionTimeoutSeconds: FUNCTION_TIMEOUT_SECONDS,
          handler: async (event) => {
            await Promise.all(event.Records.map(({ body }) => take(body)));
            return { batchItemFailures: [] };
          },
        },
      ],
      clock: cloud.clock,
      queues: cloud.queues,
      sqs,
      until: new Date(cloud.clock.now().getTime() + 60_000),
    });
    sqs.destroy();
    expect(summary.failedCount).toBe(0);
  }
});

function isExpected(feed: PlannedFeed, state: string, reason: string | undefined, found: number): boolean {
  if (feed.items >= 0) return state === 'read' && found === feed.items;
  const expected = feed.reasons ?? ['not-a-feed'];
  return found === 0 && expected.some((each) => reason?.startsWith(`${each}: `));
}

function isEndless(url: string): boolean {
  const feed = planned.find(({ id }) => url.endsWith(`/${id}`));
  return feed?.reasons?.includes('timeout') ?? false;
}

function watchMemory(): { stop(): number } {
  const before = process.memoryUsage();
  let peakBytes = 0;
  const sampler = setInterval(() => {
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    peakBytes = Math.max(peakBytes, arrayBuffers - before.arrayBuffers + heapUsed - before.heapUsed);
  }, 10);
  return {
    stop: () => {
      clearInterval(sampler);
      return peakBytes / 1e6;
    },
  };
}
