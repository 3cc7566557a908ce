import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWeb, type HttpWeb } from '../../src/adapters/http/create-web.ts';
import type { IngestDeps } from '../../src/pipeline/ingest-deps.ts';
import { ingestItem } from '../../src/pipeline/ingest-item.ts';
import { ENGINES, startTestTable, type TestTable } from '../adapters/dynamodb/test-table.ts';
import {
  type MisbehavingServer,
  type Misbehaviour,
  startMisbehavingServer,
  wholeResponse,
} from '../adapters/http/misbehaving-server.ts';
import {
  type IngestHouse,
  ingestHouse,
  itemOf,
  NOW,
  pageOf,
  RELEVANT_TEXT,
  receipt,
} from './ingest-house.ts';

const TITLE = 'Germany lets Ukraine use its weapons against targets in Russia';
const PAGE = wholeResponse(200, { 'Content-Type': 'text/html; charset=utf-8' }, pageOf(TITLE, RELEVANT_TEXT));
const FEED_TEXT = RELEVANT_TEXT.map((text) => `<p>${text}</p>`).join('');
const html = (body: string, head = '') =>
  wholeResponse(
    200,
    { 'Content-Type': 'text/html' },
    `<!doctype html><html><head><title>Outlet</title>${head}</head><body>${body}</body></html>`,
  );
const secondsAfter = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();

let test: TestTable;
let house: IngestHouse;
let web: HttpWeb;
let server: MisbehavingServer;
let routes: Map<string, Misbehaviour>;
let deps: IngestDeps;

beforeEach(async () => {
  routes = new Map();
  test = await startTestTable(ENGINES[0]);
  server = await startMisbehavingServer({
    '*': (socket, request) => (routes.get(request.path) ?? wholeResponse(404))(socket, request),
  });
  web = createWeb({ userAgent: 'Caveat/0 (+tests)', gateway: server.origin });
  house = ingestHouse(test, {});
  deps = { ...house.deps, web, respectRobots: true };
});
afterEach(async () => {
  await web.close();
  await server.close();
  await test.discard();
});

const asked = () => server.received.map(({ path }) => path);
const pageAt = (path: string) => itemOf(`http://outlet.example${path}`, { title: TITLE });
/** As the queue would: sent again with a delay until the host's turn has come. */
async function ingest(item: ReturnType<typeof pageAt>, atSeconds = 0) {
  let seconds = atSeconds;
  let message = item;
  for (let tries = 0; tries < 5; tries += 1) {
    const sentBefore = house.items.length;
    const result = await ingestItem(message, receipt({ receivedAt: secondsAfter(seconds) }), deps);
    const again = house.items[sentBefore];
    if (!again) return result;
    message = again.message;
    seconds += again.delaySeconds;
  }
  throw new Error('the host never had time');
}

