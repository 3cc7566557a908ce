import type { DigestConfig } from '../config/schema.ts';
import { type Check, fail, ok, skipped, warn } from '../domain/health/check.ts';
import type { Account } from './operation-ports.ts';

export interface ExamineDeps {
  readonly account: Account;
  /** Undefined when the configuration is not usable: what needs it is skipped then. */
  readonly digest: DigestConfig | undefined;
  readonly stackName: string;
  /** What to do about an error of AWS. */
  readonly remedyFor: (error: Error) => string;
}

/** Older set-ups lack the roles that today's deployments take. */
const LEAST_BOOTSTRAP = 6;
/** Eight consumers at once, and the schedules beside them. */
const LEAST_CONCURRENCY = 10;

const AFTER_CREDENTIALS = ['bootstrap', 'stack', 'mail account', 'sender', 'recipients', 'concurrency'];

/** Looks at an account before anything is deployed in it: may we, can we, and will mail arrive? Changes nothing. */
export async function examineAccount(deps: ExamineDeps): Promise<Check[]> {
  const region = await examine('region', deps, () => checkRegion(deps));
  if (region.state === 'fail') return [region, ...skipAll(['credentials', ...AFTER_CREDENTIALS], 'a region')];
  const credentials = await examine('credentials', deps, () => checkCredentials(deps));
  if (credentials.state === 'fail')
    return [region, credentials, ...skipAll(AFTER_CREDENTIALS, 'credentials')];
  return [
    region,
    credentials,
    await examine('bootstrap', deps, () => checkBootstrap(deps)),
    await examine('stack', deps, () => checkStack(deps)),
    await examine('mail account', deps, () => checkMailAccount(deps)),
    await examine('sender', deps, () => checkSender(deps)),
    await examine('recipients', deps, () => checkRecipients(deps)),
    await examine('concurrency', deps, () => checkConcurrency(deps)),
  ];
}

async function examine(name: string, deps: ExamineDeps, look: () => Promise<Check>): Promise<Check> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(name, `${error.name}: ${error.message}`, deps.remedyFor(error));
  }
}

function skipAll(names: readonly string[], what: string): Check[] {
  return names.map((name) => skipped(name, `needs ${what}`));
}

async function checkRegion({ account }: ExamineDeps): Promise<Check> {
  const region = await account.findRegion();
  if (region === undefined) {
    return fail('region', 'none is set', 'set AWS_REGION, or give --region, such as eu-central-1');
  }
  if (/^(?:cn|us-gov|us-iso)/.test(region)) {
    return warn(
      'region',
      region,
      'nothing here was made for other than commercial regions; take one, or try',
    );
  }
  return ok('region', region);
}

async function checkCredentials({ account }: ExamineDeps): Promise<Check> {
  const { account: id, arn } = await account.identity();
  if (arn.endsWith(':root')) {
    return warn(
      'credentials',
      `account ${id}, its root user`,
      'make an administrator in IAM Identity Center and use it instead',
    );
  }
  return ok('credentials', `account ${id}, ${arn}`);
}

async function checkBootstrap({ account }: ExamineDeps): Promise<Check> {
  const version = await account.findBootstrapVersion();
  const { account: id } = await account.identity();
  const command = `npx cdk bootstrap aws://${id}/${await account.findRegion()}`;
  if (version === undefined) return fail('bootstrap', 'never done in this region', `run "${command}" once`);
  if (version < LEAST_BOOTSTRAP)
    return fail('bootstrap', `version ${version} is too old`, `run "${command}"`);
  return ok('bootstrap', `version ${version}`);
}

async function checkStack({ account, stackName }: ExamineDeps): Promise<Check> {
  const stack = await account.findStack(stackName);
  if (!stack) return ok('stack', `${stackName} is not there yet; "npm run deploy" makes it`);
  if (stack.status === 'ROLLBACK_COMPLETE') {
    return fail(
      'stack',
      `${stackName} failed at its first deployment`,
      'run "npm run destroy", then deploy again',
    );
  }
  if (stack.status.endsWith('FAILED')) {
    return fail(
      'stack',
      `${stackName}: ${stack.status}`,
      'see the stack’s events in the CloudFormation console',
    );
  }
  if (stack.status.endsWith('IN_PROGRESS')) {
    return warn('stack', `${stackName}: ${stack.status}`, 'wait until CloudFormation is done');
  }
  return ok('stack', `${stackName}: ${stack.status}`);
}

