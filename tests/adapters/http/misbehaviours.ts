import { gzipSync } from 'node:zlib';
import type { WebLimits } from '../../../src/adapters/http/web-options.ts';
import type { WebRefusalReason } from '../../../src/pipeline/web.ts';
import { brotliBomb, gzipBomb, layeredGzip, zstdBomb, zstdWithWindow } from './bombs.ts';
import {
  drip,
  flood,
  type Misbehaviour,
  octets,
  octetsThenReset,
  octetsThenSilence,
  response,
  wholeResponse,
} from './misbehaving-server.ts';

/** Sizes that a test reaches quickly. The times are those of the product, so that a busy machine changes nothing. */
export const SMALL_SIZES: Partial<WebLimits> = {
  maxHeaderBytes: 16_384,
  maxWireBytes: { feed: 100_000, page: 100_000, robots: 100_000 },
  maxBytes: { feed: 200_000, page: 200_000, robots: 50_000 },
};

/** Times for servers that would never end by themselves. */
export const SHORT_TIMES: Partial<WebLimits> = {
  ...SMALL_SIZES,
  connectMs: 500,
  headersMs: 500,
  idleMs: 500,
  totalMs: 1_500,
};

export interface MisbehaviourCase {
  readonly name: string;
  readonly misbehave: Misbehaviour;
  /** Several where the operating system decides what is seen first. */
  readonly reasons: readonly WebRefusalReason[];
}

const OK = 'HTTP/1.1 200 OK\r\n';
const compressedAs = (coding: string, body: Uint8Array): Misbehaviour =>
  wholeResponse(200, { 'Content-Encoding': coding }, body);

const broken = (name: string, misbehave: Misbehaviour): MisbehaviourCase => ({
  name,
  misbehave,
  reasons: ['bad-response'],
});
const late = (name: string, misbehave: Misbehaviour): MisbehaviourCase => ({
  name,
  misbehave,
  reasons: ['timeout'],
});
const large = (name: string, misbehave: Misbehaviour): MisbehaviourCase => ({
  name,
  misbehave,
  reasons: ['too-large'],
});
const redirect = (name: string, location: string, reason: WebRefusalReason): MisbehaviourCase => ({
  name: `a redirect ${name}`,
  misbehave: wholeResponse(302, { Location: location }),
  reasons: [reason],
});

/** Everything we have thought of, or read of, that a server may do to whoever asks it for a feed. */
export async function misbehaviours(): Promise<readonly MisbehaviourCase[]> {
  return [...slowness(), ...brokenHttp(), ...brokenBodies(), ...(await bombs()), ...redirects()];
}

