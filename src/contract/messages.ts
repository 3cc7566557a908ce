import { z } from 'zod';

/** Longer addresses name no article, and ten of them are to fit into one request beside their texts. */
export const MAX_ADDRESS_CHARS = 4_096;

const Instant = z.iso.datetime({ offset: true });

/** plan-polls → poll-feeds. `turnAt` is the turn that was kept at the feed's host when the message came too early. */
export const FeedMessage = z.strictObject({ feedId: z.string().min(1), turnAt: Instant.optional() });
export type FeedMessage = z.infer<typeof FeedMessage>;

/**
 * poll-feeds → ingest-article: one item of a feed.
 * `url` is empty where the item names no address of a page, which ingest-article gives up and counts.
 * `feedText` is the item's own body, kept for pages that refuse us; at most `MAX_FEED_TEXT_CHARS`.
 */
export const ItemMessage = z.strictObject({
  itemId: z.string().min(1),
  feedId: z.string().min(1),
  url: z.union([z.url({ protocol: /^https?$/ }).max(MAX_ADDRESS_CHARS), z.literal('')]),
  title: z.string(),
  publishedAt: Instant.optional(),
  firstSeenAt: Instant,
  feedText: z.string().optional(),
  /** The turn that was kept at the page's host when the message came too early. */
  turnAt: Instant.optional(),
});
export type ItemMessage = z.infer<typeof ItemMessage>;

/** Ten messages of this much text in UTF-8 stay below the 1 MiB of one SQS request even at three bytes a character. */
export const MAX_FEED_TEXT_CHARS = 30_000;

/** ingest-article → fold-ledger: a country's positions changed. */
export const FoldMessage = z.strictObject({ topic: z.string().min(1), country: z.string().min(2) });
export type FoldMessage = z.infer<typeof FoldMessage>;

/**
 * send-digest and fold-ledger → deliver-digest: one mail to one subscriber. It carries a day's digest, the notice of one
 * change, or the question whether the address wants to be subscribed.
 */
export const DeliveryMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('digest'),
    topic: z.string().min(1),
    date: z.iso.date(),
    subscriberId: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal('notice'),
    topic: z.string().min(1),
    noticeId: z.string().min(1),
    subscriberId: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal('confirmation'),
    /** When the address was added: who is added again is asked again. */
    askedAt: Instant,
    subscriberId: z.string().min(1),
  }),
]);
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;

/** Input of the scheduled functions: the schedule's own time is their only clock. */
export const ScheduleTick = z.looseObject({ time: Instant });
export type ScheduleTick = z.infer<typeof ScheduleTick>;
