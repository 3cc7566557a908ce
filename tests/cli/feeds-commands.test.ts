import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FeedConfig, FeedsFile } from '../../src/config/schema.ts';
import { runCaveat } from './run-caveat.ts';

const CONFIG = join(import.meta.dirname, '..', '..', 'config');

const rss = (title: string) => `<rss version="2.0"><channel><title>${title}</title><language>en-GB</language>
<item><title>Newest</title><link>/2</link><pubDate>Fri, 31 May 2024 10:00:00 GMT</pubDate><description>Short text</description></item>
<item><title>Older</title><link>/1</link><pubDate>Thu, 30 May 2024 10:00:00 GMT</pubDate></item></channel></rss>`;

const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>x</title>${head}</head><body>${body}</body></html>`;

/** The web of these tests, by host and path. */
const SITES: Readonly<Record<string, readonly [status: number, type: string, body: string]>> = {
  'feed.example/rss.xml': [200, 'application/rss+xml', rss('Plain Feed')],
  'announced.example/': [
    200,
    'text/html',
    page(
      '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" href="/deep/news.xml">',
    ),
  ],
  'announced.example/comments/feed/': [200, 'text/xml', rss('Comments')],
  'announced.example/deep/news.xml': [200, 'text/xml', rss('Announced')],
  'linked.example/': [200, 'text/html', page('', '<a href="/services/rss">RSS</a>')],
  'linked.example/services/rss': [200, 'text/xml', rss('Linked')],
  'usual.example/': [200, 'text/html', page('')],
  'usual.example/rss.xml': [200, 'text/xml', rss('Usual Place')],
  'none.example/': [200, 'text/html', page('')],
  'blocked.example/feed': [403, 'text/html', page('')],
  'kirja.example/feed': [200, 'text/xml', rss('Українські новини')],
};

let server: Server;
let dir: string;

function play(request: IncomingMessage, response: ServerResponse): void {
  const [status, type, body] = SITES[`${request.headers.host}${request.url}`] ?? [404, 'text/html', page('')];
  response.writeHead(status, { 'content-type': type }).end(body);
}

beforeAll(async () => {
  server = createServer(play);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'caveat-feeds-'));
  cpSync(CONFIG, dir, { recursive: true });
  writeFileSync(
    join(dir, 'settings.json'),
    JSON.stringify({
      topics: ['weapons-use-restrictions'],
      contact: 'https://us.example/',
      hostSpacingSeconds: 0,
    }),
  );
  return () => rmSync(dir, { recursive: true, force: true });
});

const feeds = (...args: string[]) =>
  runCaveat(['feeds', ...args], {
    env: {
      CONFIG_DIR: dir,
      WEB_GATEWAY: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      CAVEAT_DIR: join(dir, 'no-store'),
    },
  });
const file = () => readFileSync(join(dir, 'feeds.json'), 'utf8');
const rows = (): FeedConfig[] => FeedsFile.parse(JSON.parse(file())).feeds;
const row = (id: string) => rows().find((each) => each.id === id);
const linesOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('caveat feeds add', () => {
  it('follows a feed by its own address, with what the feed says about itself', async () => {
    const { code, err, out } = await feeds('add', 'http://feed.example/rss.xml', '--country', 'gb');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(row('plain-feed')).toMatchObject({
      publisher: 'Plain Feed',
      family: 'plain-feed',
      url: 'http://feed.example/rss.xml',
      country: 'GB',
      language: 'en',
      verified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(linesOf(out)[0].items.map((item: { title: string }) => item.title)).toEqual(['Newest', 'Older']);
    const ids = rows().map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((one, other) => (one < other ? -1 : 1)));
  });

  it.each([
    { site: 'announced', id: 'announced', url: 'http://announced.example/deep/news.xml' },
    { site: 'linked', id: 'linked', url: 'http://linked.example/services/rss' },
    { site: 'usual', id: 'usual-place', url: 'http://usual.example/rss.xml' },
  ])('finds the feed of a site: $site', async ({ site, id, url }) => {
    const { code } = await feeds('add', `http://${site}.example/`);
    expect(code).toBe(0);
    expect(row(id)?.url).toBe(url);
  });

  it('shows a person what would be read', async () => {
    const { out } = await feeds('add', 'http://feed.example/rss.xml', '--format', 'table', '--dry-run');
    expect(out).toContain('2 items, 2 with a link');
    expect(out).toMatch(/2024-05-31 10:00.+Newest.+10 characters of summary/);
    expect(out).toContain('Nothing was written');
    expect(row('plain-feed')).toBeUndefined();
  });

  it('says what was asked when there is no feed', async () => {
    const before = file();
    const { code, err } = await feeds('add', 'http://none.example/');
    expect(code).toBe(1);
    expect(err).toContain('http://none.example/: html-page');
    expect(err).toContain('http://none.example/feed/: not-found');
    expect(file()).toBe(before);
  });

  it.each([
    { args: ['not an address'], says: 'is no address' },
    { args: ['http://feed.example/rss.xml', '--id', 'nato'], says: 'choose a name with --id' },
    { args: ['http://feed.example/rss.xml', '--id', 'No Slug'], says: '--id: use lower-case words' },
    { args: ['http://feed.example/rss.xml', '--country', 'Norway'], says: '--country: use an ISO 3166' },
  ])('refuses $args', async ({ args, says }) => {
    const before = file();
    const { code, err } = await feeds('add', ...args);
    expect(code).toBe(1);
    expect(err).toContain(says);
    expect(file()).toBe(before);
  });

  it('does not follow one feed twice', async () => {
    await feeds('add', 'http://feed.example/rss.xml');
    const { code, err } = await feeds('add', 'http://feed.example/rss.xml', '--id', 'again');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'http://feed.example/rss.xml is followed already, as "plain-feed"\n',
    });
  });

  it('names a feed after its host where its title has no Latin letters', async () => {
    await feeds('add', 'http://kirja.example/feed');
    expect(row('kirja-example')?.publisher).toBe('Українські новини');
  });
});

