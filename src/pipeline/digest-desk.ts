import { renderDigestHtml } from '../domain/digest/render-html.ts';
import { renderDigestText } from '../domain/digest/render-text.ts';
import { addDays } from '../domain/time/calendar-day.ts';
import { compileManifest } from './digest-manifest.ts';
import type { DeliveryStatus, DeliveryStore, DigestFiles } from './ports.ts';
import type { CompileDeps } from './send-digest.ts';

/** What a person may do with digests from a command line. */
export interface DigestDesk extends CompileDeps {
  readonly deliveries: DeliveryStore;
}

export interface ShownDigest {
  readonly files: DigestFiles;
  /** `archived`: as it was sent. `compiled`: from what no digest has told yet, and nothing was written or sent. */
  readonly from: 'archived' | 'compiled';
}

/**
 * A day's digest as archived, or as it would be compiled.
 *
 * @param now ISO 8601 UTC; a past day without a digest is compiled as of its end
 */
export async function showDigest(date: string, now: string, desk: DigestDesk): Promise<ShownDigest> {
  const archived = await desk.archive.readDigest(desk.topic.id, date);
  if (archived) return { files: archived, from: 'archived' };
  const end = `${addDays(date, 1)}T00:00:00.000Z`;
  const { digest } = await compileManifest(date, end < now ? end : now, desk);
  const files = {
    json: JSON.stringify(digest, null, 2),
    html: renderDigestHtml(digest),
    text: renderDigestText(digest),
  };
  return { files, from: 'compiled' };
}

export interface ResendPlan {
  /** Deliveries that will be tried again, by what had become of them. */
  readonly reopened: Readonly<Partial<Record<DeliveryStatus, number>>>;
  /** Those of which nobody knows whether they arrived, left as they are. */
  readonly unknownLeft: number;
}

/**
 * Has the next hourly tick queue a digest once more, for those who do not have it: refused deliveries, and those that
 * were never made. Whether an unknown one arrived only its reader can say, so a person decides on them.
 *
 * @returns undefined when no digest of that day was sent
 */
export async function resendDigest(
  date: string,
  options: { readonly unknown: boolean },
  { digests, deliveries, topic }: DigestDesk,
): Promise<ResendPlan | undefined> {
  if (!(await digests.find(topic.id, date))) return undefined;
  const wanted: readonly DeliveryStatus[] = options.unknown ? ['refused', 'unknown'] : ['refused'];
  const made = await deliveries.listOfDigest(topic.id, date);
  const reopened: Partial<Record<DeliveryStatus, number>> = {};
  for (const delivery of made.filter(({ status }) => wanted.includes(status))) {
    const { status } = delivery;
    if (await deliveries.reopen(delivery, status)) reopened[status] = (reopened[status] ?? 0) + 1;
  }
  await digests.requestResend(topic.id, date);
  const unknownCount = made.filter(({ status }) => status === 'unknown').length;
  return { reopened, unknownLeft: options.unknown ? 0 : unknownCount };
}
