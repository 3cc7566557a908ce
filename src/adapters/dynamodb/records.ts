import { z } from 'zod';
import type { LedgerRow, ReportedPosition } from '../../domain/ledger/ledger.ts';
import { ACTIONS, ACTOR_TYPES, type Position } from '../../domain/positions/position.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import { ITEM_OUTCOMES, type SettledItem } from '../../pipeline/outcome.ts';
import type {
  ArticleMarker,
  CorrectionRecord,
  Delivery,
  DeliveryRef,
  DigestRecord,
  FeedState,
  ListedArticle,
  Notice,
  StoryRecord,
  Subscriber,
  ToldRow,
} from '../../pipeline/ports.ts';
import type { Row } from './table.ts';

/** The stored shapes, parsed on the way out: yesterday's code wrote them. Attributes of keys are dropped. */

const Span = z.object({ start: z.int(), end: z.int(), text: z.string() });

const PositionRecord = z.object({
  actor: z.string(),
  actorType: z.enum(ACTOR_TYPES),
  speaker: z.string(),
  country: z.string(),
  decider: z.boolean(),
  action: z.enum(ACTIONS),
  altActions: z.array(z.enum(ACTIONS)),
  change: z.enum(['new', 'reaffirm', 'reversal', 'escalation_of_scope', 'none']),
  weapon: z.string(),
  weaponRaw: z.string().optional(),
  supplier: z.string().nullable(),
  scopeGeo: z.string(),
  scopeTarget: z.string(),
  scopeConditions: z.array(z.string()),
  statementDate: z.string().nullable(),
  datePrecision: z.enum(['day', 'week', 'month', 'period', 'open']),
  status: z.enum(['news', 'background_current', 'background_past']),
  attribution: z.enum(['direct', 'paraphrase', 'narration', 'anonymous']),
  standing: z.enum(['decided', 'announced', 'reported-by-officials', 'called-for', 'denied']),
  sourceChain: z.array(z.string()),
  confidence: z.number(),
  evidence: Span,
  also: z.array(Span),
});

const ReportedPositionRecord = PositionRecord.extend({
  positionId: z.string(),
  articleId: z.string(),
  publisher: z.string(),
  publisherFamily: z.string(),
  url: z.string(),
  listedAt: z.string(),
});

const QuoteRecord = z.object({
  speaker: z.string(),
  cue: z.string(),
  content: z.string(),
  form: z.enum(['direct', 'mixed', 'indirect']),
  start: z.int(),
  end: z.int(),
});

const SettledItemRecord = z.object({
  itemId: z.string(),
  feedId: z.string(),
  url: z.string(),
  outcome: z.enum(ITEM_OUTCOMES),
  reason: z.string().optional(),
  articleId: z.string().optional(),
  settledAt: z.string(),
});

export const ArticleMarkerRecord = z.object({
  articleId: z.string(),
  itemId: z.string(),
  feedId: z.string(),
  url: z.string(),
  outcome: z.enum(['relevant', 'mention', 'off-topic']),
  countries: z.record(z.string(), z.array(z.string())),
});

const ListedArticleRecord = z.object({
  articleId: z.string(),
  url: z.string(),
  publisher: z.string(),
  publisherFamily: z.string(),
  title: z.string(),
  byline: z.array(z.string()),
  listedAt: z.string(),
  excerpt: z.string(),
  relevance: z.enum(['core', 'mention']),
  score: z.number(),
  textKey: z.string(),
  feedId: z.string(),
});

const Evidence = Span.extend({
  articleId: z.string(),
  positionId: z.string(),
  publisher: z.string(),
  url: z.string(),
});
const LedgerStatus = z.enum([
  'permitted',
  'permitted-with-limits',
  'no-restriction-stated',
  'restricted',
  'undecided',
]);
const LedgerRowRecord = z.looseObject({
  rowId: z.string(),
  country: z.string(),
  weapon: z.string(),
  scopeGeo: z.string(),
  scopeTarget: z.string(),
  scopeConditions: z.array(z.string()),
  status: LedgerStatus,
  since: z.string().nullable(),
  datings: z.array(z.string()),
  firstReportedAt: z.string(),
  actor: z.string(),
  attribution: PositionRecord.shape.attribution,
  standing: PositionRecord.shape.standing,
  contested: z.boolean(),
  publisherCount: z.int(),
  evidence: Evidence,
  reports: z.array(Evidence),
  replaces: z.array(z.object({ status: LedgerStatus, since: z.string().nullable(), evidence: Evidence })),
});

