import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb, type HttpWeb } from '../../../src/adapters/http/create-web.ts';
import { type MisbehavingServer, octets, startMisbehavingServer } from './misbehaving-server.ts';
import { SMALL_SIZES } from './misbehaviours.ts';

/** What responses are made of, to be put together wrongly. */
const PIECES = [
  'HTTP/1.1 200 OK\r\n',
  'HTTP/1.1 301 Moved\r\n',
  'HTTP/1.1 304 Not Modified\r\n',
  'HTTP/1.0 503 Busy\r\n',
  'HTTP/1.1 103 Early Hints\r\n',
  'Cache-Control: max-age=1, ="\r\n',
  'Connection: keep-alive, upgrade\r\n',
  'Content-Encoding: gzip\r\n',
  'Content-Encoding: zstd, identity\r\n',
  'Content-Length: 3\r\n',
  'Content-Length: 0\r\n',
  'Date: never\r\n',
  'Expires: -1\r\n',
  'Location: /again\r\n',
  'Location: //[\r\n',
  'Retry-After: 1e9\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: gzip, chunked\r\n',
  '\r\n',
  '\r\n\r\n',
  '3\r\nabc\r\n',
  '0\r\n\r\n',
  'abc',
  '\x1f\x8b\x08\x00',
  '\x28\xb5\x2f\xfd',
];

let server: MisbehavingServer;
let web: HttpWeb;
let sent = '';

beforeAll(async () => {
  server = await startMisbehavingServer({ '*': (socket, request) => octets(sent)(socket, request) });
  web = createWeb({ userAgent: 'Caveat/0', limits: SMALL_SIZES, gateway: server.origin });
});

afterAll(async () => {
  await web.close();
  await server.close();
});

describe('any octets at all', () => {
  const binary = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
  const piece = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: binary },
  );
  const request = fc.record({
    url: fc.constant('https://outlet.example/feed'),
    want: fc.constantFrom('feed' as const, 'page' as const, 'robots' as const),
    validators: fc.record(
      { etag: fc.string(), lastModified: fc.string({ unit: 'binary' }) },
      { requiredKeys: [] },
    ),
  });

  it('end in an outcome, whatever was asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), request, async (pieces, asked) => {
        sent = pieces.join('');
        const outcome = await web.fetch(asked);
        expect(['ok', 'not-modified', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 500 },
    );
  });

  it('are no trouble as an address either', async () => {
    sent = 'HTTP/1.1 200 OK\r\n\r\n';
    const address = fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(address, async (url) => {
        const outcome = await web.fetch({ url, want: 'page' });
        expect(['ok', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 300 },
    );
  });
});
