import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { FunctionName } from '../../src/contract/env.ts';

/** One kind of request to AWS in the words of its permissions. */
export interface AwsCall {
  /** Such as `dynamodb:Query`. */
  readonly action: string;
  /** The index that is asked, the prefix of the key or the queue; empty for the table and for mail. */
  readonly target: string;
}

const running = new AsyncLocalStorage<FunctionName>();

/** Notes every request that a function makes to AWS, whichever copy of the SDK makes it. */
export class AwsCallRecorder {
  private readonly seen = new Map<FunctionName, Map<string, AwsCall>>();

  constructor() {
    subscribe('http.client.request.created', (message) => {
      const name = running.getStore();
      const { request } = message as { request: ClientRequest };
      if (name !== undefined) onBody(request, (body) => this.note(name, toCall(request, body)));
    });
  }

  /** The handler, with its calls noted under the function's name. */
  // biome-ignore lint/suspicious/noExplicitAny: handlers differ in what they take
  watch<H extends (...args: any[]) => any>(name: FunctionName, handler: H): H {
    return ((...args) => running.run(name, () => handler(...args))) as H;
  }

  /** Distinct calls by function. */
  list(): Record<string, AwsCall[]> {
    return Object.fromEntries([...this.seen].map(([name, calls]) => [name, [...calls.values()]]));
  }

  private note(name: FunctionName, call: AwsCall): void {
    const calls = this.seen.get(name) ?? new Map<string, AwsCall>();
    calls.set(`${call.action} ${call.target}`, call);
    this.seen.set(name, calls);
  }
}

/** The SDK hands a body over at `end`; S3's streams are not needed to tell what is asked. */
function onBody(request: ClientRequest, take: (body: string) => void): void {
  const end = request.end.bind(request) as (...args: unknown[]) => ClientRequest;
  request.end = ((...args: unknown[]) => {
    const [body] = args;
    take(typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '');
    return end(...args);
  }) as ClientRequest['end'];
}

function toCall(request: ClientRequest, body: string): AwsCall {
  const target = request.getHeader('x-amz-target');
  if (typeof target !== 'string') return toRestCall(request);
  const [service = '', operation = ''] = target.split('.');
  const fields = JSON.parse(body) as { IndexName?: string; QueueUrl?: string };
  if (service === 'AmazonSQS') {
    return {
      action: `sqs:${operation.replace(/Batch$/, '')}`,
      target: fields.QueueUrl?.split('/').at(-1) ?? '',
    };
  }
  return { action: `dynamodb:${operation}`, target: fields.IndexName ?? '' };
}

function toRestCall({ method, path }: ClientRequest): AwsCall {
  if (path.startsWith('/v2/email/')) return { action: 'ses:SendEmail', target: '' };
  const prefix = path.split('/')[2] ?? '';
  return { action: method === 'PUT' ? 's3:PutObject' : 's3:GetObject', target: `${prefix}/` };
}
