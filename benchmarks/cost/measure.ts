/**
 * Measures what each kind of work asks of AWS, by playing the first days of the replayed week with every call counted:
 * `node benchmarks/cost/measure.ts [DAYS]` writes `benchmarks/cost/measured.json`, which `npm run cost` reads.
 *
 * Bytes, calls and DynamoDB's units are what the embedded servers see. Times are of this machine and without the web's own
 * slowness, which `npm run cost` adds as an assumption.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Handlers, loadHandlers } from '../../local/handlers.ts';
import { LOCAL_TABLE, openHouse } from '../../local/house.ts';
import { startPublishers } from '../../local/publishers.ts';
import { replay, statePaths } from '../../local/replay.ts';
import { PUBLISHERS_DIR, writeReplayConfig } from '../../local/replay-config.ts';
import { REPLAY_BEGINS, replayTicks } from '../../local/replay-week.ts';
import { SimulatedClock } from '../../local/simulated-clock.ts';
import { createItemStore } from '../../src/adapters/dynamodb/item-store.ts';
import { Table } from '../../src/adapters/dynamodb/table.ts';
import type { Work } from '../../tools/cost/work.ts';

const days = Number(process.argv[2] ?? 3);
process.env['POWERTOOLS_LOG_LEVEL'] ??= 'INFO';
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
type Tally = Mutable<Work>;
const aTally = (): Tally => ({
  count: 0,
  milliseconds: 0,
  readUnits: 0,
  writeUnits: 0,
  s3Puts: 0,
  s3Gets: 0,
  s3Bytes: 0,
  sqsRequests: 0,
  sqsBytes: 0,
  logBytes: 0,
});

const tallies = new Map<string, Tally>();
const running = new AsyncLocalStorage<Tally>();

function add(kind: string, one: Tally): void {
  const sum = tallies.get(kind) ?? aTally();
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += one[key];
  tallies.set(kind, sum);
}

/** Runs one piece of work and books what it asked for under its kind, which may be known only afterwards. */
async function measure<T>(
  work: () => Promise<T>,
  kindOf: (result: T) => string | Promise<string>,
): Promise<T> {
  const tally = { ...aTally(), count: 1 };
  const began = performance.now();
  const result = await running.run(tally, work);
  tally.milliseconds = performance.now() - began;
  add(await kindOf(result), tally);
  return result;
}

subscribe('http.client.request.created', (message) => {
  const tally = running.getStore();
  if (tally === undefined) return;
  const { request } = message as { request: ClientRequest };
  const end = request.end.bind(request) as (...args: unknown[]) => ClientRequest;
  request.end = ((...args: unknown[]) => {
    const [body] = args;
    const bytes = typeof body === 'string' || body instanceof Uint8Array ? Buffer.byteLength(body) : 0;
    countRequest(tally, request, bytes);
    return end(...args);
  }) as ClientRequest['end'];
});

function countRequest(tally: Tally, request: ClientRequest, bytes: number): void {
  const target = String(request.getHeader('x-amz-target') ?? '');
  if (target.startsWith('AmazonSQS')) {
    tally.sqsRequests += Math.max(1, Math.ceil(bytes / 65_536));
    tally.sqsBytes += bytes;
  } else if (target === '' && request.path.startsWith('/caveat/')) {
    if (request.method === 'PUT') {
      tally.s3Puts += 1;
      tally.s3Bytes += Number(request.getHeader('content-length') ?? bytes);
    } else tally.s3Gets += 1;
  }
}

/** DynamoDB says what a call costs only to those who ask. */
const send = Reflect.get(DynamoDBDocumentClient.prototype, 'send') as DynamoDBDocumentClient['send'];
DynamoDBDocumentClient.prototype.send = async function counted(
  this: DynamoDBDocumentClient,
  ...args: unknown[]
) {
  const [command] = args as [{ input: Record<string, unknown>; constructor: { name: string } }];
  command.input['ReturnConsumedCapacity'] = 'TOTAL';
  const answer = (await Reflect.apply(send, this, args)) as { ConsumedCapacity?: Capacity | Capacity[] };
  const tally = running.getStore();
  const units = [answer.ConsumedCapacity ?? []]
    .flat()
    .reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0);
  if (tally && /^(?:Get|BatchGet|Query)/.test(command.constructor.name)) tally.readUnits += units;
  else if (tally) tally.writeUnits += units;
  return answer;
} as typeof send;
type Capacity = { CapacityUnits?: number };

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = ((chunk: string | Uint8Array, ...rest: []) => {
  const tally = running.getStore();
  if (tally === undefined) return write(chunk, ...rest);
  tally.logBytes += Buffer.byteLength(chunk);
  return true;
}) as typeof process.stdout.write;

