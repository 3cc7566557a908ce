import { createHash } from 'node:crypto';
import type { DeliveryMessage } from '../contract/messages.ts';
import { secondsAfter } from '../domain/time/instant.ts';
import { composeMail, type MailSettings } from './digest-mail.ts';
import { type ContentDeps, readContent } from './digest-mail-content.ts';
import type { Delivery, DeliveryStore, Mail, Mailer, Subscriber, SubscriberStore } from './ports.ts';
import { StepError } from './step-error.ts';
import { tokenHash } from './token-hash.ts';

export interface DeliverDeps extends ContentDeps {
  readonly settings: MailSettings;
  readonly deliveries: DeliveryStore;
  readonly subscribers: SubscriberStore;
  readonly mailer: Mailer;
  /** 256 random bits in base64url. */
  readonly newToken: () => string;
}

export type DeliveryResult =
  | { readonly kind: 'sent' | 'claimed-before' | 'not-wanted' | 'no-content' }
  | { readonly kind: 'refused' | 'unknown'; readonly reason: string };

/** Readers keep mails: the link in a year-old one still works. */
const UNSUBSCRIBE_VALID_SECONDS = 400 * 86_400;
const CONFIRM_VALID_SECONDS = 14 * 86_400;

/**
 * Sends one mail to one subscriber, at most once by itself: mail knows no idempotency key, so the claim comes first
 * and is only given back when certainly nothing was sent.
 *
 * @param now when the message was first received, ISO 8601 UTC
 * @throws StepError `delivery-throttled` when nothing was sent and a later try may work
 */
export async function deliverDigest(
  message: DeliveryMessage,
  now: string,
  deps: DeliverDeps,
): Promise<DeliveryResult> {
  const subscriber = await deps.subscribers.find(message.subscriberId);
  if (!subscriber || !isWanted(message, subscriber)) return { kind: 'not-wanted' };
  const content = await readContent(message, deps);
  if (!content) return { kind: 'no-content' };

  // The token comes before the claim: a claim whose mail never came to be would stand as unknown for nothing.
  const token = await keepNewToken(message, now, deps);
  const delivery: Delivery = {
    ...message,
    deliveryId: deliveryId(message),
    status: 'claimed',
    claimedAt: now,
  };
  const mail = composeMail(content, subscriber.email, delivery, token, deps.settings);
  if (!(await deps.deliveries.claim(delivery))) return { kind: 'claimed-before' };
  return settle(delivery, mail, deps);
}

/** What was queued may be overtaken by a reader's own wish. */
function isWanted(message: DeliveryMessage, subscriber: Subscriber): boolean {
  switch (message.kind) {
    case 'digest':
      return subscriber.status === 'active';
    case 'notice':
      return subscriber.status === 'active' && subscriber.notices;
    case 'confirmation':
      return subscriber.status === 'pending' && subscriber.since === message.askedAt;
  }
}

async function keepNewToken({ kind, subscriberId }: DeliveryMessage, now: string, deps: DeliverDeps) {
  const token = deps.newToken();
  const isQuestion = kind === 'confirmation';
  await deps.subscribers.saveToken({
    tokenHash: tokenHash(token),
    subscriberId,
    purpose: isQuestion ? 'confirm' : 'unsubscribe',
    expiresAt: secondsAfter(now, isQuestion ? CONFIRM_VALID_SECONDS : UNSUBSCRIBE_VALID_SECONDS),
  });
  return token;
}

async function settle(delivery: Delivery, mail: Mail, deps: DeliverDeps): Promise<DeliveryResult> {
  const outcome = await deps.mailer.send(mail);
  switch (outcome.kind) {
    case 'sent':
      await deps.deliveries.settle(delivery, 'sent', outcome.messageId);
      return { kind: 'sent' };
    case 'refused':
      await deps.deliveries.settle(delivery, 'refused', outcome.reason);
      return { kind: 'refused', reason: outcome.reason };
    case 'throttled':
      await deps.deliveries.release(delivery);
      throw new StepError('delivery-throttled', outcome.reason, { retryable: true });
    case 'unknown':
      return { kind: 'unknown', reason: outcome.reason };
  }
}

/** Travels with the mail as a tag, so that the mail service's events name the delivery. */
function deliveryId(message: DeliveryMessage): string {
  const name = [...nameOfMail(message), message.subscriberId].join('\n');
  return createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 24);
}

function nameOfMail(message: DeliveryMessage): string[] {
  switch (message.kind) {
    case 'digest':
      return [message.topic, message.date];
    case 'notice':
      return ['notice', message.topic, message.noticeId];
    case 'confirmation':
      return ['confirmation', message.askedAt];
  }
}
