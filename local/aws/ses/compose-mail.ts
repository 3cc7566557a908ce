import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailAddress } from './mail-address.ts';
import type { SimpleMail } from './send-request.ts';

/** The message as it would go over the wire (RFC 5322). Blind copies are not named in it. */
export function composeMail(mail: SimpleMail, messageId: string, sentAt: Date): Promise<Buffer> {
  const composer = new MailComposer({
    from: mail.from.given,
    to: given(mail.to),
    cc: given(mail.cc),
    replyTo: given(mail.replyTo),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: mail.headers.map(({ name, value }) => ({ key: name, value })),
    messageId: `<${messageId}@localhost>`,
    date: sentAt,
    baseBoundary: messageId,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function given(addresses: readonly MailAddress[]): string[] {
  return addresses.map((address) => address.given);
}

export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/** The headers of a finished message, unfolded, in their order. */
export function readHeaders(message: Buffer): MailHeader[] {
  const [head = ''] = message.toString().split(/\r?\n\r?\n/, 1);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const pairs = lines.map((line) => /^([^:\s]+):\s*(.*)$/.exec(line)).filter((match) => match !== null);
  return pairs.map(([, name = '', value = '']) => ({ name, value }));
}
