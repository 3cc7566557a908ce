import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCaveat } from './run-caveat.ts';

const SENTENCE =
  'The foreign minister told Kyiv on Thursday that Ukraine may use British missiles to strike targets in Russia.';
const PAGE = `<!doctype html><html lang="en"><head><title>Minister visits Kyiv</title></head><body><article>
<h1>Minister visits Kyiv</h1>${`<p>${SENTENCE} The journey had been kept secret, and the train was late.</p>`.repeat(6)}</article></body></html>`;

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const isKnown = request.url === '/1';
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'text/html' }).end(isKnown ? PAGE : 'gone');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const explain = (...args: string[]) =>
  runCaveat(['explain', ...args], {
    env: { WEB_GATEWAY: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
  });

describe('caveat explain, of an address', () => {
  it('fetches the page and explains its article', async () => {
    const { code, out } = await explain('http://news.example/1', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'http://news.example/1',
      title: 'Minister visits Kyiv',
      relevance: 'core',
      positions: [{ position: { country: 'GB' } }],
    });
  });

  it('says what to do when there is no page', async () => {
    const { code, out, err } = await explain('http://news.example/2');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^http:\/\/news\.example\/2 gave no page: .*Save it with a browser/);
  });
});
