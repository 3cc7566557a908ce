import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../lib/names.ts';
import { checkTemplate } from './check-template.ts';
import {
  CDK_CONTEXT,
  resourcesOf,
  synthesize,
  type Template,
  textOf,
  WITHOUT_BUNDLES,
} from './synthesize.ts';

const scratch = mkdtempSync(join(tmpdir(), 'caveat-archive-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the project's configuration that serves the archive site. */
function servingConfig(): string {
  const dir = join(scratch, 'config');
  cpSync(join(PROJECT_ROOT, 'config'), dir, { recursive: true });
  change(dir, 'settings.json', { serveArchiveSite: true });
  change(dir, 'digest.json', { senderIdentity: 'existing' });
  return dir;
}

function change(dir: string, name: string, values: object): void {
  const file = join(dir, name);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...values }));
}

const config = servingConfig();
const TOPIC = JSON.parse(readFileSync(join(config, 'digest.json'), 'utf8')).topic;
const off = synthesize();
const on = synthesize({ config });

const outputsOf = (template: Template) => Object.keys((template as unknown as { Outputs: object }).Outputs);
const sendDigestOf = (template: Template) =>
  resourcesOf(template, 'AWS::Lambda::Function').find(([name]) => name.includes('SendDigest'))?.[1][
    'Environment'
  ].Variables;

describe('the archive site, switched off', () => {
  it('is served by nothing and read by nobody: the bucket is as closed as ever', () => {
    expect(Object.values(off.Resources).filter(({ Type }) => Type.startsWith('AWS::CloudFront'))).toEqual([]);
    expect(JSON.stringify(off)).not.toContain('cloudfront');
    expect(outputsOf(off)).not.toContain('ArchiveUrl');
    expect(sendDigestOf(off)).not.toHaveProperty('ARCHIVE_URL');
  });
});

describe('the archive site, switched on', () => {
  const [[, { DistributionConfig: distribution }] = ['', {}]] = resourcesOf(
    on,
    'AWS::CloudFront::Distribution',
  );
  const [origin] = distribution.Origins;

  it('is read through origin access control, from the topic’s own folder', () => {
    expect(origin.OriginPath).toBe(`/site/${TOPIC}`);
    expect(origin.S3OriginConfig.OriginAccessIdentity).toBe('');
    const [[accessName, access] = ['', {}]] = resourcesOf(on, 'AWS::CloudFront::OriginAccessControl');
    expect(textOf(origin.OriginAccessControlId)).toBe(`<${accessName}.Id>`);
    expect(access['OriginAccessControlConfig']).toMatchObject({
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    });
  });

  it('lets this one distribution read the site’s folder, and nothing else of the bucket', () => {
    const statements = resourcesOf(on, 'AWS::S3::BucketPolicy').flatMap(
      ([, policy]) => policy['PolicyDocument'].Statement,
    );
    const [[name] = ['']] = resourcesOf(on, 'AWS::CloudFront::Distribution');
    const grants = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(grants).toHaveLength(1);
    expect(grants[0].Action).toBe('s3:GetObject');
    expect(grants[0].Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
    expect(textOf(grants[0].Resource)).toMatch(new RegExp(`/site/${TOPIC}/\\*$`));
    expect(textOf(grants[0].Condition.StringEquals['AWS:SourceArn'])).toContain(`distribution/<${name}>`);
  });

  it('leaves the bucket private all the same', () => {
    const closed = (template: Template) =>
      resourcesOf(template, 'AWS::S3::Bucket').map(([, bucket]) => bucket['PublicAccessBlockConfiguration']);
    expect(closed(on)).toEqual(closed(off));
  });

  it('answers over TLS only, opens at the index, and calls a missing page missing', () => {
    expect(distribution.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(distribution.DefaultRootObject).toBe('index.html');
    expect(distribution.CustomErrorResponses).toEqual([
      { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/index.html' },
    ]);
  });

  it('says by header that pages run nothing and stand in no frame', () => {
    const [[, headers] = ['', {}]] = resourcesOf(on, 'AWS::CloudFront::ResponseHeadersPolicy');
    const { SecurityHeadersConfig: security } = headers['ResponseHeadersPolicyConfig'];
    expect(security.ContentSecurityPolicy.ContentSecurityPolicy).toMatch(
      /^default-src 'none'; .*frame-ancestors 'none'$/,
    );
    expect(security.FrameOptions.FrameOption).toBe('DENY');
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(31_536_000);
  });

  it('tells people and the feeds its address', () => {
    const [[name] = ['']] = resourcesOf(on, 'AWS::CloudFront::Distribution');
    const { Outputs } = on as unknown as { Outputs: Record<string, { Value: unknown }> };
    expect(textOf(Outputs['ArchiveUrl']?.Value)).toBe(`https://<${name}.DomainName>/`);
    expect(textOf(sendDigestOf(on).ARCHIVE_URL)).toBe(`https://<${name}.DomainName>/`);
  });

  it('keeps to CloudFormation’s specification', async () => {
    expect(await checkTemplate(on)).toEqual([]);
  });

  it('synthesizes as a process, with cdk-nag and the library’s own rules finding nothing', {
    timeout: 240_000,
  }, () => {
    const outdir = join(scratch, 'out');
    const context = { ...CDK_CONTEXT, ...WITHOUT_BUNDLES, config };
    const { status, stderr } = spawnSync(process.execPath, ['bin/app.ts'], {
      cwd: PROJECT_ROOT,
      encoding: 'utf8',
      env: { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context) },
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports).toEqual(
      [],
    );
  });
});