const FeedStateRecord = z.object({
  feedId: z.string(),
  publisher: z.string(),
  family: z.string(),
  url: z.string(),
  country: z.string(),
  language: z.string(),
  excerptLimit: z.number(),
  nextPollAt: z.string(),
  validators: z.object({ etag: z.string().optional(), lastModified: z.string().optional() }),
  bodyHash: z.string().optional(),
  consecutiveFailures: z.int(),
  state: z.enum(['new', 'read', 'not-modified', 'failed', 'blocked', 'gone']),
  reason: z.string().optional(),
  lastPolledAt: z.string().optional(),
  lastReadAt: z.string().optional(),
  newestItemAt: z.string().optional(),
  movedTo: z.string().optional(),
  movedPolls: z.int().optional(),
  movedFrom: z.string().optional(),
  failures: z.array(z.enum(['hard', 'soft'])).optional(),
  lastBodyAt: z.string().optional(),
  rhythm: z
    .object({
      newestItemsAt: z.array(z.string()),
      ttlMinutes: z.number().optional(),
      updateEveryMinutes: z.number().optional(),
    })
    .optional(),
  itemsWithoutAddress: z.int().optional(),
});

const DigestRecordShape = z.object({
  topic: z.string(),
  date: z.string(),
  subject: z.string(),
  windowFrom: z.string(),
  windowTo: z.string(),
  articleCount: z.int(),
  changeCount: z.int(),
  recipientCount: z.int(),
  status: z.literal('queued'),
});

const DeliveryRefFields = { subscriberId: z.string(), deliveryId: z.string() };
const DeliveryFields = {
  ...DeliveryRefFields,
  status: z.enum(['claimed', 'sent', 'refused', 'unknown', 'delivered', 'bounced', 'complained']),
  claimedAt: z.string(),
};

/** Digests first: their deliveries were once written without a kind. */
function anyKind<F extends z.ZodRawShape>(fields: F) {
  return z.union([
    z.object({ kind: z.literal('digest').default('digest'), topic: z.string(), date: z.string(), ...fields }),
    z.object({ kind: z.literal('notice'), topic: z.string(), noticeId: z.string(), ...fields }),
    z.object({ kind: z.literal('confirmation'), askedAt: z.string(), ...fields }),
  ]);
}
const DeliveryRecord = anyKind(DeliveryFields);
const DeliveryRefRecord = anyKind(DeliveryRefFields);

const StoryRecordShape = z.object({
  storyId: z.string(),
  rank: z.int(),
  title: z.string(),
  leadArticleId: z.string(),
  toldSince: z.string().optional(),
  publisherCount: z.int(),
  articles: z.array(
    z.object({ articleId: z.string(), title: z.string(), publisher: z.string(), url: z.string() }),
  ),
});

const SubscriberRecord = z.object({
  subscriberId: z.string(),
  email: z.string(),
  status: z.enum(['pending', 'active', 'unsubscribed', 'suppressed']),
  since: z.string(),
  preference: z.enum(['daily', 'changes']).default('daily'),
  notices: z.boolean().default(false),
});

const NoticeRecord = z.object({
  topic: z.string(),
  noticeId: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});

const ToldRowRecord = z.object({ status: LedgerStatus, version: z.int() });

const CorrectionRecordShape = z.object({
  topic: z.string(),
  correctionId: z.string(),
  digestDate: z.string(),
  was: z.string(),
  now: z.string(),
  url: z.string().optional(),
});

export class RecordError extends Error {
  override readonly name = 'RecordError';
}

function reader<T>(what: string, schema: z.ZodType): (row: Row) => T {
  return (row) => {
    const result = schema.safeParse(row);
    if (result.success) return result.data as T;
    throw new RecordError(
      `the table's row ${String(row['pk'])} / ${String(row['sk'])} is not a readable ${what}\n${z.prettifyError(result.error)}`,
    );
  };
}

export const readSettledItem = reader<SettledItem>('item', SettledItemRecord);
export const readMarker = reader<ArticleMarker>('article', ArticleMarkerRecord);
export const readListedArticle = reader<ListedArticle>('article of a topic', ListedArticleRecord);
export const readPosition = reader<Position>('position', PositionRecord);
export const readReportedPosition = reader<ReportedPosition>('position of a country', ReportedPositionRecord);
export const readQuote = reader<Quote>('quote', QuoteRecord);
export const readLedgerRow = reader<LedgerRow>('ledger row', LedgerRowRecord);
export const readFeedState = reader<FeedState>('feed', FeedStateRecord);
export const readDigest = reader<DigestRecord>('digest', DigestRecordShape);
export const readDelivery = reader<Delivery>('delivery', DeliveryRecord);
export const readDeliveryRef = reader<DeliveryRef>('delivery by its id', DeliveryRefRecord);
export const readStory = reader<StoryRecord>('story', StoryRecordShape);
export const readNotice = reader<Notice>('notice', NoticeRecord);
export const readToldRow = reader<ToldRow>('row as told by notices', ToldRowRecord);
export const readCorrection = reader<CorrectionRecord>('correction', CorrectionRecordShape);
export const readSubscriber = reader<Subscriber>('subscriber', SubscriberRecord);
