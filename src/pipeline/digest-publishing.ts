import { renderDigestHtml } from '../domain/digest/render-html.ts';
import { renderDigestText } from '../domain/digest/render-text.ts';
import type { DigestManifest } from './digest-manifest.ts';
import type { DigestRecord, Subscriber } from './ports.ts';
import { publishArchiveSite } from './publish-archive-site.ts';
import type { SendDigestDeps } from './send-digest.ts';
import { subscriberId } from './subscriber-id.ts';

/** Everything that follows from a manifest. Each step may be repeated; the digest's own row comes last. */
export async function publishDigest(
  manifest: DigestManifest,
  now: string,
  deps: SendDigestDeps,
): Promise<DigestRecord> {
  const { date, digest } = manifest;
  const topic = deps.topic.id;
  await deps.archive.saveDigest(topic, date, {
    json: JSON.stringify(digest, null, 2),
    html: renderDigestHtml(digest),
    text: renderDigestText(digest),
  });
  await deps.digests.saveStories(topic, date, manifest.stories);
  const recipients = manifest.isSilent ? [] : await recipientsOf(manifest, now, deps);
  await deps.deliveryQueue.send(
    recipients.map(({ subscriberId: id }) => ({ kind: 'digest', topic, date, subscriberId: id })),
  );
  await deps.untold.markArticlesTold(topic, manifest.articleIds, date);
  await deps.untold.markItemsTold(manifest.itemIds);
  await deps.corrections.markTold(topic, manifest.correctionIds, date);
  const record: DigestRecord = { ...manifest.record, recipientCount: recipients.length };
  await deps.digests.save(record);
  await publishSite(record, deps);
  return record;
}

/** No mail hangs on the archive site: what fails here is made good by the next digest. */
async function publishSite(record: DigestRecord, { archiveSite, log }: SendDigestDeps): Promise<void> {
  try {
    await publishArchiveSite(record, archiveSite);
  } catch (error) {
    log.error('archive-site-failed', { date: record.date, error });
  }
}

/** Whoever is active and wants this one: some read only of changes. */
export function wantsDigest(
  subscriber: Subscriber,
  { changeCount }: Pick<DigestRecord, 'changeCount'>,
): boolean {
  return subscriber.status === 'active' && (subscriber.preference === 'daily' || changeCount > 0);
}

/** The configuration's recipients are the first subscribers; who left is not added again. */
async function recipientsOf(
  { record }: DigestManifest,
  now: string,
  { subscribers, config }: SendDigestDeps,
): Promise<Subscriber[]> {
  for (const email of config.recipients) {
    await subscribers.addUnlessKnown({
      subscriberId: subscriberId(email),
      email,
      status: 'active',
      since: now,
      preference: 'daily',
      notices: false,
    });
  }
  return (await subscribers.list()).filter((subscriber) => wantsDigest(subscriber, record));
}
