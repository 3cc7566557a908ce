import { randomUUID } from 'node:crypto';
import { composeMail, type MailHeader, readHeaders } from './compose-mail.ts';
import { type MailAddress, parseMailAddresses } from './mail-address.ts';
import type { MailContent, MailDirectory, StoredMail } from './mail-directory.ts';
import { describeSentMail, mailEvents } from './mail-events.ts';
import { parseSendRequest, type RawMail, recipientsOf, type SimpleMail } from './send-request.ts';
import { SesError } from './ses-error.ts';

/** Takes a mail in: it is on disk, with what will become of it, before the sender is answered. */
export async function sendEmail(
  raw: unknown,
  { mails, sentAt }: { mails: MailDirectory; sentAt: Date },
): Promise<StoredMail> {
  const mail = parseSendRequest(raw);
  const messageId = randomUUID();
  const content = mail.kind === 'simple' ? await simpleContent(mail, messageId, sentAt) : rawContent(mail);
  const headers = readHeaders(content.eml);
  const recipients = mail.kind === 'raw' ? rawRecipients(mail, headers) : recipientsOf(mail);
  const subject = mail.kind === 'simple' ? mail.subject : (headerValue(headers, 'subject') ?? '');
  const source = mail.from?.given ?? headerValue(headers, 'from');
  if (!source) throw new SesError("Missing required header 'From'.");
  const destination = recipients.map(({ address }) => address);
  const timestamp = sentAt.toISOString();
  const described = { timestamp, messageId, source, destination, headers, subject, tags: mail.tags };
  const events = mailEvents(describeSentMail(described), recipients);
  return mails.save(
    {
      messageId,
      sentAt: timestamp,
      from: source,
      to: destination,
      subject,
      headers,
      tags: mail.tags,
      events,
    },
    content,
  );
}

async function simpleContent(mail: SimpleMail, messageId: string, sentAt: Date): Promise<MailContent> {
  return { eml: await composeMail(mail, messageId, sentAt), html: mail.html, text: mail.text };
}

/** What the caller composed is kept as it is, and not taken apart again. */
function rawContent({ source }: RawMail): MailContent {
  return { eml: source, html: undefined, text: undefined };
}

/** Without a destination in the request, the message's own headers say who receives it. */
function rawRecipients(mail: RawMail, headers: readonly MailHeader[]): readonly MailAddress[] {
  const named = recipientsOf(mail);
  if (named.length > 0) return named;
  const lines = headers.filter(({ name }) => /^(to|cc|bcc)$/i.test(name)).map(({ value }) => value);
  const found = lines.flatMap(parseMailAddresses);
  if (found.length === 0) throw new SesError("Missing required header 'To'.");
  return found;
}

function headerValue(headers: readonly MailHeader[], wanted: string): string | undefined {
  return headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
}
