import type { Work } from './work.ts';

/** How large a house is asked about. */
export interface Load {
  readonly feeds: number;
  /** Items of all feeds together, a day. */
  readonly articlesPerDay: number;
  /** Share of them that is about the topic, 0 to 1. */
  readonly relevantShare: number;
  readonly recipients: number;
  /** Polls of one feed a day; each feed is asked as often as its rhythm suggests, half-hourly at most. */
  readonly pollsPerFeedPerDay: number;
  /** Seconds that a publisher takes to answer, which no local measurement can know. */
  readonly webSeconds: number;
  /** Bytes of a page as archived, packed: those of the replay are smaller than the web's. */
  readonly pageBytes: number;
  /** Months that the house has run: what is stored grows until it expires. */
  readonly months: number;
}

export interface Price {
  readonly usd: number;
  readonly unit: string;
  readonly freePerMonth: number;
}

/** The stack's numbers that cost depends on, read from the code that deploys them. */
export interface Sizes {
  readonly memoryMegabytes: Readonly<Record<string, number>>;
  readonly batchSize: Readonly<Record<string, number>>;
  readonly queues: number;
  readonly alarms: number;
  readonly metrics: number;
  readonly rawKeptDays: number;
}

export type WorkKind =
  | 'plan'
  | 'poll'
  | 'item-other'
  | 'item-relevant'
  | 'item-postponed'
  | 'fold'
  | 'digest-tick'
  | 'delivery'
  | 'mail-event'
  | 'health-check';

export interface BillLine {
  readonly what: string;
  readonly amount: number;
  readonly unit: string;
  readonly usd: number;
  /** After what AWS gives for nothing for ever. */
  readonly usdAfterFree: number;
}

const DAYS = 30;
const GB = 1_000_000_000;
/** A polite queue of pages: each item is put back once, while its host's turn or its robots.txt comes. */
const POSTPONED_PER_ITEM = 1;
/** Lambda asks an idle queue with five long polls at a time, of twenty seconds each. */
const IDLE_POLLS_PER_QUEUE = (5 * 86_400 * DAYS) / 20;
/** DynamoDB caches a table's key for five minutes for each function that calls; at most so many ask at a time. */
const KMS_CALLERS = 9;
const KMS_REQUESTS = KMS_CALLERS * 12 * 24 * DAYS;
/** An item's row, until it expires after 400 days; an article's rows with their copies in the indexes stay. */
const ITEM_ROW_BYTES = 600;
const ARTICLE_ROWS_BYTES = 25_000;
const ITEM_KEPT_DAYS = 400;

/** The bill of one month, line by line, from what each piece of work was measured to ask for. */
export function billOf(
  load: Load,
  work: Readonly<Partial<Record<WorkKind, Work>>>,
  sizes: Sizes,
  prices: Readonly<Record<string, Price>>,
): BillLine[] {
  const counts = countsOf(load);
  const each = Object.entries(counts) as [WorkKind, number][];
  const sum = (field: keyof Work) =>
    each.reduce((total, [kind, count]) => total + count * (work[kind]?.[field] ?? 0), 0);
  const line = (price: string, what: string, amount: number): PricedLine => ({
    price: priceOf(prices, price),
    what,
    amount,
  });
  const stored = storageOf(load, work, sizes);
  const calls = callsOf(counts, sizes);
  return afterFree([
    line('lambdaGbSecond', 'Lambda, time', gbSeconds(load, counts, work, sizes)),
    line('lambdaRequest', 'Lambda, calls', calls),
    line('dynamodbWriteUnit', 'DynamoDB, writes', sum('writeUnits')),
    line('dynamodbReadUnit', 'DynamoDB, reads', sum('readUnits')),
    line('dynamodbGbMonth', 'DynamoDB, storage', stored.tableGb),
    line('dynamodbBackupGbMonth', 'DynamoDB, recovery to any second', stored.tableGb),
    line('s3Put', 'S3, writes', sum('s3Puts')),
    line('s3Get', 'S3, reads', sum('s3Gets')),
    line('s3GbMonth', 'S3, storage', stored.bucketGb),
    line('sqsRequest', 'SQS, our requests', sum('sqsRequests') + 2 * calls),
    line('sqsRequest', 'SQS, idle polling by Lambda', IDLE_POLLS_PER_QUEUE * sizes.queues),
    line('sesMail', 'SES, mails', counts.delivery),
    line('logGb', 'CloudWatch, logs', (sum('logBytes') + calls * PLATFORM_LOG_BYTES) / GB),
    line('customMetric', 'CloudWatch, metrics', sizes.metrics),
    line('alarm', 'CloudWatch, alarms', sizes.alarms),
    line('dashboard', 'CloudWatch, dashboard', 1),
    line('kmsRequest', 'KMS, the table’s key', KMS_REQUESTS),
    line('schedule', 'Scheduler', counts.plan + counts['digest-tick'] + counts['health-check']),
  ]);
}

