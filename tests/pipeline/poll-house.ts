import { createFeedStore } from '../../src/adapters/dynamodb/feed-store.ts';
import { createHostStore } from '../../src/adapters/dynamodb/host-store.ts';
import { createItemStore } from '../../src/adapters/dynamodb/item-store.ts';
import { createWeb, type HttpWeb } from '../../src/adapters/http/create-web.ts';
import type { FeedMessage, ItemMessage } from '../../src/contract/messages.ts';
import { newFeed } from '../../src/pipeline/plan-polls.ts';
import { type PollFeedDeps, pollFeed } from '../../src/pipeline/poll-feed.ts';
import type { Archive, FeedState } from '../../src/pipeline/ports.ts';
import type { TestTable } from '../adapters/dynamodb/test-table.ts';
import {
  type MisbehavingServer,
  type Misbehaviour,
  type ReceivedRequest,
  startMisbehavingServer,
  wholeResponse,
} from '../adapters/http/misbehaving-server.ts';
import { memoryLog } from './mail-doubles.ts';

export const NOW = '2024-06-01T06:00:00.000Z';
export const FEED_URL = 'http://outlet.example/feed';

export function rssOf(items: readonly number[], channel = ''): string {
  const written = items.map(
    (n) =>
      `<item><title>Item ${n}</title><link>http://outlet.example/${n}</link><guid isPermaLink="false">${n}</guid></item>`,
  );
  return `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>T</title>${channel}${written.join('')}</channel></rss>`;
}

export const answer = (status: number, headers: Readonly<Record<string, string>> = {}, body = '') =>
  wholeResponse(status, headers, body);

export interface PollHouse {
  readonly deps: PollFeedDeps;
  readonly items: ItemMessage[];
  readonly postponed: { readonly message: FeedMessage; readonly delaySeconds: number }[];
  readonly archived: string[];
  /** What reached the server since the house was opened. */
  readonly received: readonly ReceivedRequest[];
  /** What the server says from now on, by path; any host. */
  serve(path: string, misbehave: Misbehaviour): void;
  configure(feedId: string, more?: { url?: string }): Promise<void>;
  poll(now: string, message?: FeedMessage): ReturnType<typeof pollFeed>;
  /** Polls when the feed is next due. @returns the moment */
  pollWhenDue(feedId?: string): Promise<string>;
  state(feedId?: string): Promise<FeedState>;
  close(): Promise<void>;
}

/** poll-feeds' world: the real table and a real server over real sockets; queues and a bucket in memory. */
export async function openPollHouse(test: TestTable, pollEveryMinutes = 30): Promise<PollHouse> {
  const routes = new Map<string, Misbehaviour>();
  const server = await startMisbehavingServer({
    '*': (socket, request) => (routes.get(request.path) ?? answer(404))(socket, request),
  });
  const web = createWeb({ userAgent: 'Caveat/0 (+tests)', gateway: server.origin });
  const items: ItemMessage[] = [];
  const postponed: PollHouse['postponed'] = [];
  const archived: string[] = [];
  const deps: PollFeedDeps = {
    feeds: createFeedStore(test.table),
    hosts: createHostStore(test.table, 1),
    items: createItemStore(test.table),
    archive: archiveInto(archived),
    web,
    feedQueue: {
      send: async (messages, { delaySeconds = 0 } = {}) => {
        postponed.push(...messages.map((message) => ({ message, delaySeconds })));
      },
    },
    itemQueue: {
      send: async (messages) => {
        items.push(...messages);
      },
    },
    denied: { list: async () => [] },
    pollEveryMinutes,
    log: memoryLog(),
  };
  return houseOf(deps, { routes, server, web, items, postponed, archived });
}

interface Parts extends Pick<PollHouse, 'archived' | 'items' | 'postponed'> {
  readonly routes: Map<string, Misbehaviour>;
  readonly server: MisbehavingServer;
  readonly web: HttpWeb;
}

function houseOf(deps: PollFeedDeps, { routes, server, web, ...memory }: Parts): PollHouse {
  const state = async (feedId = 'outlet') => {
    const feed = await deps.feeds.find(feedId);
    if (!feed) throw new Error(`the table has no feed ${feedId}`);
    return feed;
  };
  return {
    deps,
    ...memory,
    received: server.received,
    state,
    serve: (path, misbehave) => {
      routes.set(path, misbehave);
    },
    configure: (feedId, { url = FEED_URL } = {}) => deps.feeds.save(newFeed(feedConfig(feedId, url), NOW)),
    poll: (now, message = { feedId: 'outlet' }) => pollFeed(message, now, deps),
    pollWhenDue: async (feedId = 'outlet') => {
      const { nextPollAt } = await state(feedId);
      await pollFeed({ feedId }, nextPollAt, deps);
      return nextPollAt;
    },
    close: async () => {
      await web.close();
      await server.close();
    },
  };
}

export function feedConfig(id: string, url: string) {
  return {
    id,
    publisher: id,
    family: id,
    url,
    country: 'UA',
    language: 'en',
    excerptLimit: 300,
    termsNote: '',
    verified: null,
  };
}

function archiveInto(archived: string[]): Archive {
  const unused = async (): Promise<never> => {
    throw new Error('poll-feeds has no use for this');
  };
  return {
    saveFeed: async (feedId, polledAt) => {
      archived.push(`${feedId} ${polledAt}`);
      return feedId;
    },
    savePage: unused,
    saveText: unused,
    readText: unused,
    claimManifest: unused,
    findManifest: unused,
    saveDigest: unused,
    readDigest: unused,
  };
}
