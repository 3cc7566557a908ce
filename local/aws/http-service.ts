import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { LocalCloudError, systemErrorCode } from './local-cloud-error.ts';

export const LOOPBACK = '127.0.0.1';

export interface ServiceRequest {
  readonly method: string;
  /** As sent: still percent-encoded, and with its dot segments, which are legal in an object key. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Fires when the caller hangs up before it was answered. */
  readonly callerGone: AbortSignal;
}

export interface ServiceResponse {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders | undefined;
  readonly body?: string | Buffer | undefined;
}

export interface HttpService {
  readonly url: string;
  close(): Promise<void>;
}

export interface HttpServiceOptions {
  /** For messages to people: "S3". */
  readonly name: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly maxBodyBytes: number;
  answer(request: ServiceRequest): ServiceResponse | Promise<ServiceResponse>;
}

class BodyTooLargeError extends Error {}

/**
 * Serves requests on the loopback interface only.
 *
 * @throws LocalCloudError if the port is taken or may not be used
 */
export async function startHttpService(options: HttpServiceOptions): Promise<HttpService> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    serve(incoming, outgoing, options).catch(() => outgoing.destroy());
  });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${LOOPBACK}:${port}`, close: () => closeServer(server) };
}

export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/** Waits until the server listens; names the service and a remedy when it cannot. */
export async function listen(server: Server, { name, port }: { name: string; port: number }): Promise<void> {
  server.listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new LocalCloudError(describeListenError(error, name, port), { cause: error });
  }
}

function describeListenError(error: unknown, name: string, port: number): string {
  switch (systemErrorCode(error)) {
    case 'EADDRINUSE':
      return `port ${port} for ${name} is in use: stop the program that holds it, or choose another port or none`;
    case 'EACCES':
      return `port ${port} for ${name} may not be opened by this user: choose one above 1023, or none`;
    default:
      return `${name} cannot listen on ${LOOPBACK}:${port}: ${String(error)}`;
  }
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, options: HttpServiceOptions) {
  const callerGone = new AbortController();
  outgoing.once('close', () => callerGone.abort());
  const [path = '/', search = ''] = splitOnce(incoming.url ?? '/', '?');
  try {
    const body = await readBody(incoming, options.maxBodyBytes);
    const response = await options.answer({
      method: incoming.method ?? 'GET',
      path,
      query: new URLSearchParams(search),
      headers: incoming.headers,
      body,
      callerGone: callerGone.signal,
    });
    reply(outgoing, response);
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      reply(outgoing, { status: 413, headers: { connection: 'close' }, body: error.message });
    } else {
      reply(outgoing, { status: 500, body: String(error) });
    }
  }
}

function reply(outgoing: ServerResponse, { status, headers = {}, body = '' }: ServiceResponse): void {
  outgoing.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  // Node leaves the body out by itself where the answer is to a HEAD request.
  outgoing.end(body);
}

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBytes) throw new BodyTooLargeError(`a request may have ${maxBytes} bytes here`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