describe('caveat feeds remove', () => {
  it('takes the row out and nothing else', async () => {
    const before = rows();
    const { code } = await feeds('remove', 'nato');
    expect(code).toBe(0);
    expect(rows()).toEqual(before.filter(({ id }) => id !== 'nato'));
  });

  it('names the feeds that could be meant', async () => {
    const { code, err } = await feeds('remove', 'bbc');
    expect(code).toBe(1);
    expect(err).toContain('  bbc-news-europe');
    expect(err).not.toContain('  nato');
  });
});

describe('caveat feeds check', () => {
  it('asks the feeds themselves with --live, tells what is wrong, and ends with 1', async () => {
    await feeds('add', 'http://feed.example/rss.xml');
    await feeds('import', writeOpml('http://blocked.example/feed'));
    const { code, out } = await feeds('check', '--live', 'plain-feed', 'imported');
    const [blocked, read] = linesOf(out);
    expect(code).toBe(1);
    expect(blocked).toMatchObject({ feedId: 'imported', status: 'blocked', blocked: true });
    expect(blocked.lastError).toContain('blocked');
    expect(read).toMatchObject({
      feedId: 'plain-feed',
      status: 'silent',
      newestItemAt: '2024-05-31T10:00:00.000Z',
      silentSince: '2024-05-31T10:00:00.000Z',
      intervalMinutes: 360,
      consecutiveFailures: 0,
    });
  });

  it('ends with 0 when all is well, and prints a table on request', async () => {
    await feeds('add', 'http://feed.example/rss.xml');
    const { code, out } = await feeds('check', '--live', 'plain-feed', '--format', 'table');
    expect(code).toBe(0);
    expect(out).toMatch(/plain-feed.+silent.+2024-05-31 10:00.+6 h/);
  });

  it('refuses an id that is not there, and says how to get a table where there is none', async () => {
    expect((await feeds('check', 'nosuch')).err).toContain('there is no feed "nosuch"');
    expect((await feeds('check', 'nato')).err).toContain('npm start');
  });
});

describe('caveat feeds import and export', () => {
  it('a list that was exported comes back as it was', async () => {
    const before = rows();
    const opml = join(dir, 'out.opml');
    expect((await feeds('export', opml)).code).toBe(0);
    await feeds('remove', 'nato');
    await feeds('remove', 'guardian-ukraine');
    const { code, out } = await feeds('import', opml);
    expect(code).toBe(0);
    const outcomes = linesOf(out);
    expect(outcomes.filter(({ outcome }) => outcome === 'added').map(({ id }) => id)).toEqual([
      'guardian-ukraine',
      'nato',
    ]);
    expect(rows()).toEqual(before);
  });

  it('takes over what a feed reader wrote, from folders too, and passes over what cannot be followed', async () => {
    const opml = join(dir, 'in.opml');
    const outline = (text: string, url: string) => `<outline text="${text}" type="rss" xmlUrl="${url}"/>`;
    writeFileSync(
      opml,
      `<opml version="1.1"><head/><body><outline text="Folder">${outline('One &amp; Two', 'https://one.example/feed?a=1&amp;b=2')}${outline('Local', 'ftp://two.example/')}</outline>${outline('Secret', 'https://user:pass@three.example/')}</body></opml>`,
    );
    const { out } = await feeds('import', opml);
    expect(linesOf(out).map(({ id, outcome }) => [id, outcome.split(':')[0]])).toEqual([
      ['one-two', 'added'],
      ['local', 'passed over'],
      ['secret', 'passed over'],
    ]);
    expect(row('one-two')).toMatchObject({ url: 'https://one.example/feed?a=1&b=2', verified: null });
  });

  it('refuses what is no OPML', async () => {
    const { code, err } = await feeds('import', join(dir, 'digest.json'));
    expect(code).toBe(1);
    expect(err).toContain('is no OPML file');
  });
});

function writeOpml(url: string): string {
  const path = join(dir, 'one.opml');
  writeFileSync(
    path,
    `<opml version="2.0"><body><outline text="Imported" type="rss" xmlUrl="${url}"/></body></opml>`,
  );
  return path;
}
