import { secondsAfter } from '../domain/time/instant.ts';
import { wantsDigest } from './digest-publishing.ts';
import type { DigestRecord } from './ports.ts';
import type { SendDigestDeps } from './send-digest.ts';

/** A claim that is neither sent nor refused by then is `unknown`, and never sent again by itself. */
const CLAIM_SETTLES_WITHIN_SECONDS = 15 * 60;

type ChoreDeps = Pick<SendDigestDeps, 'deliveries' | 'deliveryQueue' | 'digests' | 'log' | 'subscribers'>;

/** What every tick does whether or not a digest is due: old claims, people to be asked, digests to be sent once more. */
export async function runMailChores(now: string, deps: ChoreDeps): Promise<void> {
  await giveUpOldClaims(now, deps);
  await askUnasked(deps);
  for (const digest of await deps.digests.listResends()) await resend(digest, deps);
}

async function giveUpOldClaims(now: string, deps: ChoreDeps): Promise<void> {
  const before = secondsAfter(now, -CLAIM_SETTLES_WITHIN_SECONDS);
  for (const delivery of await deps.deliveries.listUnresolved(before)) {
    await deps.deliveries.settle(delivery, 'unknown', 'neither sent nor refused');
    deps.log.error('delivery-unknown', { kind: delivery.kind, deliveryId: delivery.deliveryId });
  }
}

/** Queued before they are marked: asking twice is prevented by the claim, and never asking by nothing. */
async function askUnasked({ subscribers, deliveryQueue, log }: ChoreDeps): Promise<void> {
  const unasked = await subscribers.listUnasked();
  if (unasked.length === 0) return;
  await deliveryQueue.send(
    unasked.map(({ subscriberId, since }) => ({ kind: 'confirmation', askedAt: since, subscriberId })),
  );
  for (const subscriber of unasked) await subscribers.markAsked(subscriber);
  log.info('confirmations-queued', { count: unasked.length });
}

/** To everybody it was meant for: a claim that stands keeps those out who have it. Who came after that day never expected it. */
async function resend(digest: DigestRecord, deps: ChoreDeps): Promise<void> {
  const { topic, date } = digest;
  const meant = (await deps.subscribers.list()).filter(
    (subscriber) => wantsDigest(subscriber, digest) && subscriber.since.slice(0, 10) <= date,
  );
  await deps.deliveryQueue.send(
    meant.map(({ subscriberId }) => ({ kind: 'digest', topic, date, subscriberId })),
  );
  await deps.digests.clearResend(topic, date);
  deps.log.info('digest-resent', { date, asked: meant.length });
}
