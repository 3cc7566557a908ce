import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createWeb, type HttpWeb } from '../../../src/adapters/http/create-web.ts';
import type { WebOptions } from '../../../src/adapters/http/web-options.ts';
import type { WebOutcome, WebRequest } from '../../../src/pipeline/web.ts';
import { zstdWithWindow } from './bombs.ts';
import {
  type MisbehavingServer,
  type Misbehaviour,
  octets,
  octetsThenReset,
  response,
  startMisbehavingServer,
  wholeResponse,
} from './misbehaving-server.ts';
import { SMALL_SIZES } from './misbehaviours.ts';

const USER_AGENT = 'Caveat/1.2.3 (+https://newsroom.example/caveat)';
const FEED = '<rss version="2.0"><channel><title>Früh</title></channel></rss>';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function playWeb(
  routes: Record<string, Misbehaviour>,
  options: Partial<WebOptions> = {},
): Promise<{ web: HttpWeb; server: MisbehavingServer }> {
  const server = await startMisbehavingServer(routes);
  const web = createWeb({ userAgent: USER_AGENT, limits: SMALL_SIZES, gateway: server.origin, ...options });
  opened.push(web, server);
  return { web, server };
}

/** Asks `https://outlet.example/` of a web in which every address answers like this. */
async function answerOf(misbehave: Misbehaviour, request: Partial<WebRequest> = {}): Promise<WebOutcome> {
  const { web } = await playWeb({ '*': misbehave });
  return web.fetch({ url: 'https://outlet.example/feed.xml', want: 'feed', ...request });
}

const textOf = (outcome: WebOutcome): string =>
  outcome.kind === 'ok' ? Buffer.from(outcome.bytes).toString('utf8') : `no body: ${outcome.kind}`;

describe('what is sent', () => {
  it('is an honest name, what is wanted, and nothing about anybody', async () => {
    const { web, server } = await playWeb({ '*': wholeResponse(200, {}, FEED) });
    await web.fetch({ url: 'https://outlet.example/feed.xml?a=1#fragment', want: 'feed' });
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'GET', path: '/feed.xml?a=1' });
    expect([...(request?.headers.keys() ?? [])].toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
      'x-forwarded-proto', // from the gateway setting alone
    ]);
    expect(request?.headers.get('user-agent')).toBe(USER_AGENT);
    expect(request?.headers.get('host')).toBe('outlet.example');
    expect(request?.headers.get('x-forwarded-proto')).toBe('https');
  });

  it.each([
    { want: 'feed', accept: /^application\/rss\+xml, .*\*\/\*;q=0\.1$/ },
    { want: 'page', accept: /^text\/html, .*\*\/\*;q=0\.1$/ },
    { want: 'robots', accept: /^text\/plain, \*\/\*;q=0\.1$/ },
  ] as const)('prefers what a $want comes as', async ({ want, accept }) => {
    const { web, server } = await playWeb({ '*': wholeResponse(200) });
    await web.fetch({ url: 'http://outlet.example/', want });
    expect(server.received[0]?.headers.get('accept')).toMatch(accept);
  });

  it('echoes validators byte for byte', async () => {
    const etag = 'W/"\xe4\xff,  odd \' -- tag"';
    const lastModified = 'sometime  last Tuesday';
    const answer = wholeResponse(200, { ETag: etag, 'Last-Modified': lastModified }, FEED);
    const { web, server } = await playWeb({ '*': answer });
    const first = await web.fetch({ url: 'http://outlet.example/', want: 'page' });
    expect(first).toMatchObject({ validators: { etag, lastModified } });
    const validators = first.kind === 'ok' ? first.validators : {};
    await web.fetch({ url: 'http://outlet.example/', want: 'page', validators });
    expect(server.received[1]?.headers.get('if-none-match')).toBe(etag);
    expect(server.received[1]?.headers.get('if-modified-since')).toBe(lastModified);
  });

  it('leaves out a validator that no header can carry', async () => {
    const { web, server } = await playWeb({ '*': wholeResponse(200, {}, FEED) });
    const validators = { etag: '"a"\r\nX-Injected: 1', lastModified: '' };
    const outcome = await web.fetch({ url: 'http://outlet.example/', want: 'feed', validators });
    expect(outcome.kind).toBe('ok');
    expect([...(server.received[0]?.headers.keys() ?? [])]).not.toContain('x-injected');
    expect([...(server.received[0]?.headers.keys() ?? [])]).not.toContain('if-none-match');
  });

  it('keeps no cookie, across redirects and between requests', async () => {
    const { web, server } = await playWeb({
      '/a': wholeResponse(302, { Location: '/b', 'Set-Cookie': 'id=1; Path=/' }),
      '/b': wholeResponse(200, { 'Set-Cookie': 'id=2' }, FEED),
    });
    await web.fetch({ url: 'http://outlet.example/a', want: 'feed' });
    await web.fetch({ url: 'http://outlet.example/b', want: 'feed' });
    const names = server.received.flatMap(({ headers }) => [...headers.keys()]);
    expect(server.received).toHaveLength(3);
    expect(names).not.toContain('cookie');
    expect(names).not.toContain('referer');
  });
});

