import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb, type HttpWeb } from '../../../src/adapters/http/create-web.ts';
import {
  type MisbehavingServer,
  type Misbehaviour,
  response,
  startMisbehavingServer,
  wholeResponse,
} from './misbehaving-server.ts';

/** `/hop/301,302` answers 301 to `/hop/302`, which answers 302 to `/hop/`, which is the feed. */
const hops: Misbehaviour = (socket, request) => {
  const [path = ''] = request.path.split('?');
  const [status, ...others] = path.slice('/hop/'.length).split(',').filter(Boolean);
  const answer =
    status === undefined
      ? wholeResponse(200, {}, '<rss/>')
      : wholeResponse(Number(status), { Location: `/hop/${others.join(',')}` });
  answer(socket, request);
};

const ROUTES: Record<string, Misbehaviour> = {
  '*': hops,
  '/moved-and-unchanged': wholeResponse(308, { Location: '/unchanged' }),
  '/other-host': wholeResponse(301, { Location: '//other.example/hop/' }),
  '/plain-http': wholeResponse(302, { Location: 'http://outlet.example/hop/' }),
  '/unchanged': response(304),
  '/with-fragment': wholeResponse(301, { Location: '/hop/#top' }),
  '/utf-8': wholeResponse(302, { Location: Buffer.from('/hop/?q=Київ').toString('latin1') }),
};

let server: MisbehavingServer;
let web: HttpWeb;

beforeAll(async () => {
  server = await startMisbehavingServer(ROUTES);
  web = createWeb({ userAgent: 'Caveat/0', gateway: server.origin });
});

afterAll(async () => {
  await web.close();
  await server.close();
});

const at = (path: string): string => `https://outlet.example${path}`;
const ask = (path: string, etag?: string) =>
  web.fetch({ url: at(path), want: 'feed', validators: etag === undefined ? undefined : { etag } });

describe('redirects', () => {
  it.each<{ name: string; statuses: string; movedTo: string | undefined }>([
    { name: 'none', statuses: '', movedTo: undefined },
    { name: '301 is for good', statuses: '301', movedTo: '/hop/' },
    { name: '308 is for good', statuses: '308', movedTo: '/hop/' },
    { name: '302 is not', statuses: '302', movedTo: undefined },
    { name: '303 is not', statuses: '303', movedTo: undefined },
    { name: '307 is not', statuses: '307', movedTo: undefined },
    { name: 'two for good lead to the second', statuses: '301,308', movedTo: '/hop/' },
    { name: 'only as far as they are for good', statuses: '301,302', movedTo: '/hop/302' },
    {
      name: 'what comes after the first break does not count',
      statuses: '301,302,301',
      movedTo: '/hop/302,301',
    },
    { name: 'a break at the start', statuses: '302,301', movedTo: undefined },
    { name: 'five are followed', statuses: '301,301,301,301,301', movedTo: '/hop/' },
  ])('$name', async ({ statuses, movedTo }) => {
    const outcome = await ask(`/hop/${statuses}`);
    expect(outcome).toMatchObject({ kind: 'ok', url: at('/hop/') });
    expect(outcome.kind === 'ok' && outcome.movedTo).toBe(movedTo === undefined ? undefined : at(movedTo));
  });

  it('stop after the fifth', async () => {
    const outcome = await ask('/hop/301,301,301,301,301,301');
    expect(outcome).toMatchObject({
      kind: 'refused',
      reason: 'too-many-redirects',
      status: 301,
      retryable: false,
    });
  });

  it('may lead to another host, where Host is the new one', async () => {
    const outcome = await ask('/other-host');
    expect(outcome).toMatchObject({ kind: 'ok', url: 'https://other.example/hop/' });
    expect(server.received.at(-1)?.headers.get('host')).toBe('other.example');
  });

  it('may lead from https to http', async () => {
    expect(await ask('/plain-http')).toMatchObject({ kind: 'ok', url: 'http://outlet.example/hop/' });
    expect(server.received.at(-1)?.headers.get('x-forwarded-proto')).toBe('http');
  });

  it('may be written in raw UTF-8', async () => {
    expect(await ask('/utf-8')).toMatchObject({ url: at('/hop/?q=%D0%9A%D0%B8%D1%97%D0%B2') });
  });

  it('lose their fragment', async () => {
    expect(await ask('/with-fragment')).toMatchObject({ url: at('/hop/'), movedTo: at('/hop/') });
  });

  it('say where the address moved, even where its content did not change', async () => {
    const outcome = await ask('/moved-and-unchanged', '"v1"');
    expect(outcome).toMatchObject({
      kind: 'not-modified',
      movedTo: at('/unchanged'),
      validators: { etag: '"v1"' },
    });
  });
});
