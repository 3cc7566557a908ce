import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BundledFunction, listBundles } from '../../local/bundled-handlers.ts';
import { lambdaContext, removedCallback } from '../../local/event-source/lambda-context.ts';
import type { AwsCallRecorder } from './aws-calls.ts';
import type { DeployedTemplate } from './template.ts';

/** Where Lambda unpacks an asset; here it lies where `cdk synth` put it. */
const TASK_ROOT = '/var/task';

interface Instance {
  readonly env: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: handlers differ in what they take and answer
  readonly handler: (event: unknown, context: unknown, callback: unknown) => any;
}

/** The functions of an assembly as Lambda would run them: each with its template's variables, and with no others. */
export class DeployedFunctions {
  private readonly bundles: ReadonlyMap<string, BundledFunction>;
  private readonly template: DeployedTemplate;
  private readonly recorder: AwsCallRecorder;
  private readonly runtimeEnv: Readonly<Record<string, string>>;
  private readonly instances = new Map<string, Promise<Instance>>();
  private readonly reads = new Map<string, Set<string>>();
  private readonly running = new AsyncLocalStorage<{ logicalId: string; env: Instance['env'] }>();
  private startCount = 0;

  /** @param runtimeEnv what Lambda itself sets, and where the local services listen */
  constructor(
    template: DeployedTemplate,
    assemblyDir: string,
    recorder: AwsCallRecorder,
    runtimeEnv: Readonly<Record<string, string>>,
  ) {
    this.bundles = new Map(listBundles(assemblyDir).map((bundle) => [bundle.logicalId, bundle]));
    this.template = template;
    this.recorder = recorder;
    this.runtimeEnv = runtimeEnv;
    this.watchEnvironment();
  }

  roleOf(logicalId: string): string {
    return this.template.find(logicalId).properties['Role']['Fn::GetAtt'][0];
  }

  /** Names of variables by function, as far as its code has asked for them. */
  readVariables(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.reads].map(([logicalId, names]) => [logicalId, [...names].toSorted()]),
    );
  }

  idOf(name: string): string {
    const bundle = [...this.bundles.values()].find((each) => each.name === name);
    if (!bundle) throw new Error(`no function is called ${name}`);
    return bundle.logicalId;
  }

  assetDirOf(name: string): string {
    return this.bundles.get(this.idOf(name))?.assetDir ?? '';
  }

  /** Loads a function anew, as a deployment or a quiet hour brings about. @param changes to its variables */
  coldStart(logicalId: string, changes: Readonly<Record<string, string>> = {}): void {
    this.instances.set(logicalId, this.load(logicalId, changes));
  }

  async invoke(logicalId: string, event: unknown): Promise<unknown> {
    if (!this.instances.has(logicalId)) this.coldStart(logicalId);
    const instance = await (this.instances.get(logicalId) as Promise<Instance>);
    const context = lambdaContext({
      functionName: logicalId,
      region: 'eu-central-1',
      timeoutSeconds: this.template.find(logicalId).properties['Timeout'],
    });
    return this.recorder.as(this.roleOf(logicalId), () =>
      this.running.run({ logicalId, env: instance.env }, () =>
        instance.handler(event, context, removedCallback),
      ),
    );
  }

  private async load(logicalId: string, changes: Readonly<Record<string, string>>): Promise<Instance> {
    const bundle = this.bundles.get(logicalId);
    if (!bundle) throw new Error(`${logicalId} is not a bundled function`);
    const { Variables = {} } = this.template.find(logicalId).properties['Environment'] ?? {};
    const variables = Object.entries(this.template.resolve(Variables) as Record<string, string>).map(
      ([name, value]) => [name, value.replace(TASK_ROOT, bundle.assetDir)],
    );
    const env = { ...this.runtimeEnv, ...Object.fromEntries(variables), ...changes };
    this.startCount += 1;
    const url = `${pathToFileURL(join(bundle.assetDir, 'index.mjs')).href}?start=${this.startCount}`;
    const { handler } = await this.running.run({ logicalId, env }, () => import(url));
    return { env, handler };
  }

  /** While a function runs, `process.env` is its own. */
  private watchEnvironment(): void {
    const own = process.env;
    const current = (name?: string | symbol): NodeJS.ProcessEnv => {
      const instance = this.running.getStore();
      if (!instance) return own;
      if (typeof name === 'string') this.noteRead(instance.logicalId, name);
      return instance.env as NodeJS.ProcessEnv;
    };
    process.env = new Proxy(own, {
      get: (_own, name) => Reflect.get(current(name), name),
      has: (_own, name) => Reflect.has(current(name), name),
      ownKeys: () => Reflect.ownKeys(current()),
      getOwnPropertyDescriptor: (_own, name) => {
        const value = Reflect.get(current(name), name);
        return value === undefined
          ? undefined
          : { value, enumerable: true, configurable: true, writable: true };
      },
    });
  }

  private noteRead(logicalId: string, name: string): void {
    const names = this.reads.get(logicalId) ?? new Set();
    names.add(name);
    this.reads.set(logicalId, names);
  }
}
