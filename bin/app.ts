import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { CaveatStack } from '../lib/caveat-stack.ts';
import { PROJECT_ROOT } from '../lib/names.ts';
import { ConfigError, loadConfig } from '../src/config/load.ts';

/** The CDK app. A configuration that is not usable never reaches an account: it stops here, with every problem named. */
function synthesize(): void {
  const app = new App();
  const stage = String(app.node.tryGetContext('stage') ?? 'prod');
  const config = loadConfig(join(PROJECT_ROOT, 'config'));
  new CaveatStack(app, `Caveat-${stage}`, {
    config,
    description: `Caveat (${stage}): watches the news for weapons-use restrictions`,
    tags: { app: 'caveat', stage },
  });
}

try {
  synthesize();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
