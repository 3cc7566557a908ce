import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FUNCTION_NAMES, type FunctionName } from '../src/contract/env.ts';
import type { Handlers } from './handlers.ts';

/** A function as `cdk synth` wrote it. */
export interface BundledFunction {
  readonly name: FunctionName;
  /** Name of the resource in the template. */
  readonly logicalId: string;
  /** Absolute path of the directory that is uploaded. */
  readonly assetDir: string;
  /** Absolute path of the one file of code within it. */
  readonly entry: string;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
}

/**
 * The functions of a cloud assembly, found through its template as a deployment finds them.
 *
 * @param assemblyDir the output directory of `cdk synth`
 * @throws Error when the assembly does not hold exactly the functions of the contract, each with its bundle
 */
export function listBundles(assemblyDir: string): BundledFunction[] {
  const resources = Object.entries(readTemplate(assemblyDir).Resources);
  const functions = resources.filter(([, { Type }]) => Type === 'AWS::Lambda::Function');
  return FUNCTION_NAMES.map((name) => {
    const found = functions.filter(([logicalId]) => logicalId.includes(pascalCase(name)));
    const [logicalId, resource] = found[0] ?? [];
    if (found.length !== 1 || !logicalId || !resource) {
      throw new Error(`${assemblyDir} holds ${found.length} functions for ${name}; synthesize it anew`);
    }
    const assetDir = resolve(assemblyDir, String(resource.Metadata?.['aws:asset:path']));
    const entry = join(assetDir, 'index.mjs');
    if (!existsSync(entry)) throw new Error(`${name} is not bundled: ${entry} does not exist`);
    return { name, logicalId, assetDir, entry };
  });
}

/** The one template of a cloud assembly. */
export function readTemplate(assemblyDir: string): { Resources: Record<string, Resource> } {
  const names = readdirSync(assemblyDir).filter((file) => file.endsWith('.template.json'));
  const [name] = names;
  if (names.length !== 1 || name === undefined) {
    throw new Error(
      `${assemblyDir} holds ${names.length} templates; expected the output of one \`cdk synth\``,
    );
  }
  return JSON.parse(readFileSync(join(assemblyDir, name), 'utf8'));
}

/** The handlers of what `cdk synth` wrote: the very files that would be uploaded. */
export async function loadBundledHandlers(assemblyDir: string): Promise<Handlers> {
  const handlers = Object.fromEntries(
    await Promise.all(
      listBundles(assemblyDir).map(async (bundle) => [bundle.name, await loadBundle(bundle)]),
    ),
  );
  return {
    planPolls: handlers['plan-polls'],
    pollFeeds: handlers['poll-feeds'],
    ingestArticle: handlers['ingest-article'],
    foldLedger: handlers['fold-ledger'],
    sendDigest: handlers['send-digest'],
    deliverDigest: handlers['deliver-digest'],
    checkHealth: handlers['check-health'],
    mailEvents: handlers['mail-events'],
  };
}

/** @returns the bundle's `handler`; what it takes and returns is its source's */
// biome-ignore lint/suspicious/noExplicitAny: a bundle carries no types
export async function loadBundle({ entry }: BundledFunction): Promise<any> {
  const { handler } = await import(pathToFileURL(entry).href);
  if (typeof handler !== 'function') throw new Error(`${entry} exports no handler`);
  return handler;
}

/** `plan-polls` → `PlanPolls`, the function's name among the constructs. */
function pascalCase(name: FunctionName): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
}
