/**
 * What fetching costs, against a server on this machine. Prints the figures that docs/wire.md quotes.
 *
 *     npm run bench -- fetching
 */
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import pLimit from 'p-limit';
import { createWeb } from '../../src/adapters/http/create-web.ts';
import type { WebLimits } from '../../src/adapters/http/web-options.ts';
import type { WebOutcome } from '../../src/pipeline/web.ts';
import { brotliBomb, gzipBomb, zstdBomb } from '../../tests/adapters/http/bombs.ts';
import {
  type Misbehaviour,
  startMisbehavingServer,
  wholeResponse,
} from '../../tests/adapters/http/misbehaving-server.ts';
import { misbehaviours, SHORT_TIMES } from '../../tests/adapters/http/misbehaviours.ts';

interface Measurement {
  readonly what: string;
  readonly outcomes: readonly WebOutcome[];
  readonly wallMs: number;
  /** User and system time of this process, the server's share included. */
  readonly cpuMs: number;
  /** Resident memory above what it was before, at its highest. */
  readonly peakRssMb: number;
}

/** Fetches `count` feeds, which are answered by the routes in turn. */
async function measure(
  what: string,
  misbehaved: readonly Misbehaviour[],
  { count, atOnce, limits }: { count: number; atOnce: number; limits?: Partial<WebLimits> | undefined },
): Promise<Measurement> {
  const routes = Object.fromEntries(misbehaved.map((route, index) => [`/${index}`, route]));
  const server = await startMisbehavingServer(routes);
  const web = createWeb({ userAgent: 'Caveat/0 (+benchmark)', limits, gateway: server.origin });
  const limit = pLimit(atOnce);
  const ask = (index: number): Promise<WebOutcome> =>
    web.fetch({ url: `http://outlet.example/${index % misbehaved.length}`, want: 'feed' });

  const rssBefore = process.memoryUsage.rss();
  let rssPeak = rssBefore;
  const sampler = setInterval(() => {
    rssPeak = Math.max(rssPeak, process.memoryUsage.rss());
  }, 5);
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  const outcomes = await Promise.all(Array.from({ length: count }, (_, index) => limit(() => ask(index))));
  const wallMs = performance.now() - startedMs;
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(sampler);
  await web.close();
  await server.close();
  const cpuMs = (cpu.user + cpu.system) / 1000;
  return { what, outcomes, wallMs, cpuMs, peakRssMb: (rssPeak - rssBefore) / 1e6 };
}

function report({ what, outcomes, wallMs, cpuMs, peakRssMb }: Measurement): void {
  const endings = Map.groupBy(outcomes, (outcome) =>
    outcome.kind === 'refused' ? outcome.reason : outcome.kind,
  );
  const counted = [...endings].map(([ending, all]) => `${all.length} ${ending}`).toSorted();
  const figures = `${wallMs.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms CPU, +${peakRssMb.toFixed(0)} MB`;
  console.log(`${what}: ${figures}; ${counted.join(', ')}`);
}

function bomb(coding: string, body: Uint8Array): Misbehaviour {
  return wholeResponse(200, { 'Content-Encoding': coding }, body);
}

const item =
  '<item><title>A title of some length</title><description>Words, and more words.</description></item>';
const feed = gzipSync(`<rss version="2.0"><channel>${item.repeat(500)}</channel></rss>`);
const brotli = await brotliBomb();
const zstd = await zstdBomb();
const gzip = gzipBomb();

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
await measure('warm-up', [bomb('gzip', feed)], { count: 200, atOnce: 10 });
report(
  await measure('1000 feeds of 50 KB in gzip, 10 at once', [bomb('gzip', feed)], { count: 1000, atOnce: 10 }),
);
report(await measure(`1 GB in ${brotli.length} bytes of br`, [bomb('br', brotli)], { count: 1, atOnce: 1 }));
report(await measure(`1 GB in ${zstd.length} bytes of zstd`, [bomb('zstd', zstd)], { count: 1, atOnce: 1 }));
report(await measure(`1 GB in ${gzip.length} bytes of gzip`, [bomb('gzip', gzip)], { count: 1, atOnce: 1 }));
report(
  await measure(
    '200 misbehaving feeds, 20 at once, limits of the tests',
    (await misbehaviours()).map(({ misbehave }) => misbehave),
    {
      count: 200,
      atOnce: 20,
      limits: SHORT_TIMES,
    },
  ),
);
