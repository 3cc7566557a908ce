import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { buildApp } from '../../lib/build-app.ts';
import { PROJECT_ROOT } from '../../lib/names.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation's specification says
export type Properties = Record<string, any>;

export interface Resource {
  readonly Type: string;
  readonly Properties: Properties;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** The context of cdk.json; `cdk` reads it, an app made in a test does not. */
export const CDK_CONTEXT: Record<string, unknown> = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'cdk.json'), 'utf8'),
).context;

/** No function is bundled: these tests read the template only, and tests/bundles runs the bundles. */
export const WITHOUT_BUNDLES = { 'aws:cdk:bundling-stacks': [] };

/** The library's own check of templates takes seconds a template; tests/infra/app.test.ts runs it once. */
export const WITHOUT_VALIDATION = { '@aws-cdk/core:validateAgainstDefaultRules': false };

const SENDER_WARNING = 'Annotation::caveat:sender-without-domain';

/** The template of the app as `cdk synth` would write it, with cdk-nag's checks on the way. */
export function synthesize(choices: Record<string, string> = {}): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'caveat-infra-'));
  try {
    const app = new App({
      outdir,
      context: { ...CDK_CONTEXT, ...WITHOUT_BUNDLES, ...WITHOUT_VALIDATION, ...choices },
    });
    const stack = buildApp(app);
    // Said at every synth of the configuration that comes with the project; tests/infra/mail.test.ts hears it.
    Validations.of(app).acknowledge({ id: SENDER_WARNING, reason: 'these tests are about the template' });
    const { template } = app.synth().getStackByName(stack.stackName) as { template: Template };
    return JSON.parse(JSON.stringify(template));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Resources of one type with their names in the template, which tell where the construct is. */
export function resourcesOf(template: Template, type: string): [name: string, properties: Properties][] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([name, resource]) => [name, resource.Properties ?? {}]);
}

/** A value of the template as one readable text: `<Queue.Arn>`, `<Bucket.Arn>/feeds/*`. */
export function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('Ref' in value) return `<${String(value.Ref)}>`;
  if ('Fn::GetAtt' in value) return `<${(value['Fn::GetAtt'] as string[]).join('.')}>`;
  if ('Fn::Join' in value) {
    const [separator, parts] = value['Fn::Join'] as [string, unknown[]];
    return parts.map(textOf).join(separator);
  }
  return JSON.stringify(value);
}
