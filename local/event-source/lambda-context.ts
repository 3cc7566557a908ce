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
    done: removedCallback,
    fail: removedCallback,
    succeed: removedCallback,
  };
}

/** Node 24 functions answer with a promise; the older ways are gone from Lambda, and fail loudly here. */
export function removedCallback(): never {
  throw new Error('Lambda takes no callback and no context.done on Node 24: return a promise');
}
