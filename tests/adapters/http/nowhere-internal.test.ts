import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type LookupFunction } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createWeb, type HttpWeb } from '../../../src/adapters/http/create-web.ts';
import type { WebOptions } from '../../../src/adapters/http/web-options.ts';
import { type MisbehavingServer, startMisbehavingServer, wholeResponse } from './misbehaving-server.ts';
import { SHORT_TIMES } from './misbehaviours.ts';

const certificateFile = (name: string): string =>
  readFileSync(new URL(`./certificate/${name}`, import.meta.url), 'utf8');
const TLS = { cert: certificateFile('certificate.pem'), key: certificateFile('key.pem') };

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

function webWith(options: Partial<WebOptions>): HttpWeb {
  const web = createWeb({ userAgent: 'Caveat/0', ...options });
  opened.push(web);
  return web;
}

async function server(tls?: typeof TLS): Promise<MisbehavingServer> {
  const started = await startMisbehavingServer({ '*': wholeResponse(200, {}, 'inside') }, tls);
  opened.push(started);
  return started;
}

/** A resolver that answers each question with the next of these answers. */
function resolver(...answers: string[][]): LookupFunction & { asked: () => number } {
  let asked = 0;
  const lookup: LookupFunction = (_hostname, _options, callback) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    const addresses = answer.map(
      (address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }),
    );
    setImmediate(() => callback(null, addresses));
  };
  return Object.assign(lookup, { asked: () => asked });
}

describe('a name that resolves to the inside', () => {
  it.each([
    { name: 'loopback', answers: ['127.0.0.1'] },
    { name: 'the metadata service', answers: ['169.254.169.254'] },
    { name: 'a private network', answers: ['10.1.2.3', '192.168.0.1'] },
    { name: 'IPv6 loopback', answers: ['::1'] },
    { name: 'IPv4 in IPv6', answers: ['::ffff:127.0.0.1'] },
    { name: 'a zone', answers: ['fe80::1%lo'] },
    { name: 'nothing', answers: [] },
  ])('$name is not connected to', async ({ answers }) => {
    for (const scheme of ['http', 'https']) {
      const web = webWith({ lookup: resolver(answers) });
      const outcome = await web.fetch({ url: `${scheme}://rebinding.example/`, want: 'feed' });
      expect(outcome).toMatchObject({ kind: 'refused', reason: 'address-not-allowed', retryable: false });
    }
  });

  it('gains nothing by resolving to the outside first: each connection is checked anew', async () => {
    const { port } = await server();
    const lookup = resolver(['127.0.0.1'], ['169.254.169.254']); // loopback plays the outside
    const web = webWith({ allowLoopback: true, lookup });
    const url = `http://localhost:${port}/`;
    expect(await web.fetch({ url, want: 'feed' })).toMatchObject({ kind: 'ok' });
    expect(await web.fetch({ url, want: 'feed' })).toMatchObject({ reason: 'address-not-allowed' });
    expect(lookup.asked()).toBe(2);
  });

  it('is connected to only where it leads outside, when it resolves to both', async () => {
    const { port } = await server();
    const web = webWith({
      allowLoopback: true,
      lookup: resolver(['10.0.0.1', '169.254.169.254', '127.0.0.1']),
    });
    expect(await web.fetch({ url: `http://localhost:${port}/`, want: 'feed' })).toMatchObject({ kind: 'ok' });
  });
});

describe('a resolver', () => {
  it('that knows no such name is dns-failed', async () => {
    const lookup: LookupFunction = (_hostname, _options, callback) =>
      callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    const outcome = await webWith({ lookup }).fetch({ url: 'http://no.example/', want: 'feed' });
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'dns-failed', retryable: true });
  });

  it('that never answers is a timeout', async () => {
    const outcome = await webWith({ lookup: () => {}, limits: SHORT_TIMES }).fetch({
      url: 'http://slow.example/',
      want: 'feed',
    });
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'timeout', retryable: true });
  });

  it('is not asked about an address', async () => {
    const lookup = resolver(['127.0.0.1']);
    const { origin } = await server();
    const outcome = await webWith({ lookup, allowLoopback: true }).fetch({ url: `${origin}/`, want: 'feed' });
    expect(outcome.kind).toBe('ok');
    expect(lookup.asked()).toBe(0);
  });
});

describe('allowLoopback', () => {
  it('lets this machine pass and nothing else of the inside', async () => {
    const { origin, port } = await server();
    const web = webWith({ allowLoopback: true });
    expect(await web.fetch({ url: origin, want: 'feed' })).toMatchObject({ kind: 'ok' });
    expect(await web.fetch({ url: `http://localhost:${port}/`, want: 'feed' })).toMatchObject({ kind: 'ok' });
    const metadata = await web.fetch({ url: 'http://169.254.169.254/', want: 'feed' });
    expect(metadata).toMatchObject({ reason: 'address-not-allowed' });
  });
});

describe('TLS', () => {
  it('refuses a certificate that nobody vouches for', async () => {
    const { origin } = await server(TLS);
    const outcome = await webWith({ allowLoopback: true }).fetch({ url: origin, want: 'feed' });
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'tls-failed', retryable: false });
  });

  it('refuses a server that speaks no TLS', async () => {
    const plain = createServer((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await once(plain.listen(0, '127.0.0.1'), 'listening');
    const { port } = plain.address() as AddressInfo;
    const outcome = await webWith({ allowLoopback: true }).fetch({
      url: `https://127.0.0.1:${port}/`,
      want: 'feed',
    });
    plain.close();
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'tls-failed', retryable: true });
  });

  it('accepts a certificate that is vouched for, for the name it is for and for no other', async () => {
    const { port } = await server(TLS);
    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, TLS.cert]);
    try {
      const web = webWith({ allowLoopback: true, lookup: resolver(['127.0.0.1']) });
      expect(await web.fetch({ url: `https://localhost:${port}/`, want: 'feed' })).toMatchObject({
        kind: 'ok',
      });
      const other = await webWith({ allowLoopback: true }).fetch({
        url: `https://127.0.0.2:${port}/`,
        want: 'feed',
      });
      expect(other.kind).toBe('refused');
    } finally {
      setDefaultCACertificates(trusted);
    }
  });
});
