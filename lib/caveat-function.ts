import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { z } from 'zod';
import type { FUNCTION_ENV, FunctionName } from '../src/contract/env.ts';
import { bundlingOf } from './bundling.ts';
import { CONFIG_DIR, PROJECT_ROOT } from './names.ts';

type Environment<F extends FunctionName> = z.input<(typeof FUNCTION_ENV)[F]>;

export interface CaveatFunctionProps<F extends FunctionName> {
  readonly name: F;
  readonly description: string;
  /** Exactly what the function's schema asks for: a variable forgotten here does not compile. */
  readonly environment: Omit<Environment<F>, 'WEB_GATEWAY' | 'CONFIG_DIR'>;
  /** The configuration to deploy with the function; asked of every function whose schema has `CONFIG_DIR`. */
  readonly configDir: 'CONFIG_DIR' extends keyof Environment<F> ? string : undefined;
  /** Whether the function reads articles, for which it needs the topics' fitted readers; it does not unless said. */
  readonly readsArticles?: boolean;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Where asynchronous invocations that failed go. */
  readonly failureQueue?: IQueue;
}

/**
 * The house defaults of a function: arm64, the newest Node, one ESM bundle, logs kept for a month, and a role of its own
 * that may do nothing but write that log until somebody allows it more.
 */
export class CaveatFunction<F extends FunctionName> extends NodejsFunction {
  constructor(scope: Construct, id: string, props: CaveatFunctionProps<F>) {
    const configDir: string | undefined = props.configDir;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Caveat's ${props.name}`,
    });
    logGroup.grantWrite(role);
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
      environment: { ...variables(props.environment), ...(configDir === undefined ? {} : { CONFIG_DIR }) },
      // The variable that this would add is for the SDK's second version.
      awsSdkConnectionReuse: false,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
      ...(props.failureQueue ? { deadLetterQueue: props.failureQueue } : {}),
      bundling: bundlingOf({
        configDir,
        withReaders: props.readsArticles ?? false,
        sourceMap: scope.node.tryGetContext('sourceMaps') === 'true',
      }),
    });
  }
}

function variables(environment: object): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined));
}
