import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../lib/names.ts';
import { SettingsFile } from '../../src/config/schema.ts';
import { resourcesOf, synthesize } from './synthesize.ts';
import { withConfig } from './with-config.ts';

const MODEL = 'amazon.nova-lite-v1:0';
const SETTINGS = { topics: ['weapons-use-restrictions'], contact: 'https://caveat.example' };

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statementsOf(proposals: object): (readonly [role: string, Statement])[] {
  const template = withConfig('settings.json', { proposals }, (config) => synthesize({ config }));
  return resourcesOf(template, 'AWS::IAM::Policy').flatMap(([name, policy]) =>
    (policy['PolicyDocument'].Statement as Statement[]).map((statement) => [name, statement] as const),
  );
}

const OFF = statementsOf({ enabled: false, model: MODEL });
const ON = statementsOf({ enabled: true, model: MODEL, region: 'eu-north-1' });

describe('the stack, while proposals are', () => {
  it('off: lets nobody ask a model, nor count questions', () => {
    const text = JSON.stringify(OFF);
    expect(text).not.toMatch(/bedrock/i);
    expect(text).not.toContain('"PROPOSALS"');
  });

  it('on: lets the one function do the one thing with the one model in the one region', () => {
    const asking = ON.filter(([, statement]) => JSON.stringify(statement).includes('bedrock'));
    expect(asking).toHaveLength(1);
    const [[role, { Action, Resource }] = ['', { Action: '', Resource: '' }]] = asking;
    expect(role).toMatch(/^ArticleIngestIngestArticle/);
    expect(Action).toBe('bedrock:InvokeModel');
    expect(JSON.stringify(Resource)).toContain(`:bedrock:eu-north-1::foundation-model/${MODEL}`);
    const counting = ON.filter(([, statement]) => JSON.stringify(statement).includes('"PROPOSALS"'));
    expect(counting.map(([, statement]) => statement.Action)).toEqual(['dynamodb:UpdateItem']);
  });
});

describe('the bundle of ingest-article', () => {
  it('hardly grows by the model’s client, which is loaded at the first question only', async () => {
    const without = await bundleBytes(['@aws-sdk/client-bedrock-runtime']);
    const whole = await bundleBytes([]);
    const share = (100 * (whole - without)) / without;
    console.log(
      `the model's client: ${Math.round((whole - without) / 1024)} KiB, ${share.toFixed(1)} % of the bundle`,
    );
    expect(whole).toBeGreaterThan(without);
    expect(share).toBeLessThan(2);
  }, 120_000);
});

/** Bytes of the bundle as it is deployed, without some packages. */
async function bundleBytes(external: string[]): Promise<number> {
  const { metafile } = await build({
    entryPoints: [join(PROJECT_ROOT, 'lambdas', 'ingest-article.ts')],
    absWorkingDir: PROJECT_ROOT,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    external,
    logLevel: 'silent',
  });
  return Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
}

describe('settings of proposals', () => {
  it('are off unless somebody says otherwise', () => {
    expect(SettingsFile.parse(SETTINGS).proposals).toEqual({
      enabled: false,
      model: null,
      region: null,
      maxPerDay: 50,
      margin: 0.15,
    });
  });

  it.each([
    { name: 'enabled without a model', proposals: { enabled: true }, says: /no model is named/ },
    { name: 'a profile of several regions', proposals: { model: `eu.${MODEL}` }, says: /several/ },
    { name: 'no region', proposals: { region: 'Europe' }, says: /name a region/ },
    { name: 'no questions a day', proposals: { maxPerDay: 0 }, says: /1/ },
    { name: 'a misspelt word', proposals: { enable: true }, says: /enable/ },
  ])('refuse $name and say what to do', ({ proposals, says }) => {
    const result = SettingsFile.safeParse({ ...SETTINGS, proposals });
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).toMatch(says);
  });
});
