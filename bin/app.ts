import { App } from 'aws-cdk-lib';
import { buildApp } from '../lib/build-app.ts';
import { ConfigError } from '../src/config/load.ts';

/** The CDK app. A configuration that is not usable never reaches an account: it stops here, with every problem named. */
try {
  buildApp(new App());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