describe('a whole answer', () => {
  it.each<{ name: string; misbehave: Misbehaviour; text: string }>([
    { name: 'with a length', misbehave: wholeResponse(200, {}, FEED), text: FEED },
    { name: 'that ends with the connection', misbehave: response(200, {}, FEED), text: FEED },
    {
      name: 'in chunks',
      misbehave: response(
        200,
        { 'Transfer-Encoding': 'chunked' },
        '3\r\n<rs\r\n3;ext=1\r\ns/>\r\n0\r\nTrailer: 1\r\n\r\n',
      ),
      text: '<rss/>',
    },
    { name: 'of HTTP/1.0', misbehave: octets('HTTP/1.0 200 OK\r\n\r\n<rss/>'), text: '<rss/>' },
    { name: 'without headers', misbehave: octets('HTTP/1.1 200 OK\r\n\r\n<rss/>'), text: '<rss/>' },
    { name: 'transformed on the way (203)', misbehave: wholeResponse(203, {}, FEED), text: FEED },
    { name: 'that is empty', misbehave: wholeResponse(200), text: '' },
    { name: 'in gzip', misbehave: encoded('gzip', gzipSync(FEED)), text: FEED },
    { name: 'in x-gzip', misbehave: encoded('X-GZip', gzipSync(FEED)), text: FEED },
    { name: 'in br', misbehave: encoded('br', brotliCompressSync(FEED)), text: FEED },
    { name: 'in zstd', misbehave: encoded('zstd', zstdCompressSync(FEED)), text: FEED },
    {
      name: 'in zstd with the largest window of the web',
      misbehave: encoded('zstd', zstdWithWindow(23)),
      text: 'hello',
    },
    { name: 'in deflate', misbehave: encoded('deflate', deflateSync(FEED)), text: FEED },
    {
      name: 'in deflate without its wrapper',
      misbehave: encoded('deflate', deflateRawSync(FEED)),
      text: FEED,
    },
    { name: 'empty and called gzip', misbehave: encoded('gzip', Buffer.alloc(0)), text: '' },
    { name: 'called identity', misbehave: encoded('identity', Buffer.from(FEED)), text: FEED },
    { name: 'whose encoding is a charset', misbehave: encoded('UTF-8', Buffer.from(FEED)), text: FEED },
    {
      name: 'whose encoding is beside a word for none',
      misbehave: encoded('none, gzip', gzipSync(FEED)),
      text: FEED,
    },
    {
      name: 'longer than it said',
      misbehave: response(200, { 'Content-Length': '6' }, '<rss/> and more'),
      text: '<rss/>',
    },
    {
      // undici takes what came before a reset as whole where nothing said how long it would be, as browsers do
      name: 'without a length that ends in a reset',
      misbehave: octetsThenReset('HTTP/1.1 200 OK\r\n\r\n<rss/>'),
      text: '<rss/>',
    },
  ])('$name', async ({ misbehave, text }) => {
    expect(textOf(await answerOf(misbehave))).toBe(text);
  });

  it('just as large as the limit is read', async () => {
    const outcome = await answerOf(encoded('gzip', gzipSync('x'.repeat(200_000))));
    expect(textOf(outcome)).toHaveLength(200_000);
  });

  it('tells its address, type, validators and hints', async () => {
    const headers = {
      'Content-Type': 'application/rss+xml; charset=iso-8859-1',
      ETag: '"v1"',
      'Cache-Control': 'public, max-age=900',
    };
    expect(await answerOf(wholeResponse(200, headers, FEED))).toMatchObject({
      kind: 'ok',
      url: 'https://outlet.example/feed.xml',
      contentType: 'application/rss+xml; charset=iso-8859-1',
      validators: { etag: '"v1"' },
      hints: { maxAgeSeconds: 900 },
    });
  });

  it('keeps no validators of a publisher who says Expires: 0', async () => {
    const outcome = await answerOf(wholeResponse(200, { ETag: '"v1"', Expires: '0' }, FEED));
    expect(outcome).toMatchObject({ kind: 'ok', validators: {}, hints: { expiresInSeconds: 0 } });
    expect(outcome.kind === 'ok' && outcome.validators.etag).toBeUndefined();
  });

  it('of robots.txt is cut at the limit, not refused', async () => {
    const answer = wholeResponse(200, {}, 'User-agent: *\n'.repeat(5_000));
    const outcome = await answerOf(answer, { want: 'robots' });
    expect(outcome).toMatchObject({ kind: 'ok', truncated: true });
    expect(outcome.kind === 'ok' && outcome.bytes.byteLength).toBe(50_000);
  });
});

