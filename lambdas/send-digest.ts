import { sendDigestDeps } from '../src/compose/send-digest.ts';
import { ScheduleTick } from '../src/contract/messages.ts';
import { asInstant } from '../src/domain/time/instant.ts';
import { type DigestTick, sendDigest } from '../src/pipeline/send-digest.ts';

/** Hourly schedule → the day's digest, when it is due and not there yet, and a delivery for each subscriber. */
export async function handler(event: unknown): Promise<DigestTick> {
  const tick = ScheduleTick.parse(event);
  return sendDigest(asInstant(tick.time), sendDigestDeps());
}