/** What AWS gives for nothing it gives once, however many lines of one price there are: the first of them take it. */
function afterFree(lines: readonly PricedLine[]): BillLine[] {
  const left = new Map<Price, number>();
  return lines.map(({ price, what, amount }) => {
    const free = left.get(price) ?? price.freePerMonth;
    left.set(price, Math.max(0, free - amount));
    const { usd, unit } = price;
    return { what, amount, unit, usd: amount * usd, usdAfterFree: Math.max(0, amount - free) * usd };
  });
}

interface PricedLine {
  readonly price: Price;
  readonly what: string;
  readonly amount: number;
}

/** Lambda's own lines of a call: start, end, report. */
const PLATFORM_LOG_BYTES = 900;

export function total(lines: readonly BillLine[], field: 'usd' | 'usdAfterFree'): number {
  return lines.reduce((sum, line) => sum + line[field], 0);
}

function priceOf(prices: Readonly<Record<string, Price>>, name: string): Price {
  const price = prices[name];
  if (!price) throw new RangeError(`the price table has no ${name}`);
  return price;
}

function countsOf(load: Load): Record<WorkKind, number> {
  const items = load.articlesPerDay * DAYS;
  const relevant = items * load.relevantShare;
  return {
    plan: 12 * 24 * DAYS,
    poll: load.feeds * load.pollsPerFeedPerDay * DAYS,
    'item-postponed': items * POSTPONED_PER_ITEM,
    'item-other': items - relevant,
    'item-relevant': relevant,
    // An article speaks of a country or two.
    fold: relevant * 1.5,
    'digest-tick': 24 * DAYS,
    delivery: load.recipients * DAYS,
    'mail-event': load.recipients * DAYS,
    'health-check': 24 * DAYS,
  };
}

const FUNCTION_OF: Readonly<Record<WorkKind, string>> = {
  plan: 'plan-polls',
  poll: 'feed',
  'item-postponed': 'article',
  'item-other': 'article',
  'item-relevant': 'article',
  fold: 'fold',
  'digest-tick': 'send-digest',
  delivery: 'delivery',
  'mail-event': 'mail-events',
  'health-check': 'check-health',
};
const WAITS_FOR_WEB: ReadonlySet<WorkKind> = new Set(['poll', 'item-other', 'item-relevant']);

function gbSeconds(
  { webSeconds }: Load,
  counts: Readonly<Record<WorkKind, number>>,
  work: Readonly<Partial<Record<WorkKind, Work>>>,
  { memoryMegabytes }: Sizes,
): number {
  return (Object.entries(counts) as [WorkKind, number][]).reduce((sum, [kind, count]) => {
    const seconds = (work[kind]?.milliseconds ?? 0) / 1_000 + (WAITS_FOR_WEB.has(kind) ? webSeconds : 0);
    return sum + count * seconds * ((memoryMegabytes[FUNCTION_OF[kind]] ?? 256) / 1_024);
  }, 0);
}

/** Messages come in batches, rarely full: half of the largest is counted. */
function callsOf(counts: Readonly<Record<WorkKind, number>>, { batchSize }: Sizes): number {
  return (Object.entries(counts) as [WorkKind, number][]).reduce((sum, [kind, count]) => {
    const batch = batchSize[FUNCTION_OF[kind]];
    return sum + count / (batch === undefined ? 1 : Math.max(1, batch / 2));
  }, 0);
}

function storageOf(load: Load, work: Readonly<Partial<Record<WorkKind, Work>>>, { rawKeptDays }: Sizes) {
  const days = load.months * DAYS;
  const relevantPerDay = load.articlesPerDay * load.relevantShare;
  const bytesOf = (kind: WorkKind) => work[kind]?.s3Bytes ?? 0;
  const rawPerDay =
    load.articlesPerDay * load.pageBytes + load.feeds * load.pollsPerFeedPerDay * bytesOf('poll');
  const keptPerDay = relevantPerDay * Math.max(0, bytesOf('item-relevant') - bytesOf('item-other'));
  return {
    bucketGb: (rawPerDay * Math.min(days, rawKeptDays) + keptPerDay * days) / GB,
    tableGb:
      (load.articlesPerDay * Math.min(days, ITEM_KEPT_DAYS) * ITEM_ROW_BYTES +
        relevantPerDay * days * ARTICLE_ROWS_BYTES) /
      GB,
  };
}
