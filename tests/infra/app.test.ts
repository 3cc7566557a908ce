import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../lib/names.ts';
import { CDK_CONTEXT, synthesize, WITHOUT_BUNDLES } from './synthesize.ts';

const TIMEOUT_MS = 240_000;
const scratch = mkdtempSync(join(tmpdir(), 'caveat-app-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the app, run as a process', { timeout: TIMEOUT_MS }, () => {
  test('synthesizes with nothing to say: cdk-nag and the library’s own rules find nothing', () => {
    const config = join(scratch, 'signed');
    cpSync(join(PROJECT_ROOT, 'config'), config, { recursive: true });
    // The sender of an address alone is warned about its mails' signature: tests/infra/mail.test.ts.
    edit(config, 'digest.json', { senderIdentity: 'create-domain' });
    const outdir = join(scratch, 'clean');
    const { status, stdout, stderr } = runApp({ outdir, config });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
    expect(report.pluginReports).toEqual([]);
  });

  test('stops at a configuration that is not usable, naming every problem at once', () => {
    const config = join(scratch, 'broken');
    cpSync(join(PROJECT_ROOT, 'config'), config, { recursive: true });
    edit(config, 'digest.json', { sender: 'nobody', timeZone: 'Atlantis/Capital' });
    edit(config, 'settings.json', { pollEveryMinutes: 1, topics: ['no-such-topic'] });
    const outdir = join(scratch, 'never');
    const { status, stderr } = runApp({ outdir, config });
    expect(status).toBe(1);
    for (const problem of ['sender', 'IANA time zone', 'pollEveryMinutes', 'no-such-topic']) {
      expect(stderr).toContain(problem);
    }
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(outdir).filter((name) => name.endsWith('.template.json'))).toEqual([]);
  });
});

describe('readers that are not usable', () => {
  test('stop a deployment, though only one function loads them', () => {
    const config = join(scratch, 'unfitted');
    cpSync(join(PROJECT_ROOT, 'config'), config, { recursive: true });
    const reader = join(config, 'topics', 'weapons-use-restrictions', 'readers', 'weapon-reader.json');
    writeFileSync(reader, '{');
    const { status, stderr } = runApp({ outdir: join(scratch, 'unread'), config });
    expect(status).toBe(1);
    expect(stderr).toContain('readers/weapon-reader.json');
  });
});

describe('the app', () => {
  test('takes the flags that the pinned library recommends, and no other', () => {
    const recommended = createRequire(import.meta.url)('aws-cdk-lib/recommended-feature-flags.json');
    expect(CDK_CONTEXT).toEqual(recommended);
  });

  test('makes two stages that share nothing', () => {
    const outputs = ['test', 'prod'].map((stage) => synthesize({ stage }));
    const [one, other] = outputs.map(({ Resources }) => Object.keys(Resources).toSorted());
    expect(one).toEqual(other);
    expect(JSON.stringify(outputs[0])).toContain('Caveat (test)');
    expect(JSON.stringify(outputs[0])).not.toContain('Caveat-prod');
  });

  test.each(['', 'Prod', 'a b', '1st', 'x'.repeat(21)])(
    'refuses the stage "%s" with what to write instead',
    (stage) => {
      expect(() => synthesize({ stage })).toThrow(/is not usable: take up to 20/);
    },
  );

  test('is checked by rules that do find things', () => {
    const app = new App({ outdir: join(scratch, 'careless'), context: CDK_CONTEXT });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    new Bucket(new Stack(app, 'Careless'), 'Bucket');
    expect(() => app.synth()).toThrow(/validation/i);
  });
});

/** As `cdk` runs it, except that nothing is bundled. */
function runApp({ outdir, config }: { outdir: string; config?: string }) {
  const context = { ...CDK_CONTEXT, ...WITHOUT_BUNDLES, ...(config === undefined ? {} : { config }) };
  return spawnSync(process.execPath, ['bin/app.ts'], {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
    env: { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context) },
  });
}

function edit(dir: string, name: string, change: object): void {
  const path = join(dir, name);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
}
