import { createHash } from 'node:crypto';
import type { DigestConfig } from '../config/schema.ts';
import type { DeliveryMessage } from '../contract/messages.ts';
import type { Digest } from '../domain/digest/digest.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '../domain/digest/digest-input.ts';
import { secondsAfter } from '../domain/time/instant.ts';
import type {
  Archive,
  Delivery,
  DeliveryStore,
  DigestFiles,
  Mail,
  Mailer,
  SubscriberStore,
} from './ports.ts';
import { StepError } from './step-error.ts';
import { tokenHash } from './token-hash.ts';

export interface DeliverDeps {
  readonly config: DigestConfig;
  readonly archive: Archive;
  readonly deliveries: DeliveryStore;
  readonly subscribers: SubscriberStore;
  readonly mailer: Mailer;
  readonly unsubscribeUrl: string;
  /** 256 random bits in base64url. */
  readonly newToken: () => string;
}

export type DeliveryResult = 'sent' | 'refused' | 'unknown' | 'claimed-before' | 'not-active' | 'no-digest';

const TOKEN_VALID_SECONDS = 400 * 86_400;

/**
 * Sends one digest to one subscriber, at most once by itself: mail knows no idempotency key, so the claim comes first
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
  if (subscriber?.status !== 'active') return 'not-active';
  const files = await deps.archive.readDigest(message.topic, message.date);
  if (!files) return 'no-digest';

  // The token comes before the claim: a claim whose mail never came to be would stand as unknown for nothing.
  const token = deps.newToken();
  await deps.subscribers.saveToken(
    tokenHash(token),
    message.subscriberId,
    secondsAfter(now, TOKEN_VALID_SECONDS),
  );
  const delivery: Delivery = {
    ...message,
    deliveryId: deliveryId(message),
    status: 'claimed',
    claimedAt: now,
  };
  const mail = composeMail(files, subscriber.email, delivery, token, deps);
  if (!(await deps.deliveries.claim(delivery))) return 'claimed-before';
  return settle(delivery, mail, deps);
}

async function settle(delivery: Delivery, mail: Mail, deps: DeliverDeps): Promise<DeliveryResult> {
  const outcome = await deps.mailer.send(mail);
  switch (outcome.kind) {
    case 'sent':
      await deps.deliveries.settle(delivery, 'sent', outcome.messageId);
      return 'sent';
    case 'refused':
      await deps.deliveries.settle(delivery, 'refused', outcome.reason);
      return 'refused';
    case 'throttled':
      await deps.deliveries.release(delivery);
      throw new StepError('delivery-throttled', outcome.reason, { retryable: true });
    case 'unknown':
      return 'unknown';
  }
}

function composeMail(
  files: DigestFiles,
  to: string,
  delivery: Delivery,
  token: string,
  { config, unsubscribeUrl }: DeliverDeps,
): Mail {
  const link = `${unsubscribeUrl}?token=${token}`;
  return {
    from: `${quotedName(config.senderName)} <${config.sender}>`,
    to,
    subject: (JSON.parse(files.json) as Digest).subject,
    html: files.html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, link.replaceAll('&', '&amp;')),
    text: files.text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, link),
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834 section 5
      'List-Id': `${config.senderName} <${delivery.topic}.${config.sender.split('@')[1]}>`, // RFC 2919
      'List-Unsubscribe': `<${link}>`, // RFC 2369
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', // RFC 8058
    },
    tags: { delivery: delivery.deliveryId },
  };
}

/** RFC 5322 section 3.2.4: a display name as a quoted string. */
function quotedName(name: string): string {
  return `"${name.replaceAll(/[\r\n]/g, ' ').replaceAll(/["\\]/g, '\\$&')}"`;
}

/** Travels with the mail as a tag, so that the mail service's events name the delivery. */
function deliveryId({ topic, date, subscriberId }: DeliveryMessage): string {
  return createHash('sha256').update(`${topic}\n${date}\n${subscriberId}`, 'utf8').digest('hex').slice(0, 24);
}
