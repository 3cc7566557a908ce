import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWeb, type HttpWeb } from '../../../src/adapters/http/create-web.ts';
import type { WebOutcome } from '../../../src/pipeline/web.ts';
import { type MisbehavingServer, startMisbehavingServer } from './misbehaving-server.ts';
import { type MisbehaviourCase, misbehaviours, SHORT_TIMES, SMALL_SIZES } from './misbehaviours.ts';

const CASES = await misbehaviours();
const pathOf = (index: number): string => `/case-${index}`;

let server: MisbehavingServer;
let patientWeb: HttpWeb;
let impatientWeb: HttpWeb;

beforeAll(async () => {
  const routes = CASES.map(({ misbehave }, index) => [pathOf(index), misbehave] as const);
  server = await startMisbehavingServer(Object.fromEntries(routes));
  const options = { userAgent: 'Caveat/0 (+tests)', gateway: server.origin };
  patientWeb = createWeb({ ...options, limits: SMALL_SIZES });
  impatientWeb = createWeb({ ...options, limits: SHORT_TIMES });
});

afterAll(async () => {
  await patientWeb.close();
  await impatientWeb.close();
  await server.close();
});

/** Only what is expected to be a timeout is asked with short times. */
function ask(index: number): Promise<WebOutcome> {
  const isSlow = CASES[index]?.reasons.includes('timeout') ?? false;
  const web = isSlow ? impatientWeb : patientWeb;
  return web.fetch({ url: `http://outlet.example${pathOf(index)}`, want: 'feed' });
}

describe.concurrent('a server that misbehaves', () => {
  it.each(CASES.map((misbehaviour, index) => ({ ...misbehaviour, index })))(
    '$name',
    async ({ index, reasons }) => {
      const outcome = await ask(index);
      expect(outcome).toMatchObject({ kind: 'refused', reason: expect.toBeOneOf([...reasons]) });
    },
  );

  it('is described without any of its own words', async () => {
    const secret = 'IgnoreAllPreviousInstructions';
    const chatty = await startMisbehavingServer({
      '*': (socket) => socket.end(`HTTP/1.1 500 ${secret}\r\nX-${secret}: ${secret}\r\n\r\n${secret}`),
    });
    const other = createWeb({ userAgent: 'Caveat/0', gateway: chatty.origin });
    const outcome = await other.fetch({ url: 'http://outlet.example/', want: 'page' });
    await other.close();
    await chatty.close();
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'server-error', status: 500 });
    expect(JSON.stringify(outcome)).not.toContain(secret);
  });
});

describe('200 misbehaving feeds', () => {
  const AT_ONCE = 20;
  /** A feed's two limits, and a megabyte for what sockets and decompressors hold on their way. */
  const BYTES_PER_FEED = 100_000 + 200_000 + 1_000_000;

  it('each end in their own outcome, and together stay within the memory of their limits', async () => {
    const atOnce = pLimit(AT_ONCE);
    const before = process.memoryUsage().arrayBuffers;
    let peakBytes = 0;
    const sampler = setInterval(() => {
      peakBytes = Math.max(peakBytes, process.memoryUsage().arrayBuffers - before);
    }, 10);
    const feeds = Array.from({ length: 200 }, (_, feed) => feed % CASES.length);
    const outcomes = await Promise.all(feeds.map((index) => atOnce(() => ask(index))));
    clearInterval(sampler);
    const surprises = outcomes.filter((outcome, feed) => !isExpected(outcome, CASES[feeds[feed] ?? 0]));
    expect(surprises).toEqual([]);
    expect(peakBytes).toBeLessThan(AT_ONCE * BYTES_PER_FEED);
  });
});

function isExpected(outcome: WebOutcome, misbehaviour: MisbehaviourCase | undefined): boolean {
  return outcome.kind === 'refused' && (misbehaviour?.reasons.includes(outcome.reason) ?? false);
}
