import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '../../src/domain/health/check.ts';
import {
  type AccountServer,
  anAccount,
  type PlayedAccount,
  startAccountServer,
} from './aws/account-server.ts';
import { runCaveat } from './run-caveat.ts';

const SENDER = 'digest@caveat.news';
const READER = 'reader@elsewhere.news';

let aws: AccountServer;
const config = mkdtempSync(join(tmpdir(), 'caveat-doctor-'));
beforeAll(async () => {
  aws = await startAccountServer(anAccount());
  cpSync('config', config, { recursive: true });
  edit('digest.json', { sender: SENDER, recipients: [READER] });
  edit('settings.json', { contact: 'https://caveat.news/about' });
});
afterAll(async () => {
  await aws.close();
  rmSync(config, { recursive: true, force: true });
});

async function doctor(account: Partial<PlayedAccount>, env: Record<string, string> = {}) {
  aws.account = anAccount(account);
  const { code, out, err } = await runCaveat(['doctor', '--format', 'json'], {
    env: { ...aws.env, CONFIG_DIR: config, ...env },
  });
  expect(err).toBe('');
  const checks = JSON.parse(out) as Check[];
  return { code, of: (name: string) => checks.find((check) => check.name === name), checks };
}

describe('caveat doctor', () => {
  it('finds nothing wrong with an account that is ready', async () => {
    const { code, checks } = await doctor({});
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(checks.map(({ name }) => name)).toEqual([
      'node',
      'configuration',
      'region',
      'credentials',
      'bootstrap',
      'stack',
      'mail account',
      'sender',
      'recipients',
      'concurrency',
    ]);
    expect(code).toBe(0);
  });

  it('names the command that bootstraps this account and region', async () => {
    const { code, of } = await doctor({ bootstrapVersion: undefined });
    expect(of('bootstrap')).toMatchObject({
      state: 'fail',
      remedy: 'run "npx cdk bootstrap aws://123456789012/eu-central-1" once',
    });
    expect(code).toBe(1);
  });

  it('skips what it cannot ask without credentials, and fails once', async () => {
    const { code, checks, of } = await doctor({ refusing: ['sts'] });
    expect(of('credentials')).toMatchObject({
      state: 'fail',
      remedy: 'AWS does not know these credentials; check --profile and --region',
    });
    expect(checks.filter(({ state }) => state === 'fail')).toHaveLength(1);
    expect(of('sender')).toMatchObject({ state: 'skipped', found: 'needs credentials' });
    expect(code).toBe(1);
  });

  it('asks for a region where none is set', async () => {
    const { of } = await doctor({}, { AWS_REGION: '', AWS_DEFAULT_REGION: '' });
    expect(of('region')).toMatchObject({ state: 'fail', remedy: expect.stringContaining('AWS_REGION') });
  });

  it('says of each service that refuses what was refused, and goes on', async () => {
    const { of } = await doctor({ refusing: ['lambda', 'ssm'] });
    expect(of('bootstrap')).toMatchObject({ state: 'fail', found: expect.stringContaining('AccessDenied') });
    expect(of('concurrency')).toMatchObject({ state: 'fail', remedy: expect.stringContaining('--profile') });
    expect(of('sender')?.state).toBe('ok');
  });

  it.each<{ name: string; account: Partial<PlayedAccount>; check: string; state: string; says: RegExp }>([
    {
      name: 'an identity that exists cannot be created again',
      account: { identities: { [SENDER]: true } },
      check: 'sender',
      state: 'fail',
      says: /"senderIdentity": "existing"/,
    },
    {
      name: 'nor can one whose domain SES knows be counted as new',
      account: { identities: { 'caveat.news': false } },
      check: 'sender',
      state: 'fail',
      says: /known to SES already/,
    },
    {
      name: 'after the deployment the identity waits for its link',
      account: { stacks: { 'Caveat-prod': { status: 'CREATE_COMPLETE' } }, identities: { [SENDER]: false } },
      check: 'sender',
      state: 'fail',
      says: /follow the link/,
    },
    {
      name: 'the sandbox is no failure, and has its remedy',
      account: { inSandbox: true, identities: { [READER]: true } },
      check: 'mail account',
      state: 'warn',
      says: /production access/,
    },
    {
      name: 'in the sandbox each reader must be verified',
      account: { inSandbox: true },
      check: 'recipients',
      state: 'warn',
      says: /reader@elsewhere\.news/,
    },
    {
      name: 'a verified domain verifies its readers',
      account: { inSandbox: true, identities: { 'elsewhere.news': true } },
      check: 'recipients',
      state: 'ok',
      says: /all may receive/,
    },
    {
      name: 'sending may be paused',
      account: { maySend: false },
      check: 'mail account',
      state: 'fail',
      says: /paused/,
    },
    {
      name: 'a first deployment that failed must go before the next',
      account: { stacks: { 'Caveat-prod': { status: 'ROLLBACK_COMPLETE' } } },
      check: 'stack',
      state: 'fail',
      says: /npm run destroy/,
    },
    {
      name: 'few calls at once are worth knowing',
      account: { concurrency: 5 },
      check: 'concurrency',
      state: 'warn',
      says: /Service Quotas/,
    },
    {
      name: 'the root user is too much',
      account: { arn: 'arn:aws:iam::123456789012:root' },
      check: 'credentials',
      state: 'warn',
      says: /Identity Center/,
    },
  ])('$name', async ({ account, check, state, says }) => {
    const { of } = await doctor(account);
    const found = of(check);
    expect(found?.state).toBe(state);
    expect(`${found?.found} ${found?.remedy}`).toMatch(says);
  });

  it('stops at a configuration that is still as it came, and looks at the account all the same', async () => {
    const { code, of } = await doctor({}, { CONFIG_DIR: 'config' });
    expect(of('configuration')).toMatchObject({
      state: 'fail',
      found: expect.stringContaining('digest.json: sender'),
    });
    expect(of('concurrency')?.state).toBe('ok');
    expect(code).toBe(1);
  });

  it('every failure and every warning says what to do', async () => {
    const { checks } = await doctor({
      bootstrapVersion: '3',
      inSandbox: true,
      maySend: false,
      concurrency: 1,
      identities: { [SENDER]: false },
    });
    const wrong = checks.filter(({ state }) => state === 'fail' || state === 'warn');
    expect(wrong.length).toBeGreaterThan(3);
    for (const { name, remedy } of wrong) expect(remedy, name).toMatch(/\w{3}/);
  });

  it('prints a table for eyes', async () => {
    aws.account = anAccount();
    const { out } = await runCaveat(['doctor', '--format', 'table'], {
      env: { ...aws.env, CONFIG_DIR: config },
    });
    expect(out).toMatch(/│ bootstrap +│ ok/);
  });
});

function edit(name: string, change: object): void {
  const path = join(config, name);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
}
