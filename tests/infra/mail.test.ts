import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../lib/build-app.ts';
import { PROJECT_ROOT } from '../../lib/names.ts';
import {
  CDK_CONTEXT,
  resourcesOf,
  synthesize,
  textOf,
  WITHOUT_BUNDLES,
  WITHOUT_VALIDATION,
} from './synthesize.ts';

/** Synthesizing takes seconds, and a busy machine makes them many. */
const TIMEOUT_MS = 240_000;
const scratch = mkdtempSync(join(tmpdir(), 'caveat-mail-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the project's configuration with a change to its digest.json. */
function configWith(change: object): string {
  const dir = mkdtempSync(join(scratch, 'config-'));
  cpSync(join(PROJECT_ROOT, 'config'), dir, { recursive: true });
  const file = join(dir, 'digest.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
  return dir;
}

function warningsOf(change: object): string[] {
  const app = new App({
    context: { ...CDK_CONTEXT, ...WITHOUT_BUNDLES, ...WITHOUT_VALIDATION, config: configWith(change) },
  });
  return Annotations.fromStack(buildApp(app))
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => `${entry.data as string}`);
}

describe('the sender', { timeout: TIMEOUT_MS }, () => {
  it('of an address alone is told that its mails are not signed', () => {
    const warnings = warningsOf({ senderIdentity: 'create' });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/not signed by its domain.*"senderIdentity": "create-domain"/);
  });

  it.each(['create-domain', 'existing'])('with the identity "%s" is not', (senderIdentity) => {
    expect(warningsOf({ senderIdentity })).toEqual([]);
  });

  it('of a whole domain comes with the records that its DNS needs', () => {
    const template = synthesize({
      config: configWith({ senderIdentity: 'create-domain', sender: 'digest@news.example' }),
    });
    const identities = resourcesOf(template, 'AWS::SES::EmailIdentity');
    expect(identities.map(([, { EmailIdentity }]) => EmailIdentity)).toEqual(['news.example']);
    const { Outputs } = template as unknown as { Outputs: Record<string, { Description?: string }> };
    const records = Object.entries(Outputs).filter(([name]) => name.includes('DkimRecord'));
    expect(records).toHaveLength(3);
    for (const [, { Description }] of records) expect(Description).toContain('DNS of news.example');
  });
});

describe('immediate notices', { timeout: TIMEOUT_MS }, () => {
  const foldPolicy = (change: object) => {
    const template = synthesize({ config: configWith(change) });
    const fold = resourcesOf(template, 'AWS::Lambda::Function').find(([name]) => name.includes('FoldLedger'));
    const policy = resourcesOf(template, 'AWS::IAM::Policy').find(([name]) => name.includes('FoldLedger'));
    const statements = policy?.[1]['PolicyDocument'].Statement as { Action: unknown; Resource: unknown }[];
    return {
      variables: Object.keys(fold?.[1]['Environment'].Variables),
      queues: statements
        .filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'))
        .map(({ Resource }) => textOf(Resource)),
    };
  };

  it('give the ledger’s function the right to queue mails only when they are switched on', () => {
    const off = foldPolicy({});
    expect(off.variables).not.toContain('DELIVERY_QUEUE_URL');
    expect(off.queues).toEqual([]);
    const on = foldPolicy({ immediateNotices: true });
    expect(on.variables).toContain('DELIVERY_QUEUE_URL');
    expect(on.queues).toEqual([expect.stringMatching(/^<DailyDigestDeliveries\w+\.Arn>$/)]);
  });
});
