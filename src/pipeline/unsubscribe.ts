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
  const subscriberId = await subscribers.findByToken(tokenHash(token), 'unsubscribe', now);
  if (subscriberId !== undefined) await subscribers.setStatus(subscriberId, 'unsubscribed', now);
}

/**
 * Begins a subscription that somebody asked for in the address's name. Only an address that still waits for this becomes
 * active: an old link brings nobody back who left.
 *
 * @param now ISO 8601 UTC
 */
export async function confirmSubscription(
  token: string,
  now: string,
  subscribers: SubscriberStore,
): Promise<void> {
  if (!TOKEN.test(token)) return;
  const subscriberId = await subscribers.findByToken(tokenHash(token), 'confirm', now);
  if (subscriberId !== undefined) await subscribers.confirm(subscriberId, now);
}