describe('an answer that nothing changed', () => {
  const validators = { etag: '"v1"', lastModified: 'Tue, 28 May 2024 10:00:00 GMT' };

  it('is 304 to a conditional request; newer validators replace the old ones', async () => {
    const answer = response(304, {
      'Last-Modified': 'Wed, 29 May 2024 10:00:00 GMT',
      'Cache-Control': 'max-age=60',
    });
    expect(await answerOf(answer, { validators })).toMatchObject({
      kind: 'not-modified',
      url: 'https://outlet.example/feed.xml',
      validators: { etag: '"v1"', lastModified: 'Wed, 29 May 2024 10:00:00 GMT' },
      hints: { maxAgeSeconds: 60 },
    });
  });

  it('is 200 with the ETag that was sent, for a feed', async () => {
    const answer = wholeResponse(200, { ETag: '"v1"' }, FEED);
    expect((await answerOf(answer, { validators })).kind).toBe('not-modified');
    expect((await answerOf(answer, { validators, want: 'page' })).kind).toBe('ok');
    expect((await answerOf(wholeResponse(200, { ETag: 'W/"v1"' }, FEED), { validators })).kind).toBe('ok');
  });
});

describe('a status', () => {
  it.each([
    { status: 401, reason: 'blocked', retryable: false },
    { status: 402, reason: 'blocked', retryable: false },
    { status: 403, reason: 'blocked', retryable: false },
    { status: 451, reason: 'blocked', retryable: false },
    { status: 404, reason: 'not-found', retryable: false },
    { status: 410, reason: 'gone', retryable: false },
    { status: 400, reason: 'http-status', retryable: false },
    { status: 408, reason: 'http-status', retryable: true },
    { status: 418, reason: 'http-status', retryable: false },
    { status: 425, reason: 'http-status', retryable: true },
    { status: 429, reason: 'rate-limited', retryable: true },
    { status: 500, reason: 'server-error', retryable: true },
    { status: 502, reason: 'server-error', retryable: true },
    { status: 503, reason: 'server-error', retryable: true },
    { status: 599, reason: 'server-error', retryable: true },
    { status: 204, reason: 'http-status', retryable: false },
    { status: 206, reason: 'http-status', retryable: false },
    { status: 300, reason: 'http-status', retryable: false },
    { status: 305, reason: 'http-status', retryable: false },
  ])('of $status is $reason', async ({ status, reason, retryable }) => {
    expect(await answerOf(response(status))).toMatchObject({ kind: 'refused', status, reason, retryable });
  });

  it.each([
    { name: 'seconds', headers: { 'Retry-After': '120' }, seconds: 120 },
    {
      name: 'a date, counted by the clock of the server',
      headers: { Date: 'Sun, 06 Nov 1994 08:49:37 GMT', 'Retry-After': 'Sun, 06 Nov 1994 08:59:37 GMT' },
      seconds: 600,
    },
    { name: 'nonsense', headers: { 'Retry-After': 'soon' }, seconds: undefined },
    { name: 'nothing', headers: {}, seconds: undefined },
  ])('of 429 and 503 passes on Retry-After as $name', async ({ headers, seconds }) => {
    for (const status of [429, 503]) {
      const outcome = await answerOf(wholeResponse(status, headers));
      expect(outcome.kind === 'refused' && outcome.retryAfterSeconds).toBe(seconds);
    }
  });
});