function slowness(): MisbehaviourCase[] {
  return [
    late('accepts and says nothing', () => {}),
    late('a status line and then silence', octetsThenSilence(OK)),
    late('headers without an end, dripping', drip(OK, 'X-Drip: 1\r\n', 50)),
    late('a header value without an end, dripping', drip(`${OK}X-Drip: `, 'x', 50)),
    late('interim responses for ever', drip('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 50)),
    late('a flood of interim responses', flood('', 'HTTP/1.1 102 Processing\r\n\r\n')),
    late('headers and no body', octetsThenSilence(`${OK}Content-Length: 100\r\n\r\n`)),
    late('a body that stops half-way', octetsThenSilence(`${OK}Content-Length: 100\r\n\r\n<rss>`)),
    late('a body of a byte at a time, for ever', drip(`${OK}\r\n`, 'x', 50)),
    late(
      'chunks of a byte at a time, for ever',
      drip(`${OK}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n', 50),
    ),
    late('an error whose status line never ends', drip('HTTP/1.1 500 ', 'x', 50)),
  ];
}

function brokenHttp(): MisbehaviourCase[] {
  return [
    { name: 'hangs up at once', misbehave: (socket) => socket.end(), reasons: ['connect-failed'] },
    { name: 'resets at once', misbehave: (socket) => socket.resetAndDestroy(), reasons: ['connect-failed'] },
    {
      name: 'hangs up amid the headers',
      misbehave: octets(`${OK}Content-Ty`),
      reasons: ['bad-response', 'connect-failed'],
    },
    broken('speaks another protocol', octets('220 mail.example ESMTP\r\n')),
    broken('HTTP/0.9', octets('<rss version="2.0"></rss>')),
    broken('Shoutcast', octets('ICY 200 OK\r\n\r\nx')),
    broken('an HTTP/2 preface', octets('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')),
    broken('TLS on a plain port', octets(Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]))),
    broken(
      'random octets',
      octets(Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 97) % 256))),
    ),
    broken('a status that is no number', octets('HTTP/1.1 OK 200\r\n\r\n')),
    broken('a status of four digits', octets('HTTP/1.1 2000 OK\r\n\r\n')),
    broken('a NUL in a header', octets(`${OK}X-Nul: a\0b\r\nContent-Length: 0\r\n\r\n`)),
    broken('a control character in a header', octets(`${OK}X-Bell: \x07\r\nContent-Length: 0\r\n\r\n`)),
    broken('a space in a header name', octets(`${OK}X Space: 1\r\nContent-Length: 0\r\n\r\n`)),
    broken('a header without a colon', octets(`${OK}nonsense\r\nContent-Length: 0\r\n\r\n`)),
    broken('two lengths', octets(`${OK}Content-Length: 5\r\nContent-Length: 6\r\n\r\n<rss/>`)),
    broken('a negative length', octets(`${OK}Content-Length: -5\r\n\r\n<rss/>`)),
    broken('a length in words', octets(`${OK}Content-Length: many\r\n\r\n<rss/>`)),
    broken('a length beyond every integer', octets(`${OK}Content-Length: ${'9'.repeat(40)}\r\n\r\n<rss/>`)),
    broken(
      'a length and chunks',
      octets(`${OK}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`),
    ),
    {
      name: 'leave to go on, which nobody asked for',
      misbehave: octets('HTTP/1.1 100 Continue\r\n\r\n'),
      reasons: ['bad-response', 'connect-failed'],
    },
    {
      name: 'an upgrade nobody asked for',
      misbehave: octets('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
      reasons: ['bad-response', 'connect-failed'],
    },
    large('headers for ever', flood(OK, 'X-Flood: 1\r\n')),
    large('a header for ever', flood(`${OK}X-Flood: `, 'x')),
    { name: 'a status of 999', misbehave: wholeResponse(999), reasons: ['server-error'] },
    { name: '304 to an unconditional request', misbehave: response(304), reasons: ['http-status'] },
  ];
}

function brokenBodies(): MisbehaviourCase[] {
  const chunked = `${OK}Transfer-Encoding: chunked\r\n\r\n`;
  const gzipped = gzipSync('<rss version="2.0"></rss>'.repeat(100));
  return [
    broken('a reset amid the body', octetsThenReset(`${OK}Content-Length: 100\r\n\r\n<rss>`)),
    broken('a body shorter than its length', octets(`${OK}Content-Length: 100\r\n\r\n<rss/>`)),
    broken('chunks without the last one', octets(`${chunked}5\r\n<rss>\r\n`)),
    broken('a chunk shorter than its size', octets(`${chunked}ff\r\n<rss>`)),
    broken('a chunk size that is no number', octets(`${chunked}zz\r\n<rss>\r\n0\r\n\r\n`)),
    broken('a chunk size beyond every integer', octets(`${chunked}${'f'.repeat(40)}\r\n<rss>\r\n`)),
    broken('gzip cut short', compressedAs('gzip', gzipped.subarray(0, gzipped.length - 20))),
    broken('gzip with a wrong byte', compressedAs('gzip', Buffer.from(gzipped).fill(0x55, 20, 40))),
    broken('plain text called gzip', compressedAs('gzip', Buffer.from('<rss version="2.0"></rss>'))),
    broken('plain text called br', compressedAs('br', Buffer.from('<rss version="2.0"></rss>'))),
    broken('plain text called zstd', compressedAs('zstd', Buffer.from('<rss version="2.0"></rss>'))),
    broken('plain text called deflate', compressedAs('deflate', Buffer.from('<rss version="2.0"></rss>'))),
    large('a length of a terabyte', octetsThenSilence(`${OK}Content-Length: 1000000000000\r\n\r\n<rss>`)),
    large('a body for ever', flood(`${OK}\r\n`, 'x')),
    large('chunks for ever', flood(chunked, '400\r\n'.concat('x'.repeat(1024), '\r\n'))),
    large('a body just above the limit', wholeResponse(200, {}, Buffer.alloc(100_001, 'x'))),
  ];
}

async function bombs(): Promise<MisbehaviourCase[]> {
  return [
    large('a gigabyte in brotli', compressedAs('br', await brotliBomb())),
    large('a gigabyte in zstd', compressedAs('zstd', await zstdBomb())),
    large('a gigabyte in gzip', response(200, { 'Content-Encoding': 'gzip' }, gzipBomb())),
    broken('a zstd frame that wants a window of 128 MB', compressedAs('zstd', zstdWithWindow(27))),
    {
      name: 'gzip in gzip in gzip',
      misbehave: compressedAs('gzip, gzip, gzip', layeredGzip()),
      reasons: ['encoding-unsupported'],
    },
    {
      name: 'an encoding nobody knows',
      misbehave: compressedAs('dna', Buffer.from('GATTACA')),
      reasons: ['encoding-unsupported'],
    },
    {
      name: 'an encoding named like a property of every object',
      misbehave: compressedAs('constructor', Buffer.from('x')),
      reasons: ['encoding-unsupported'],
    },
  ];
}

function redirects(): MisbehaviourCase[] {
  return [
    {
      name: 'a redirect to itself',
      misbehave: (socket, request) => wholeResponse(301, { Location: request.path })(socket, request),
      reasons: ['too-many-redirects'],
    },
    {
      name: 'a redirect to ever new addresses',
      misbehave: (socket, request) =>
        wholeResponse(307, { Location: `${request.path}?again` })(socket, request),
      reasons: ['too-many-redirects'],
    },
    redirect('to the metadata service', 'http://169.254.169.254/latest/meta-data/', 'address-not-allowed'),
    redirect('to the metadata service as a number', 'http://2852039166/', 'address-not-allowed'),
    redirect('to a private address', '//10.0.0.1/', 'address-not-allowed'),
    redirect('to IPv4 inside IPv6', 'http://[::ffff:169.254.169.254]/', 'address-not-allowed'),
    redirect('to a name of the local network', 'http://printer.local/', 'address-not-allowed'),
    redirect('to a single label', 'http://intranet/', 'address-not-allowed'),
    redirect('to a port of another protocol', 'http://outlet.example:25/', 'address-not-allowed'),
    redirect('to a file', 'file:///etc/passwd', 'bad-url'),
    redirect('to a script', 'javascript:alert(1)', 'bad-url'),
    redirect('to data', 'data:text/html,x', 'bad-url'),
    redirect('to ftp', 'ftp://outlet.example/', 'bad-url'),
    redirect('with a password', 'http://user:secret@outlet.example/', 'bad-url'),
    redirect('to no URL at all', 'http://[', 'bad-url'),
    redirect('to an address of 9,000 characters', `/${'x'.repeat(9_000)}`, 'bad-url'),
    { name: 'a redirect to nowhere', misbehave: wholeResponse(301), reasons: ['http-status'] },
  ];
}