describe('robots.txt', () => {
  const robots = (text: string) => wholeResponse(200, { 'Content-Type': 'text/plain' }, text);

  it('is asked before the first page, in a turn of its own, and kept for a day', async () => {
    routes.set('/robots.txt', robots('User-agent: *\nDisallow: /private/'));
    for (const n of [1, 2, 3]) routes.set(`/${n}`, PAGE);
    expect(await ingest(pageAt('/1'))).toMatchObject({ item: { outcome: 'relevant' } });
    await ingest(pageAt('/2'), 86_000);
    await ingest(pageAt('/3'), 86_500);
    expect(asked()).toEqual(['/robots.txt', '/1', '/2', '/robots.txt', '/3']);
  });

  it('that forbids a page gives the item up by that name, unless the feed says enough', async () => {
    routes.set('/robots.txt', robots('User-agent: Caveat\nDisallow: /private/'));
    expect(await ingest(pageAt('/private/1'))).toMatchObject({
      item: { outcome: 'given-up', reason: 'robots' },
    });
    const carried = { ...pageAt('/private/2'), feedText: FEED_TEXT };
    expect(await ingest(carried, 10)).toMatchObject({ item: { outcome: 'relevant' } });
    expect(asked()).toEqual(['/robots.txt']);
  });

  it('that cannot be read holds every page back; the item is tried again', async () => {
    routes.set('/robots.txt', wholeResponse(503));
    routes.set('/1', PAGE);
    await expect(ingest(pageAt('/1'))).rejects.toThrow('robots.txt');
    routes.set('/robots.txt', wholeResponse(404));
    expect(await ingest(pageAt('/1'), 700)).toMatchObject({ item: { outcome: 'relevant' } });
    expect(asked()).toEqual(['/robots.txt', '/robots.txt', '/1']);
  });

  it('that asks for a longer pause gets it', async () => {
    routes.set('/robots.txt', robots('User-agent: *\nCrawl-delay: 30'));
    for (const n of [1, 2]) routes.set(`/${n}`, PAGE);
    await ingest(pageAt('/1'));
    await ingestItem(pageAt('/2'), receipt({ receivedAt: secondsAfter(5) }), deps);
    expect(house.items.at(-1)?.delaySeconds).toBeGreaterThan(20);
    expect(asked()).toEqual(['/robots.txt', '/1']);
  });

  it('is not asked where the settings say so', async () => {
    routes.set('/1', PAGE);
    deps = { ...deps, respectRobots: false };
    expect(await ingest(pageAt('/1'))).toMatchObject({ item: { outcome: 'relevant' } });
    expect(asked()).toEqual(['/1']);
  });
});

describe('a page that refuses us', () => {
  const cookies = 'We and our partners use cookies. Accept all or manage your consent preferences. '.repeat(
    5,
  );
  const REFUSALS: readonly (readonly [reason: string, answer: Misbehaviour])[] = [
    ['blocked', wholeResponse(401)],
    ['blocked', wholeResponse(402)],
    ['blocked', wholeResponse(403)],
    ['blocked', wholeResponse(451)],
    ['not-found', wholeResponse(404)],
    ['gone', wholeResponse(410)],
    ['pdf', wholeResponse(200, { 'Content-Type': 'application/pdf' }, '%PDF-1.7')],
    ['not-html', wholeResponse(200, { 'Content-Type': 'image/png' }, 'x')],
    ['consent-wall', html(`<h1>Before you continue</h1><p>${cookies}</p>`)],
    [
      'bot-check',
      html(
        '<h1>Checking your browser</h1><p>Verify you are human to go on.</p>',
        '<title>Just a moment...</title>',
      ),
    ],
    [
      'javascript-shell',
      html(
        '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script>',
      ),
    ],
    [
      'not-found-page',
      html(
        '<h1>Page not found</h1><p>The page you are looking for does not exist.</p>',
        '<title>404 - Page not found</title>',
      ),
    ],
  ];

  beforeEach(() => {
    deps = { ...deps, respectRobots: false };
  });

  it.each(REFUSALS)('%s is given up by that name where the feed carries no text', async (reason, answer) => {
    routes.set('/1', answer);
    // The feed's title speaks of the topic, so that the page is looked at whatever it shows.
    expect(await ingest(pageAt('/1'))).toMatchObject({ item: { outcome: 'given-up', reason } });
  });

  it.each(REFUSALS)('%s is replaced by the feed’s own text, and marked so', async (_reason, answer) => {
    routes.set('/1', answer);
    const result = await ingest({ ...pageAt('/1'), feedText: FEED_TEXT });
    expect(result).toMatchObject({ item: { outcome: 'relevant' } });
    const marker = (await test.dump()).find(({ sk }) => sk === 'ARTICLE');
    expect(marker).toMatchObject({ textSource: 'feed' });
  });

  it('with 429 rests the whole host, for its feeds and its other pages', async () => {
    routes.set('/1', wholeResponse(429, { 'Retry-After': '120' }));
    await expect(ingest(pageAt('/1'))).rejects.toThrow('outlet.example');
    expect(await deps.hosts.takeTurn('outlet.example', secondsAfter(100))).toMatchObject({ kind: 'wait' });
    expect(await deps.hosts.takeTurn('outlet.example', secondsAfter(121))).toMatchObject({ kind: 'go' });
  });
});
