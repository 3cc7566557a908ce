import { resolve } from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { loadCheckedConfig } from '../src/config/load.ts';
import { STANDARD_STAGE, stackName } from '../src/contract/outputs.ts';
import { CaveatStack } from './caveat-stack.ts';
import { PROJECT_ROOT } from './names.ts';
import type { DataFate } from './storage.ts';

/**
 * Adds the stack to an app. Choices, given with `-c name=value`:
 * `stage` tells several stacks of one account apart (`prod`); `config` is the configuration directory (`config`);
 * `sourceMaps=true` puts a map beside every bundle; `data=discard` lets table and bucket go with the stack.
 *
 * @throws ConfigError with every problem of the configuration
 */
export function buildApp(app: App): CaveatStack {
  const stage = choice(app, 'stage', STANDARD_STAGE);
  const configDir = resolve(PROJECT_ROOT, choice(app, 'config', 'config'));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  // One id for every stage, so that a resource has the same name in the templates of all.
  return new CaveatStack(app, 'Caveat', {
    stackName: stackName(stage),
    configDir,
    config: loadCheckedConfig(configDir),
    dataFate: dataFate(choice(app, 'data', 'keep')),
    description: `Caveat (${stage}): watches the news for weapons-use restrictions`,
    tags: { app: 'caveat', stage },
  });
}

function dataFate(word: string): DataFate {
  if (word === 'keep' || word === 'discard') return word;
  throw new RangeError(`"data=${word}" is not usable: take keep or discard`);
}

function choice(app: App, name: string, standard: string): string {
  return String(app.node.tryGetContext(name) ?? standard);
}
