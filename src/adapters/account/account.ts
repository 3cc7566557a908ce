import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Account, MailAccount } from '../../pipeline/operation-ports.ts';
import { findStack } from './find-stack.ts';

/** Where `cdk bootstrap` writes its version, unless it was given a qualifier of one's own. */
const BOOTSTRAP_PARAMETER = '/cdk-bootstrap/hnb659fds/version';

/** The account that the SDK's credentials lead to. Clients are made at their first use: without a region none can be. */
export function createAccount(): Account {
  return {
    findRegion,
    async identity() {
      const { Account: account = '', Arn: arn = '' } = await new STSClient({}).send(
        new GetCallerIdentityCommand({}),
      );
      return { account, arn };
    },
    findBootstrapVersion: () => findBootstrapVersion(new SSMClient({})),
    findStack: (name) => findStack(name, new CloudFormationClient({})),
    mail: () => readMailAccount(new SESv2Client({})),
    identityState: (address) => identityState(address, new SESv2Client({})),
    async concurrency() {
      const { AccountLimit } = await new LambdaClient({}).send(new GetAccountSettingsCommand({}));
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
  };
}

async function findRegion(): Promise<string | undefined> {
  try {
    return await new STSClient({}).config.region();
  } catch (error) {
    if (error instanceof Error && /\bregion\b/i.test(error.message)) return undefined;
    throw error;
  }
}

async function findBootstrapVersion(client: SSMClient): Promise<number | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: BOOTSTRAP_PARAMETER }));
    return Number(Parameter?.Value);
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}

async function readMailAccount(client: SESv2Client): Promise<MailAccount> {
  const { ProductionAccessEnabled, SendingEnabled, SendQuota } = await client.send(new GetAccountCommand({}));
  return {
    inSandbox: ProductionAccessEnabled !== true,
    maySend: SendingEnabled === true,
    mailsPerDay: SendQuota?.Max24HourSend ?? 0,
    mailsPerSecond: SendQuota?.MaxSendRate ?? 0,
  };
}

/** Of the address and its domain, the one that may be sent from decides: SES lets either stand for the address. */
async function identityState(
  address: string,
  client: SESv2Client,
): Promise<Awaited<ReturnType<Account['identityState']>>> {
  const domain = address.split('@').at(-1) ?? '';
  const known = await Promise.all([address, domain].map((name) => isVerified(name, client)));
  if (known.includes(true)) return 'verified';
  return known.includes(false) ? 'pending' : 'absent';
}

async function isVerified(identity: string, client: SESv2Client): Promise<boolean | undefined> {
  try {
    const answer = await client.send(new GetEmailIdentityCommand({ EmailIdentity: identity }));
    return answer.VerifiedForSendingStatus === true;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}
