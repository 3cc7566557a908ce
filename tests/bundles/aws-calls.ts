import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { AccessRequest } from '../iam/evaluate.ts';
import { toAccessRequests } from './access-requests.ts';

/** One kind of request to AWS, and in whose name it was made. */
export interface AwsCall extends AccessRequest {
  readonly caller: string;
}

/** Notes every request to AWS with its caller, whichever copy of the SDK makes it. */
export class AwsCallRecorder {
  private readonly seen = new Map<string, AwsCall>();
  private readonly running = new AsyncLocalStorage<string>();

  constructor() {
    subscribe('http.client.request.created', (message) => {
      const caller = this.running.getStore();
      if (caller !== undefined) this.follow((message as { request: ClientRequest }).request, caller);
    });
  }

  /** What `work` asks of AWS is asked in this caller's name. */
  as<T>(caller: string, work: () => T): T {
    return this.running.run(caller, work);
  }

  /** Distinct calls. */
  list(): AwsCall[] {
    return [...this.seen.values()];
  }

  /** A request that was answered was made; what its answer was can mean that more was asked. */
  private follow(request: ClientRequest, caller: string): void {
    let body = '';
    const end = request.end.bind(request) as (...args: unknown[]) => ClientRequest;
    request.end = ((...args: unknown[]) => {
      const [chunk] = args;
      if (typeof chunk === 'string' || chunk instanceof Uint8Array)
        body = Buffer.from(chunk).toString('utf8');
      return end(...args);
    }) as ClientRequest['end'];
    request.once('response', ({ statusCode = 0 }: IncomingMessage) => {
      for (const asked of toAccessRequests(request, body, statusCode)) this.note({ ...asked, caller });
    });
  }

  private note(call: AwsCall): void {
    this.seen.set(JSON.stringify(call), call);
  }
}
