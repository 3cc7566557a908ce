import { LOCAL_ACCOUNT_ID } from '../local-account.ts';

/** What was sent, as every event repeats it. */
export interface SentMail {
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly messageId: string;
  readonly source: string;
  readonly sendingAccountId: string;
  readonly destination: readonly string[];
  readonly headersTruncated: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly commonHeaders: Readonly<Record<string, string | readonly string[]>>;
  /** Values of each tag by its name. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/**
 * What became of a mail, in the form in which the service publishes it.
 *
 * @see Amazon SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon SNS"
 */
export type MailEvent =
  | { readonly eventType: 'Send'; readonly mail: SentMail; readonly send: object }
  | { readonly eventType: 'Delivery'; readonly mail: SentMail; readonly delivery: object }
  | { readonly eventType: 'Bounce'; readonly mail: SentMail; readonly bounce: object }
  | { readonly eventType: 'Complaint'; readonly mail: SentMail; readonly complaint: object };

export interface Recipient {
  readonly address: string;
  /** The local part without its label, which decides what happens: see `mailEvents`. */
  readonly mailbox: string;
}

/**
 * What happens to a mail, recipient by recipient. As with the service's mailbox simulator, the mailbox decides:
 * `bounce` does not exist, `suppressionlist` is known not to exist, `complaint` receives the mail and calls it spam.
 * All others receive it. Here this holds in every domain, and with a label too (`bounce+one@example.com`).
 *
 * @see Amazon SES Developer Guide, "Using the mailbox simulator"
 */
export function mailEvents(mail: SentMail, recipients: readonly Recipient[]): MailEvent[] {
  return [
    { eventType: 'Send', mail, send: {} },
    ...recipients.flatMap((recipient) => fateOf(mail, recipient)),
  ];
}

function fateOf(mail: SentMail, { address, mailbox }: Recipient): MailEvent[] {
  switch (mailbox) {
    case 'bounce':
      return [bounce(mail, address, 'General')];
    case 'suppressionlist':
      return [bounce(mail, address, 'Suppressed')];
    case 'complaint':
      return [delivery(mail, address), complaint(mail, address)];
    default:
      return [delivery(mail, address)];
  }
}

function delivery(mail: SentMail, address: string): MailEvent {
  return {
    eventType: 'Delivery',
    mail,
    delivery: {
      timestamp: mail.timestamp,
      processingTimeMillis: 0,
      recipients: [address],
      smtpResponse: '250 2.0.0 Ok: kept by the local mail service',
      reportingMTA: 'localhost',
    },
  };
}

function bounce(mail: SentMail, address: string, subType: 'General' | 'Suppressed'): MailEvent {
  const recipient = {
    emailAddress: address,
    action: 'failed',
    status: '5.1.1',
    diagnosticCode: 'smtp; 550 5.1.1 user unknown',
  };
  return {
    eventType: 'Bounce',
    mail,
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: subType,
      bouncedRecipients: [recipient],
      timestamp: mail.timestamp,
      feedbackId: `feedback-${mail.messageId}`,
      reportingMTA: 'dsn; localhost',
    },
  };
}

function complaint(mail: SentMail, address: string): MailEvent {
  return {
    eventType: 'Complaint',
    mail,
    complaint: {
      complainedRecipients: [{ emailAddress: address }],
      timestamp: mail.timestamp,
      feedbackId: `feedback-${mail.messageId}`,
      complaintSubType: null,
      userAgent: 'Local mailbox simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: mail.timestamp,
    },
  };
}

export function describeSentMail(
  given: Pick<SentMail, 'timestamp' | 'messageId' | 'source' | 'destination' | 'headers'> & {
    readonly subject: string;
    readonly tags: readonly { readonly name: string; readonly value: string }[];
  },
): SentMail {
  const { subject, tags, ...mail } = given;
  const tagsByName = Object.groupBy(tags, ({ name }) => name);
  return {
    ...mail,
    sendingAccountId: LOCAL_ACCOUNT_ID,
    headersTruncated: false,
    commonHeaders: { from: [mail.source], to: mail.destination, messageId: mail.messageId, subject },
    tags: Object.fromEntries(
      Object.entries(tagsByName).map(([name, values = []]) => [name, values.map(({ value }) => value)]),
    ),
  };
}
