import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  loadPublishers,
  type PublisherOptions,
  type PublisherServer,
  publisherFeeds,
  startPublishers,
} from '../../local/publishers.ts';
import { articleText, type Item, type Publisher, publishedAt } from '../../local/publishers-model.ts';
import { renderPage } from '../../local/publishers-page.ts';
import { namesIn, nameWords } from '../../local/publishers-rename.ts';
import { TRADE_WORDS } from '../../local/publishers-trade-words.ts';
import { FeedConfig } from '../../src/config/schema.ts';

const DIR = join(import.meta.dirname, '../../fixtures/publishers');
const AFTER_THE_WEEK = new Date('2024-06-01T12:00:00Z');
const RENAME = { seed: 'any words' };

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let server: PublisherServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(options: Partial<PublisherOptions> = {}): Promise<PublisherServer> {
  server = await startPublishers({ dir: DIR, now: () => AFTER_THE_WEEK, ...options });
  return server;
}

/** Asks the one socket for an address of any host, as a proxy client does. */
function ask(
  address: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const { host, pathname, search } = new URL(address);
  const socket = new URL(server?.url ?? '');
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: socket.hostname,
        port: socket.port,
        path: pathname + search,
        method: options.method ?? 'GET',
        headers: { ...options.headers, host },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function feedUrlOf(slug: string): string {
  const feed = publisherFeeds(DIR).find(({ id }) => id === slug);
  if (feed === undefined) throw new Error(`no feed ${slug}`);
  return feed.url;
}

function find(test: (item: Item) => boolean): { publisher: Publisher; item: Item; url: string } {
  for (const publisher of loadPublishers(DIR)) {
    const item = publisher.items.find(test);
    if (item) return { publisher, item, url: `https://${publisher.host}${item.path}` };
  }
  throw new Error('no item of the fixtures is like that');
}

describe('publisherFeeds', () => {
  it('gives rows that the configuration accepts, one for each of the five publishers', () => {
    const rows = publisherFeeds(DIR);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(FeedConfig.parse(row)).toMatchObject(row);
  });

  it('uses reserved hosts only, so that a mistake never reaches a real outlet', () => {
    for (const { url } of publisherFeeds(DIR)) expect(new URL(url).hostname).toMatch(/\.example$/);
  });
});

describe('a feed of the replay', () => {
  it.each(publisherFeeds(DIR))(
    '$id lists what had been published by then, the newest first',
    async ({ id, url }) => {
      const publisher = loadPublishers(DIR).find(({ slug }) => slug === id);
      const items = [...(publisher?.items ?? [])].sort((left, right) =>
        publishedAt(left).localeCompare(publishedAt(right)),
      );
      let now = AFTER_THE_WEEK;
      await start({ now: () => now });
      for (const [at, item] of items.entries()) {
        now = new Date(item.published);
        const { body } = await ask(url);
        const entries = body.match(/<(item|entry)[ >]/g) ?? [];
        expect(entries).toHaveLength(at + 1);
      }
      now = new Date('2024-05-01T00:00:00Z');
      expect((await ask(url)).body).not.toMatch(/<(item|entry)[ >]/);
    },
  );

  it('is not sent again while nothing has changed, by either validator', async () => {
    await start();
    const url = feedUrlOf('voice-of-america');
    const { headers } = await ask(url);
    const byTag = await ask(url, { headers: { 'if-none-match': String(headers['etag']) } });
    const byDate = await ask(url, { headers: { 'if-modified-since': String(headers['last-modified']) } });
    expect([byTag.status, byDate.status]).toEqual([304, 304]);
    expect(byTag.body).toBe('');
  });

  it('is sent again once there is something new', async () => {
    let now = new Date('2024-05-30T00:00:00Z');
    await start({ now: () => now });
    const url = feedUrlOf('voice-of-america');
    const { headers } = await ask(url);
    now = AFTER_THE_WEEK;
    const later = await ask(url, { headers: { 'if-none-match': String(headers['etag']) } });
    expect(later.status).toBe(200);
  });

  it.each([
    { slug: 'epoch-times', start: /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/ },
    { slug: 'essanews', start: /<rdf:RDF [^>]*xmlns="http:\/\/purl\.org\/rss\/1\.0\/"/ },
    { slug: 'euromaidan-press', start: /<content:encoded>/ },
    { slug: 'ukrainska-pravda', start: /encoding="windows-1251"[\s\S]*<title><!\[CDATA\[/ },
    { slug: 'voice-of-america', start: /<rss version="2\.0"/ },
  ])('$slug is in the format that its publisher is known for here', async ({ slug, start: mark }) => {
    await start();
    expect((await ask(feedUrlOf(slug))).body).toMatch(mark);
  });
});

describe('a page of the replay', () => {
  it('is not there a second before its publication', async () => {
    const { item, url } = find(({ serve, copyOf }) => serve === 'page' && copyOf === undefined);
    let now = new Date(Date.parse(item.published) - 1000);
    await start({ now: () => now });
    expect((await ask(url)).status).toBe(404);
    now = new Date(item.published);
    expect((await ask(url)).status).toBe(200);
  });

  it.each([
    { name: 'a page that was never put up', like: 'not-found', status: 404, type: /text\/plain/ },
    { name: 'a page that was withdrawn', like: 'gone', status: 410, type: /text\/plain/ },
    { name: 'a document that is no page', like: 'pdf', status: 200, type: /application\/pdf/ },
  ])('may be $name', async ({ like, status, type }) => {
    await start();
    const reply = await ask(find(({ serve }) => serve === like).url);
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toMatch(type);
  });

  it('answers under a second address with a redirect to the first', async () => {
    const { publisher, item } = find(({ feedPath }) => feedPath !== undefined);
    await start();
    const reply = await ask(`https://${publisher.host}${item.feedPath}`);
    expect({ status: reply.status, location: reply.headers['location'] }).toEqual({
      status: 301,
      location: item.path,
    });
  });

  it('is the same with tracking parameters, and names its address without them', async () => {
    const { url } = find(({ feedQuery }) => feedQuery !== undefined);
    await start();
    const [plain, tracked] = [await ask(url), await ask(`${url}?utm_source=rss`)];
    expect(tracked.body).toBe(plain.body);
    expect(plain.body).toContain(`<link rel="canonical" href="${url}">`);
  });
});

describe('the server', () => {
  it('answers HEAD without a body, refuses other methods, and knows no other host', async () => {
    await start();
    const url = feedUrlOf('essanews');
    const head = await ask(url, { method: 'HEAD' });
    expect({ status: head.status, body: head.body }).toEqual({ status: 200, body: '' });
    expect((await ask(url, { method: 'POST' })).status).toBe(405);
    expect((await ask('https://elsewhere.example/')).status).toBe(404);
  });

  it('records every request with its answer, by the clock that it was given', async () => {
    const { requests } = await start();
    await ask('https://www.voanews.example/robots.txt?x=1', { headers: { 'user-agent': 'a test' } });
    expect(requests).toEqual([
      {
        at: AFTER_THE_WEEK.toISOString(),
        method: 'GET',
        host: 'www.voanews.example',
        path: '/robots.txt?x=1',
        status: 200,
        userAgent: 'a test',
        ifNoneMatch: undefined,
        ifModifiedSince: undefined,
      },
    ]);
  });
});

describe('publishers under other names', () => {
  const original = loadPublishers(DIR);
  const renamed = loadPublishers(DIR, RENAME);

  it('publish the same articles at the same instants', () => {
    const content = (publishers: readonly Publisher[]) =>
      publishers.map(({ items }) => items.map((item) => [item.title, publishedAt(item), articleText(item)]));
    expect(content(renamed)).toEqual(content(original));
  });

  it('print each article in the template of another publisher', () => {
    const opening = (publisher: Publisher) => publisher.template.page.slice(0, 40);
    for (const [at, publisher] of renamed.entries()) {
      expect(opening(publisher)).not.toBe(opening(original[at] as Publisher));
    }
  });

  it('show no name, host, address or class name of the original anywhere', () => {
    const ownNames = original.flatMap(({ template }) =>
      [template.page, ...template.blocks.values()].flatMap(namesIn).filter((name) => !isTradeName(name)),
    );
    const known = original.flatMap(({ name, host, items }) => [name, host, ...items.map(({ path }) => path)]);
    for (const publisher of renamed) {
      for (const item of publisher.items) {
        const page = renderPage(publisher, item);
        expect(known.filter((text) => page.includes(text))).toEqual([]);
        expect(namesIn(page).filter((name) => ownNames.includes(name))).toEqual([]);
      }
    }
  });

  it('keep robots rules for the pages that had them', () => {
    const closed = (publishers: readonly Publisher[]) =>
      publishers.flatMap(({ robots, items }) => {
        const folders = [...(robots ?? '').matchAll(/^Disallow: (\/\S*)/gm)].map((rule) => rule[1] ?? '');
        return items
          .filter((item) => folders.some((folder) => item.path.startsWith(folder)))
          .map(({ title }) => title);
      });
    expect(closed(renamed)).toEqual(closed(original));
    expect(closed(original)).toHaveLength(1);
  });

  it('are the same for the same seed and others for another', () => {
    const hosts = (seed: string) => loadPublishers(DIR, { seed }).map(({ host }) => host);
    expect(hosts('any words')).toEqual(hosts('any words'));
    expect(hosts('any words')).not.toEqual(hosts('other words'));
  });

  it('are served like the others', async () => {
    await start({ rename: RENAME });
    for (const { url } of publisherFeeds(DIR, RENAME)) expect((await ask(url)).status).toBe(200);
    expect((await ask(feedUrlOf('essanews'))).status).toBe(404);
  });
});

function isTradeName(name: string): boolean {
  return nameWords(name).every((word) => TRADE_WORDS.has(word));
}