function measured(handlers: Handlers): Handlers {
  const oneByOne = (
    handler: Handlers['pollFeeds'],
    kindOf: (body: Record<string, string>) => string | Promise<string>,
  ): Handlers['pollFeeds'] => {
    return async (event, context, callback) => {
      const batchItemFailures: { itemIdentifier: string }[] = [];
      for (const record of event.Records) {
        const body = JSON.parse(record.body) as Record<string, string>;
        const one: SQSEvent = { Records: [record] };
        const result = await measure(
          async () => handler(one, context, callback),
          () => kindOf(body),
        );
        batchItemFailures.push(...((result as SQSBatchResponse | undefined)?.batchItemFailures ?? []));
      }
      return { batchItemFailures };
    };
  };
  const scheduled =
    (name: string, handler: Handlers['planPolls']): Handlers['planPolls'] =>
    (event, context) =>
      measure(
        () => handler(event, context),
        () => name,
      );
  return {
    planPolls: scheduled('plan', handlers.planPolls),
    sendDigest: scheduled('digest-tick', handlers.sendDigest),
    checkHealth: scheduled('health-check', handlers.checkHealth),
    pollFeeds: oneByOne(handlers.pollFeeds, () => 'poll'),
    ingestArticle: oneByOne(handlers.ingestArticle, kindOfItem),
    foldLedger: oneByOne(handlers.foldLedger, () => 'fold'),
    deliverDigest: oneByOne(handlers.deliverDigest, () => 'delivery'),
    mailEvents: (event) =>
      measure(
        () => handlers.mailEvents(event),
        () => 'mail-event',
      ),
  };
}

async function kindOfItem({ itemId = '' }: Record<string, string>): Promise<string> {
  const item = await createItemStore(new Table(LOCAL_TABLE)).find(itemId);
  if (!item) return 'item-postponed';
  return item.outcome === 'relevant' || item.outcome === 'mention' ? 'item-relevant' : 'item-other';
}

const dir = mkdtempSync(join(tmpdir(), 'caveat-cost-'));
const paths = statePaths(dir);
writeReplayConfig(paths.config);
const clock = new SimulatedClock(REPLAY_BEGINS);
const publishers = await startPublishers({ dir: PUBLISHERS_DIR, now: () => clock.now() });
const house = await openHouse({
  dir: paths.cloud,
  clock,
  configDir: paths.config,
  webGateway: publishers.url,
  handlers: measured(await loadHandlers()),
});
try {
  const until = new Date(REPLAY_BEGINS.getTime() + days * 86_400_000);
  await replay({ house, clock, ticks: replayTicks().filter(({ at }) => at <= until) });
  const work = Object.fromEntries([...tallies].map(([kind, sum]) => [kind, perPiece(sum)]));
  const about = {
    command: `node benchmarks/cost/measure.ts ${days}`,
    node: process.versions.node,
    processors: `${cpus().length} x ${cpus()[0]?.model}`,
    database: house.cloud.database,
  };
  writeFileSync(join(import.meta.dirname, 'measured.json'), `${JSON.stringify({ about, work }, null, 2)}\n`);
  process.stderr.write(`${JSON.stringify(work, null, 2)}\n`);
} finally {
  await house.close();
  await publishers.close();
  rmSync(dir, { recursive: true, force: true });
}

function perPiece(sum: Tally): Work {
  const each = Object.entries(sum).map(([key, value]) => [
    key,
    key === 'count' ? value : Math.round((value / sum.count) * 1_000) / 1_000,
  ]);
  return Object.fromEntries(each) as unknown as Work;
}
