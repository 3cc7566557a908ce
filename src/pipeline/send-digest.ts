import type { DigestConfig, FeedConfig } from '../config/schema.ts';
import type { DigestWords } from '../domain/digest/digest-input.ts';
import { renderDigestHtml } from '../domain/digest/render-html.ts';
import { renderDigestText } from '../domain/digest/render-text.ts';
import { addDays } from '../domain/time/calendar-day.ts';
import { localTime } from '../domain/time/local-time.ts';
import { compileManifest, type DigestManifest, parseManifest } from './digest-manifest.ts';
import type {
  Archive,
  DeliveryQueue,
  DeliveryStore,
  DigestRecord,
  DigestStore,
  FeedStore,
  LedgerStore,
  ListingStore,
  Log,
  Subscriber,
  SubscriberStore,
  UntoldStore,
} from './ports.ts';
import { subscriberId } from './subscriber-id.ts';

export interface SendDigestDeps {
  readonly config: DigestConfig;
  readonly feedConfigs: readonly FeedConfig[];
  readonly topic: { readonly id: string; readonly label: string; readonly words: DigestWords };
  readonly untold: UntoldStore;
  readonly listing: ListingStore;
  readonly ledger: LedgerStore;
  readonly feeds: FeedStore;
  readonly digests: DigestStore;
  readonly deliveries: DeliveryStore;
  readonly subscribers: SubscriberStore;
  readonly archive: Archive;
  readonly deliveryQueue: DeliveryQueue;
  readonly log: Log;
}

export type DigestTick =
  | { readonly kind: 'not-due' }
  | { readonly kind: 'sent-before'; readonly date: string }
  | { readonly kind: 'sent'; readonly digest: DigestRecord };

/** A claim that is neither sent nor refused by then is `unknown`, and never sent again by itself. */
const CLAIM_SETTLES_WITHIN_MINUTES = 15;

/**
 * Acts when the local day's digest is due and not there yet, which heals missed ticks and both daylight-saving days.
 *
 * The manifest is the claim: it is written to the bucket only if there is none for the day, and everything after it
 * follows from it, so that two ticks at once, or a tick after a crash, send one and the same digest.
 *
 * @param now the schedule's own time, ISO 8601 UTC: the only clock there is
 */
export async function sendDigest(now: string, deps: SendDigestDeps): Promise<DigestTick> {
  await giveUpOldClaims(now, deps);
  const { date, hour } = localTime(now, deps.config.timeZone);
  if (hour < deps.config.hour) return { kind: 'not-due' };
  if (await deps.digests.find(deps.topic.id, date)) return { kind: 'sent-before', date };
  await finishYesterday(addDays(date, -1), now, deps);

  const manifest = await claimManifest(date, now, deps);
  const digest = await publish(manifest, now, deps);
  deps.log.info('digest-sent', { date, articles: digest.articleCount, recipients: digest.recipientCount });
  return { kind: 'sent', digest };
}

/** A digest that was decided but not finished before midnight is finished first: what it told is told once. */
async function finishYesterday(date: string, now: string, deps: SendDigestDeps): Promise<void> {
  const manifest = await deps.archive.findManifest(deps.topic.id, date);
  if (manifest === undefined || (await deps.digests.find(deps.topic.id, date))) return;
  await publish(parseManifest(manifest), now, deps);
  deps.log.info('digest-finished-late', { date });
}

async function claimManifest(date: string, now: string, deps: SendDigestDeps): Promise<DigestManifest> {
  const existing = await deps.archive.findManifest(deps.topic.id, date);
  if (existing !== undefined) return parseManifest(existing);
  const compiled = await compileManifest(date, now, deps);
  return parseManifest(await deps.archive.claimManifest(deps.topic.id, date, JSON.stringify(compiled)));
}

/** Everything that follows from a manifest. Each step may be repeated; the digest's own row comes last. */
async function publish(manifest: DigestManifest, now: string, deps: SendDigestDeps): Promise<DigestRecord> {
  const { date, digest } = manifest;
  const topic = deps.topic.id;
  await deps.archive.saveDigest(topic, date, {
    json: JSON.stringify(digest, null, 2),
    html: renderDigestHtml(digest),
    text: renderDigestText(digest),
  });
  await deps.digests.saveStories(topic, date, manifest.stories);
  const recipients = manifest.isSilent ? [] : await listRecipients(now, deps);
  await deps.deliveryQueue.send(
    recipients.map(({ subscriberId: id }) => ({ topic, date, subscriberId: id })),
  );
  await deps.untold.markArticlesTold(topic, manifest.articleIds, date);
  await deps.untold.markItemsTold(manifest.itemIds);
  const record: DigestRecord = { ...manifest.record, recipientCount: recipients.length };
  await deps.digests.save(record);
  return record;
}

/** The configuration's recipients are the first subscribers; who left is not added again. */
async function listRecipients(now: string, { subscribers, config }: SendDigestDeps): Promise<Subscriber[]> {
  for (const email of config.recipients) {
    await subscribers.addUnlessKnown({
      subscriberId: subscriberId(email),
      email,
      status: 'active',
      since: now,
    });
  }
  return (await subscribers.list()).filter((subscriber) => subscriber.status === 'active');
}

async function giveUpOldClaims(now: string, deps: SendDigestDeps): Promise<void> {
  const before = new Date(Date.parse(now) - CLAIM_SETTLES_WITHIN_MINUTES * 60_000).toISOString();
  for (const delivery of await deps.deliveries.listUnresolved(before)) {
    await deps.deliveries.settle(delivery, 'unknown', 'neither sent nor refused');
    deps.log.error('delivery-unknown', { deliveryId: delivery.deliveryId, date: delivery.date });
  }
}
