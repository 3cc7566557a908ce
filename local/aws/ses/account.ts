import { z } from 'zod';
import { parseMailAddress } from './mail-address.ts';
import type { MailDirectory } from './mail-directory.ts';
import { SesError } from './ses-error.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The rate at which AWS lets an account start that has left the sandbox. */
const MAX_SENDS_PER_SECOND = 14;
const MAX_SENDS_PER_DAY = 50_000;

const CreateEmailIdentity = z.object({ EmailIdentity: z.string() });

export function accountDetails(mails: MailDirectory, now: Date): object {
  const yesterday = new Date(now.getTime() - DAY_MS).toISOString();
  return {
    DedicatedIpAutoWarmupEnabled: false,
    EnforcementStatus: 'HEALTHY',
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    SendQuota: {
      Max24HourSend: MAX_SENDS_PER_DAY,
      MaxSendRate: MAX_SENDS_PER_SECOND,
      SentLast24Hours: mails.list().filter((mail) => mail.sentAt > yesterday).length,
    },
  };
}

/** Here every well-formed domain or address counts as verified: there is no DNS to prove it by. */
export function emailIdentity(raw: unknown): object {
  const result = CreateEmailIdentity.safeParse(raw);
  if (!result.success) throw new SesError('EmailIdentity is required.');
  const { EmailIdentity } = result.data;
  const isAddress = EmailIdentity.includes('@');
  parseMailAddress(isAddress ? EmailIdentity : `postmaster@${EmailIdentity}`);
  return {
    IdentityType: isAddress ? 'EMAIL_ADDRESS' : 'DOMAIN',
    VerifiedForSendingStatus: true,
    VerificationStatus: 'SUCCESS',
    DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' },
  };
}
