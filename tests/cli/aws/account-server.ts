import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an account is to answer. Change a field between two runs to play another account. */
export interface PlayedAccount {
  arn: string;
  /** Undefined where `cdk bootstrap` never ran. */
  bootstrapVersion: string | undefined;
  stacks: Record<string, { status: string; outputs?: Record<string, string> }>;
  inSandbox: boolean;
  maySend: boolean;
  mailsPerDay: number;
  /** Verified or not; an identity that is not named does not exist. */
  identities: Record<string, boolean>;
  concurrency: number;
  /** Names of services that refuse these credentials. */
  refusing: string[];
}

const ACCOUNT_ID = '123456789012';

/** A fresh account after `cdk bootstrap`, out of the sandbox. */
export function anAccount(given: Partial<PlayedAccount> = {}): PlayedAccount {
  return {
    arn: `arn:aws:iam::${ACCOUNT_ID}:user/operator`,
    bootstrapVersion: '25',
    stacks: {},
    inSandbox: false,
    maySend: true,
    mailsPerDay: 50_000,
    identities: {},
    concurrency: 1_000,
    refusing: [],
    ...given,
  };
}

export interface AccountServer {
  account: PlayedAccount;
  /** Under these the SDK finds it; DynamoDB, S3 and SQS are somebody else's. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Speaks the calls about an account of STS, SSM, CloudFormation, SES and Lambda as the SDK knows them. */
export async function startAccountServer(account: PlayedAccount): Promise<AccountServer> {
  const server = createServer((request, response) => {
    void answer(request, response, running.account);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const services = ['STS', 'SSM', 'CLOUDFORMATION', 'SESV2', 'LAMBDA'];
  const running: AccountServer = {
    account,
    env: {
      ...Object.fromEntries(
        services.map((name) => [`AWS_ENDPOINT_URL_${name}`, `${url}/${name.toLowerCase()}`]),
      ),
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'played',
      AWS_SECRET_ACCESS_KEY: 'played',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_MAX_ATTEMPTS: '1',
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return running;
}

async function answer(request: IncomingMessage, response: ServerResponse, account: PlayedAccount) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const [, service = '', ...path] = new URL(request.url ?? '', 'http://aws').pathname.split('/');
  const send = (status: number, type: string, text: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(text);
  };
  const xml = (status: number, text: string) => send(status, 'text/xml', text);
  const json = (status: number, value: object, error?: string) =>
    send(status, 'application/json', JSON.stringify(value), error ? { 'x-amzn-errortype': error } : {});

  const refuses = account.refusing.includes(service);
  switch (service) {
    case 'sts':
      return refuses
        ? xml(403, errorXml('InvalidClientTokenId', 'no such token'))
        : xml(200, identityXml(account));
    case 'cloudformation':
      if (refuses) return xml(403, errorXml('AccessDenied', 'not authorized'));
      return describeStacks(new URLSearchParams(body).get('StackName') ?? '', account, xml);
    case 'ssm':
      if (refuses) return json(400, { __type: 'AccessDeniedException', message: 'not authorized' });
      return account.bootstrapVersion === undefined
        ? json(400, { __type: 'ParameterNotFound' })
        : json(200, { Parameter: { Value: account.bootstrapVersion } });
    case 'lambda':
      if (refuses) return json(403, { Message: 'not authorized' }, 'AccessDeniedException');
      return json(200, { AccountLimit: { ConcurrentExecutions: account.concurrency } });
    default:
      if (refuses) return json(403, { message: 'not authorized' }, 'AccessDeniedException');
      return path.at(-1) === 'account'
        ? json(200, mailAccount(account))
        : identity(path.at(-1) ?? '', account, json);
  }
}

function identityXml({ arn }: PlayedAccount): string {
  return `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>${arn}</Arn><UserId>AIDAEXAMPLE</UserId><Account>${ACCOUNT_ID}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
}

function errorXml(code: string, message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}

function describeStacks(
  name: string,
  { stacks }: PlayedAccount,
  xml: (status: number, text: string) => void,
) {
  const stack = stacks[name];
  if (!stack) return xml(400, errorXml('ValidationError', `Stack with id ${name} does not exist`));
  const outputs = Object.entries(stack.outputs ?? {}).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return xml(
    200,
    `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks>
<member><StackName>${name}</StackName><StackStatus>${stack.status}</StackStatus><Outputs>${outputs.join('')}</Outputs></member>
</Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  );
}

function mailAccount({ inSandbox, maySend, mailsPerDay }: PlayedAccount): object {
  return {
    ProductionAccessEnabled: !inSandbox,
    SendingEnabled: maySend,
    SendQuota: { Max24HourSend: mailsPerDay, MaxSendRate: 14, SentLast24Hours: 0 },
  };
}

function identity(
  encoded: string,
  { identities }: PlayedAccount,
  json: (status: number, value: object, error?: string) => void,
) {
  const verified = identities[decodeURIComponent(encoded)];
  if (verified === undefined) return json(404, { message: 'no such identity' }, 'NotFoundException');
  return json(200, { VerifiedForSendingStatus: verified });
}
