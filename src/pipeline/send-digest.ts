import type { DigestConfig, FeedConfig } from '../config/schema.ts';
import type { DigestWords } from '../domain/digest/digest-input.ts';
import { addDays } from '../domain/time/calendar-day.ts';
import { localTime } from '../domain/time/local-time.ts';
import { runMailChores } from './digest-chores.ts';
import { compileManifest, type DigestManifest, parseManifest } from './digest-manifest.ts';
import { publishDigest } from './digest-publishing.ts';
import type {
  Archive,
  CorrectionStore,
  DeliveryQueue,
  DeliveryStore,
  DigestRecord,
  DigestStore,
  FeedStore,
  LedgerStore,
  ListingStore,
  Log,
  SubscriberStore,
  UntoldStore,
} from './ports.ts';
import type { ArchiveSiteDeps } from './publish-archive-site.ts';

/** What a digest is compiled from. */
export interface CompileDeps {
  readonly config: DigestConfig;
  readonly feedConfigs: readonly FeedConfig[];
  readonly topic: { readonly id: string; readonly label: string; readonly words: DigestWords };
  readonly untold: UntoldStore;
  readonly listing: ListingStore;
  readonly ledger: LedgerStore;
  readonly feeds: FeedStore;
  readonly digests: DigestStore;
  readonly corrections: CorrectionStore;
  readonly archive: Archive;
}

export interface SendDigestDeps extends CompileDeps {
  readonly deliveries: DeliveryStore;
  readonly subscribers: SubscriberStore;
  readonly deliveryQueue: DeliveryQueue;
  readonly archiveSite: ArchiveSiteDeps;
  readonly log: Log;
}

export type DigestTick =
  | { readonly kind: 'not-due' }
  | { readonly kind: 'sent-before'; readonly date: string }
  | { readonly kind: 'sent'; readonly digest: DigestRecord };

/** How far back a digest is looked for that was decided and never finished. */
const UNFINISHED_WITHIN_DAYS = 31;

/**
 * Acts when the local day's digest is due and not there yet, which heals missed ticks and both daylight-saving days.
 *
 * The manifest is the claim: it is written to the bucket only if there is none for the day, and everything after it
 * follows from it, so that two ticks at once, or a tick after a crash, send one and the same digest.
 *
 * @param now the schedule's own time, ISO 8601 UTC: the only clock there is
 */
export async function sendDigest(now: string, deps: SendDigestDeps): Promise<DigestTick> {
  await runMailChores(now, deps);
  const { date, hour } = localTime(now, deps.config.timeZone);
  if (hour < deps.config.hour) return { kind: 'not-due' };
  if (await deps.digests.find(deps.topic.id, date)) return { kind: 'sent-before', date };
  await finishEarlier(date, now, deps);

  const manifest = await claimManifest(date, now, deps);
  const digest = await publishDigest(manifest, now, deps);
  deps.log.info('digest-sent', {
    date,
    recipients: digest.recipientCount,
    articles: digest.articleCount,
    articleIds: manifest.articleIds.slice(0, MAX_LOGGED_IDS),
  });
  return { kind: 'sent', digest };
}

/** A line of a log is cut at 256 KB, and nobody reads further. */
const MAX_LOGGED_IDS = 500;

/**
 * A digest that was decided and not finished is finished before the next is compiled, however many days lie between:
 * some readers may have it already, and what it told is told once.
 */
async function finishEarlier(date: string, now: string, deps: SendDigestDeps): Promise<void> {
  const earliest = addDays(date, -UNFINISHED_WITHIN_DAYS);
  const finished = (await deps.digests.findPrevious(deps.topic.id, date))?.date ?? earliest;
  for (let day = addDays(finished > earliest ? finished : earliest, 1); day < date; day = addDays(day, 1)) {
    const manifest = await deps.archive.findManifest(deps.topic.id, day);
    if (manifest === undefined) continue;
    await publishDigest(parseManifest(manifest), now, deps);
    deps.log.info('digest-finished-late', { date: day });
  }
}

async function claimManifest(date: string, now: string, deps: SendDigestDeps): Promise<DigestManifest> {
  const existing = await deps.archive.findManifest(deps.topic.id, date);
  if (existing !== undefined) return parseManifest(existing);
  const compiled = await compileManifest(date, now, deps);
  return parseManifest(await deps.archive.claimManifest(deps.topic.id, date, JSON.stringify(compiled)));
}
