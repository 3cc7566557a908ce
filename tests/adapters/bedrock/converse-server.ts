import { once } from 'node:events';
import { createServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the server answers: a whole body, or nothing until the caller has gone. */
export type Answer =
  | { readonly status?: number; readonly body: string; readonly error?: string }
  | 'hang-up'
  | 'silence';

/** A question as it arrived. */
export interface Asked {
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

export interface ConverseServer {
  readonly asked: readonly Asked[];
  answerWith(answer: Answer): void;
  close(): Promise<void>;
}

/** Speaks the Converse API of the Amazon Bedrock runtime, over HTTP/2 as it does, and leads this process's SDK to itself. */
export async function startConverseServer(): Promise<ConverseServer> {
  const asked: Asked[] = [];
  let next: Answer = 'silence';
  const server = createServer(async (request, response) => {
    asked.push(await readAsked(request));
    if (next === 'hang-up') request.stream.session?.destroy();
    else if (next !== 'silence') write(response, next);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] =
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['AWS_ACCESS_KEY_ID'] = 'local';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'local';
  return {
    asked,
    answerWith: (answer) => {
      next = answer;
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

async function readAsked(request: Http2ServerRequest): Promise<Asked> {
  const body = await buffer(request);
  return {
    path: decodeURIComponent(request.url),
    authorization: request.headers.authorization ?? '',
    body: body.toString(),
  };
}

function write(response: Http2ServerResponse, { status = 200, body, error }: Exclude<Answer, string>): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(error === undefined ? {} : { 'x-amzn-errortype': error }),
  });
  response.end(body);
}

/** The body of an answer in which the model uses a tool. */
export function toolAnswer(name: string, input: unknown): string {
  return answerOf([{ toolUse: { toolUseId: 'one', name, input } }], 'tool_use');
}

export function answerOf(content: readonly object[], stopReason: string): string {
  return JSON.stringify({
    output: { message: { role: 'assistant', content } },
    stopReason,
    usage: { inputTokens: 10, outputTokens: 10, totalTokens: 20 },
    metrics: { latencyMs: 1 },
  });
}
