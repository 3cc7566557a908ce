import type { DeliveryMessage } from '../contract/messages.ts';
import { UNSUBSCRIBE_PLACEHOLDER } from '../domain/digest/digest-input.ts';
import type { MailContent } from './digest-mail-content.ts';
import type { DeliveryRef, Mail } from './ports.ts';

/** Who mails are from, and where their links lead. */
export interface MailSettings {
  readonly sender: string;
  readonly senderName: string;
  /** The function URL that ends and confirms subscriptions. */
  readonly subscriptionUrl: string;
}

/**
 * One recipient's own mail: the link with the token in both parts, and the headers by which mail programs offer to
 * stop. One-click (RFC 8058) also wants the mail signed with DKIM by the sender's domain, which SES does for a
 * verified domain.
 */
export function composeMail(
  content: MailContent,
  to: string,
  delivery: DeliveryRef,
  token: string,
  settings: MailSettings,
): Mail {
  const link = tokenLink(settings.subscriptionUrl, delivery.kind, token);
  return {
    from: `${displayName(settings.senderName)} <${settings.sender}>`,
    to,
    subject: content.subject,
    html: content.html.replaceAll(UNSUBSCRIBE_PLACEHOLDER, link.replaceAll('&', '&amp;')),
    text: content.text.replaceAll(UNSUBSCRIBE_PLACEHOLDER, link),
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834 section 5
      ...(delivery.kind === 'confirmation' ? {} : listHeaders(delivery.topic, link, settings)),
    },
    tags: { delivery: delivery.deliveryId },
  };
}

function tokenLink(subscriptionUrl: string, kind: DeliveryMessage['kind'], token: string): string {
  return `${subscriptionUrl}?${kind === 'confirmation' ? 'confirm' : 'token'}=${token}`;
}

function listHeaders(topic: string, link: string, { sender, senderName }: MailSettings) {
  return {
    'List-Id': `${displayName(senderName)} <${topic}.${sender.split('@')[1]}>`, // RFC 2919
    'List-Unsubscribe': `<${link}>`, // RFC 2369
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', // RFC 8058
  };
}

/** RFC 5322 section 3.2.4: a display name as a quoted string; beyond ASCII as encoded words (RFC 2047). */
export function displayName(name: string): string {
  const line = name.replaceAll(/\p{Cc}+/gu, ' ').trim();
  if (/^[\x20-\x7e]*$/.test(line)) return `"${line.replaceAll(/["\\]/g, '\\$&')}"`;
  return encodedWords(line).join(' ');
}

/** An encoded word has at most 75 characters, 12 of them its frame: 45 bytes in base64. None splits a character. */
const MAX_BYTES_OF_WORD = 45;

function encodedWords(text: string): string[] {
  const encoder = new TextEncoder();
  const pieces = [''];
  for (const character of text) {
    const longer = `${pieces.at(-1)}${character}`;
    if (encoder.encode(longer).length > MAX_BYTES_OF_WORD) pieces.push(character);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces.map((piece) => `=?UTF-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`);
}
