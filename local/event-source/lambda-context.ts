import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

export interface InvocationOptions {
  readonly functionName: string;
  readonly region: string;
  readonly timeoutSeconds: number;
}

/** What Lambda tells a function about its invocation. The time left is real time, whatever clock the data live by. */
export function lambdaContext({ functionName, region, timeoutSeconds }: InvocationOptions): Context {
  const endsAtMs = performance.now() + timeoutSeconds * 1000;
  return {
    awsRequestId: randomUUID(),
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAtMs - performance.now())),
    invokedFunctionArn: `arn:aws:lambda:${region}:000000000000:function:${functionName}`,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    memoryLimitInMB: '1024',
    done: removed,
    fail: removed,
    succeed: removed,
  };
}

function removed(): never {
  throw new Error('context.done, fail and succeed do not exist on Node 24: return a promise');
}
