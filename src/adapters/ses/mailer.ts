import {
  AccountSuspendedException,
  BadRequestException,
  LimitExceededException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  NotFoundException,
  type SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
  SendingPausedException,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import type { Mail, Mailer, MailOutcome } from '../../pipeline/ports.ts';

/** Answers after which SES has certainly sent nothing and never will send this mail as it is. */
const REFUSALS = [
  BadRequestException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  NotFoundException,
];
/** Answers after which SES has certainly sent nothing, and a later try may work. */
const THROTTLES = [
  AccountSuspendedException,
  LimitExceededException,
  SendingPausedException,
  TooManyRequestsException,
];

/**
 * SES v2, one recipient to a message.
 *
 * @param client with `maxAttempts: 1`: a retry after a lost answer could mail twice
 */
export function createMailer(
  options: { configurationSet?: string | undefined },
  client: SESv2Client,
): Mailer {
  return {
    async send(mail) {
      try {
        const answer = await client.send(toCommand(mail, options.configurationSet));
        return { kind: 'sent', messageId: answer.MessageId ?? '' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

function toCommand(mail: Mail, configurationSet: string | undefined): SendEmailCommand {
  return new SendEmailCommand({
    FromEmailAddress: mail.from,
    Destination: { ToAddresses: [mail.to] },
    ConfigurationSetName: configurationSet,
    Content: {
      Simple: {
        Subject: { Data: mail.subject, Charset: 'UTF-8' },
        Body: {
          Html: { Data: mail.html, Charset: 'UTF-8' },
          Text: { Data: mail.text, Charset: 'UTF-8' },
        },
        Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
      },
    },
    EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
  });
}

function outcomeOf(error: unknown): MailOutcome {
  const name = error instanceof Error ? error.name : 'unknown error';
  if (isUnverified(error)) return { kind: 'refused', reason: NOT_VERIFIED };
  if (REFUSALS.some((kind) => error instanceof kind)) return { kind: 'refused', reason: name };
  if (THROTTLES.some((kind) => error instanceof kind)) return { kind: 'throttled', reason: name };
  if (isRejectedRequest(error)) return { kind: 'throttled', reason: name };
  return { kind: 'unknown', reason: name };
}

/** SES names the address in its message; records and logs hold none. */
const NOT_VERIFIED = 'MessageRejected: an address is not verified (sender, or in the sandbox the recipient)';

function isUnverified(error: unknown): boolean {
  return error instanceof MessageRejected && /not verified/i.test(error.message);
}

/** Any other 4xx, such as a missing permission: nothing was sent, and once a person has mended it a later try works. */
function isRejectedRequest(error: unknown): boolean {
  if (!(error instanceof SESv2ServiceException)) return false;
  const status = error.$metadata.httpStatusCode ?? 0;
  return status >= 400 && status < 500;
}