async function checkMailAccount({ account, digest }: ExamineDeps): Promise<Check> {
  const mail = await account.mail();
  const quota = `${mail.mailsPerDay} mails a day, ${mail.mailsPerSecond} a second`;
  if (!mail.maySend) return fail('mail account', 'sending is paused', 'see SES, Account dashboard, for why');
  if (digest && digest.recipients.length > mail.mailsPerDay) {
    return fail('mail account', quota, `ask SES for at least ${digest.recipients.length} mails a day`);
  }
  if (mail.inSandbox) {
    return warn(
      'mail account',
      `in the sandbox: ${quota}`,
      'mail reaches verified addresses only; ask for production access (SES, Account dashboard) before you have others',
    );
  }
  return ok('mail account', quota);
}

async function checkSender(deps: ExamineDeps): Promise<Check> {
  const { account, digest, stackName } = deps;
  if (!digest) return skipped('sender', 'needs a usable configuration');
  const state = await account.identityState(digest.sender);
  if (digest.senderIdentity === 'existing') return existingSender(digest.sender, state);
  const isOurs = (await account.findStack(stackName)) !== undefined;
  return isOurs ? createdSender(digest.sender, state) : newSender(digest.sender, state);
}

type IdentityState = Awaited<ReturnType<Account['identityState']>>;

function existingSender(sender: string, state: IdentityState): Check {
  if (state === 'verified') return ok('sender', `${sender} is verified`);
  const found = state === 'absent' ? `SES does not know ${sender}` : `${sender} is not verified yet`;
  return fail('sender', found, 'verify it in SES, or set "senderIdentity": "create" in digest.json');
}

function createdSender(sender: string, state: IdentityState): Check {
  if (state === 'verified') return ok('sender', `${sender} is verified`);
  return fail(
    'sender',
    `${sender} is not verified yet`,
    'follow the link in the mail that SES sent there, or set the DNS records that the stack’s outputs name',
  );
}

function newSender(sender: string, state: IdentityState): Check {
  if (state === 'absent') return ok('sender', `${sender} is new; the deployment asks SES to verify it`);
  return fail(
    'sender',
    `${sender} or its domain is known to SES already, and an account has each identity once`,
    'set "senderIdentity": "existing" in digest.json',
  );
}

async function checkRecipients({ account, digest }: ExamineDeps): Promise<Check> {
  if (!digest) return skipped('recipients', 'needs a usable configuration');
  const { inSandbox } = await account.mail();
  if (!inSandbox) return ok('recipients', `${digest.recipients.length} configured`);
  const unverified = await listUnverified(account, digest.recipients);
  if (unverified.length === 0) return ok('recipients', 'all may receive mail in the sandbox');
  return warn(
    'recipients',
    `not verified, and so without mail in the sandbox: ${unverified.join(', ')}`,
    'verify each in SES (Identities), or leave the sandbox',
  );
}

/** The addresses that the sandbox sends nothing to, in their order. One question an address, one after the other. */
export async function listUnverified(
  account: Pick<Account, 'identityState'>,
  addresses: readonly string[],
): Promise<string[]> {
  const unverified: string[] = [];
  for (const address of addresses) {
    if ((await account.identityState(address)) !== 'verified') unverified.push(address);
  }
  return unverified;
}

async function checkConcurrency({ account }: ExamineDeps): Promise<Check> {
  const limit = await account.concurrency();
  if (limit < LEAST_CONCURRENCY) {
    return warn(
      'concurrency',
      `${limit} calls at once`,
      'ask for more: Service Quotas, AWS Lambda, Concurrent executions; until then work waits in its queues',
    );
  }
  return ok('concurrency', `${limit} calls at once`);
}