describe('the web as a whole', () => {
  it('opens no connection twice, and leaves none open', async () => {
    const { web, server } = await playWeb({ '*': wholeResponse(200, { Connection: 'keep-alive' }, FEED) });
    await web.fetch({ url: 'http://outlet.example/1', want: 'feed' });
    await web.fetch({ url: 'http://outlet.example/2', want: 'feed' });
    expect(server.received.map(({ headers }) => headers.get('connection'))).toEqual(['close', 'close']);
    await expect.poll(() => server.openSockets()).toBe(0);
  });

  it('ends what is under way when it is closed, and refuses what comes after', async () => {
    const { web, server } = await playWeb({ '*': () => {} });
    const pending = web.fetch({ url: 'http://outlet.example/', want: 'feed' });
    await expect.poll(() => server.received.length).toBe(1);
    await web.close();
    expect(await pending).toMatchObject({ kind: 'refused', reason: 'connect-failed', retryable: true });
    const later = await web.fetch({ url: 'http://outlet.example/', want: 'feed' });
    expect(later).toMatchObject({ kind: 'refused', reason: 'connect-failed' });
  });

  it('says connect-failed when nobody listens', async () => {
    const { web, server } = await playWeb({});
    await server.close();
    const outcome = await web.fetch({ url: 'http://outlet.example/', want: 'feed' });
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'connect-failed', retryable: true });
  });

  it.each([
    { name: 'no URL', url: 'outlet.example/feed', reason: 'bad-url' },
    { name: 'an empty one', url: '', reason: 'bad-url' },
    { name: 'a file', url: 'file:///etc/passwd', reason: 'bad-url' },
    { name: 'a mailbox', url: 'mailto:a@outlet.example', reason: 'bad-url' },
    { name: 'loopback', url: 'http://127.0.0.1/', reason: 'address-not-allowed' },
  ])('refuses $name before it connects', async ({ url, reason }) => {
    const { web, server } = await playWeb({ '*': wholeResponse(200) });
    expect(await web.fetch({ url, want: 'feed' })).toMatchObject({
      kind: 'refused',
      reason,
      retryable: false,
    });
    expect(server.received).toEqual([]);
  });
});

function encoded(coding: string, body: Uint8Array): Misbehaviour {
  return wholeResponse(200, { 'Content-Encoding': coding }, body);
}
