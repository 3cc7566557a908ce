import type { SubscriberStore } from './ports.ts';
import { tokenHash } from './token-hash.ts';

/** 256 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Ends a subscription by the token of one mail. An unknown or expired token changes nothing and is not told apart, so
 * that guessing learns nothing.
 *
 * @param now ISO 8601 UTC
 */
export async function unsubscribe(token: string, now: string, subscribers: SubscriberStore): Promise<void> {
  if (!TOKEN.test(token)) return;
  const subscriberId = await subscribers.findByToken(tokenHash(token), now);
  if (subscriberId !== undefined) await subscribers.setStatus(subscriberId, 'unsubscribed', now);
}
