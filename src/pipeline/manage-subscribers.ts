import type { MailChoice, Subscriber, SubscriberStore } from './ports.ts';
import { subscriberId } from './subscriber-id.ts';

export type Added =
  /** A mail will ask the address whether it wants to be subscribed. */
  | 'asked'
  /** It has been asked before and has not answered; only its choice was changed. */
  | 'waiting'
  /** It is subscribed; only its choice was changed. */
  | 'changed'
  /** Mail to it bounced or was complained of. Nothing was done. */
  | 'suppressed';

/**
 * Adds an address. Nobody is subscribed by another's word: the next hourly tick mails a question, and only its
 * answer makes the subscription. Who had left is asked again.
 *
 * @param email a valid address
 * @param options `again`: ask an address too that is suppressed, because its owner wants it
 * @param now ISO 8601 UTC
 */
export async function addSubscriber(
  email: string,
  choice: Partial<MailChoice>,
  options: { readonly again: boolean },
  now: string,
  subscribers: SubscriberStore,
): Promise<Added> {
  const id = subscriberId(email);
  const known = await subscribers.find(id);
  const chosen: MailChoice = {
    preference: choice.preference ?? known?.preference ?? 'daily',
    notices: choice.notices ?? known?.notices ?? false,
  };
  if (known?.status === 'suppressed' && !options.again) return 'suppressed';
  if (known?.status === 'active' || known?.status === 'pending') {
    await subscribers.setChoice(id, chosen);
    return known.status === 'active' ? 'changed' : 'waiting';
  }
  const pending: Subscriber = { subscriberId: id, email, status: 'pending', since: now, ...chosen };
  if (known) await subscribers.askAgain(pending, known.status);
  else await subscribers.addUnlessKnown(pending);
  return 'asked';
}

/** Ends a subscription. The row stays, so that the configuration does not bring the address back. @returns false when it is unknown */
export async function removeSubscriber(
  email: string,
  now: string,
  subscribers: SubscriberStore,
): Promise<boolean> {
  const id = subscriberId(email);
  if (!(await subscribers.find(id))) return false;
  await subscribers.setStatus(id, 'unsubscribed', now);
  return true;
}
