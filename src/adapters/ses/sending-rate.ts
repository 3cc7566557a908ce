import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import type { Log } from '../../pipeline/ports.ts';

/** What SES lets an account send until it has been let out of the sandbox: one mail a second. */
const SANDBOX_MAILS_PER_SECOND = 1;

/**
 * How many mails a second the account may send, as SES says; asked once for each process of the function, since it changes once in
 * an account's life. Without an answer the sandbox's rate is kept, at which every account may send.
 */
export function createSendingRate(client: SESv2Client, log: Log): () => Promise<number> {
  let asked: Promise<number> | undefined;
  return () => {
    asked ??= askRate(client, log);
    return asked;
  };
}

async function askRate(client: SESv2Client, log: Log): Promise<number> {
  try {
    const { ProductionAccessEnabled, SendQuota } = await client.send(new GetAccountCommand({}));
    if (ProductionAccessEnabled === false) {
      log.error('mail-sandbox', {
        remedy:
          'SES sends to verified addresses only, 200 a day: verify each recipient, or ask for production access in the SES console',
      });
      return SANDBOX_MAILS_PER_SECOND;
    }
    return Math.max(SendQuota?.MaxSendRate ?? 0, SANDBOX_MAILS_PER_SECOND);
  } catch (error) {
    log.error('mail-rate-unknown', { reason: error instanceof Error ? error.name : String(error) });
    return SANDBOX_MAILS_PER_SECOND;
  }
}
