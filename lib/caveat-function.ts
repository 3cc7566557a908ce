import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { z } from 'zod';
import type { FUNCTION_ENV, FunctionName } from '../src/contract/env.ts';
import { PROJECT_ROOT } from './names.ts';

export interface CaveatFunctionProps<F extends FunctionName> {
  readonly name: F;
  readonly description: string;
  /** Exactly what the function's schema asks for: a variable forgotten here does not compile. */
  readonly environment: Omit<z.input<(typeof FUNCTION_ENV)[F]>, 'WEB_GATEWAY'>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Where asynchronous invocations that failed go. */
  readonly failureQueue?: IQueue;
}

/** ESM output needs a `require` for the packages that still call it. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** The house defaults of a function: arm64, the newest Node, one ESM bundle, logs kept for a month. */
export class CaveatFunction<F extends FunctionName> extends NodejsFunction {
  constructor(scope: Construct, id: string, props: CaveatFunctionProps<F>) {
    super(scope, id, {
      description: props.description,
      entry: join(PROJECT_ROOT, 'lambdas', `${props.name}.ts`),
      projectRoot: PROJECT_ROOT,
      depsLockFilePath: join(PROJECT_ROOT, 'package-lock.json'),
      handler: 'handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(props.timeoutSeconds),
      memorySize: props.memoryMegabytes,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...definedOnly(props.environment) },
      loggingFormat: LoggingFormat.JSON,
      logGroup: new LogGroup(scope, `${id}Logs`, {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      ...(props.failureQueue ? { deadLetterQueue: props.failureQueue } : {}),
      bundling: {
        format: OutputFormat.ESM,
        mainFields: ['module', 'main'],
        target: 'node24',
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        bundleAwsSDK: true,
        banner: REQUIRE_BANNER,
        // jsdom resolves a worker file that a bundle does not have, and that is never run here.
        define: { 'require.resolve': 'String' },
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (inputDir, outputDir) => [
            `node ${join(inputDir, 'tools', 'copy-config.ts')} ${join(inputDir, 'config')} ${join(outputDir, 'config')}`,
          ],
        },
      },
    });
  }
}

function definedOnly(environment: object): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined));
}
