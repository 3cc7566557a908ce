import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** What reached the server, octet for octet as Latin-1. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What a route does with the socket once a request has arrived: anything, since no HTTP library stands between. */
export type Misbehaviour = (socket: Socket, request: ReceivedRequest) => void;

export interface MisbehavingServer {
  readonly port: number;
  /** `http://HOST:PORT`, or https. */
  readonly origin: string;
  /** In the order of arrival. */
  readonly received: readonly ReceivedRequest[];
  readonly openSockets: () => number;
  close(): Promise<void>;
}

/**
 * A server that writes whatever a route tells it to. Routes are found by path, without the query;
 * `*` takes those that have none, which are answered with 404 otherwise.
 *
 * @param tls starts it as an https server
 * @param host an address of the loopback interface
 */
export async function startMisbehavingServer(
  routes: Readonly<Record<string, Misbehaviour>>,
  tls?: TlsOptions,
  host = '127.0.0.1',
): Promise<MisbehavingServer> {
  const received: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  const answer = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    onRequestHead(socket, (request) => {
      received.push(request);
      const route = routes[request.path.split('?')[0] ?? ''] ?? routes['*'] ?? notFound;
      route(socket, request);
    });
  };
  const server: Server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  server.on('tlsClientError', () => {});
  const port = await listen(server, host);
  return {
    port,
    origin: `${tls === undefined ? 'http' : 'https'}://${host}:${port}`,
    received,
    openSockets: () => sockets.size,
    close: () => close(server, sockets),
  };
}

/** A response of well-formed HTTP; what it says may still be a lie. */
export function response(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Misbehaviour {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n`;
  return octets(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]));
}

/** `response` with the right `Content-Length`. */
export function wholeResponse(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Misbehaviour {
  return response(status, { ...headers, 'Content-Length': String(Buffer.from(body).byteLength) }, body);
}

/** Exactly these octets, then the end. */
export function octets(sent: string | Uint8Array): Misbehaviour {
  return (socket) => {
    socket.end(typeof sent === 'string' ? Buffer.from(sent, 'latin1') : sent);
  };
}

/** These octets, then a reset instead of an end. */
export function octetsThenReset(sent: string): Misbehaviour {
  return (socket) => {
    socket.write(Buffer.from(sent, 'latin1'), () => setTimeout(() => socket.resetAndDestroy(), 20));
  };
}

/** These octets, then silence for as long as the other side bears it. */
export function octetsThenSilence(sent: string): Misbehaviour {
  return (socket) => {
    socket.write(Buffer.from(sent, 'latin1'));
  };
}

/** `start`, and then `piece` again and again, every so many milliseconds, for ever. */
export function drip(start: string, piece: string, everyMs: number): Misbehaviour {
  return (socket) => {
    socket.write(Buffer.from(start, 'latin1'));
    const timer = setInterval(() => socket.write(Buffer.from(piece, 'latin1')), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

/** `start`, and then `piece` for ever, as fast as the other side reads. */
export function flood(start: string, piece: string): Misbehaviour {
  return (socket) => {
    const block = Buffer.from(piece.repeat(Math.ceil(16_384 / piece.length)), 'latin1');
    const pour = (): void => {
      while (!socket.destroyed && socket.write(block)) {
        // until the socket's buffer is full
      }
    };
    socket.on('drain', pour);
    socket.write(Buffer.from(start, 'latin1'));
    pour();
  };
}

const notFound = wholeResponse(404);

function onRequestHead(socket: Socket, onRequest: (request: ReceivedRequest) => void): void {
  let text = '';
  const read = (chunk: Buffer): void => {
    text += chunk.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return;
    socket.off('data', read).resume();
    onRequest(parseRequestHead(text.slice(0, end)));
  };
  socket.on('data', read);
}

function parseRequestHead(head: string): ReceivedRequest {
  const [requestLine = '', ...lines] = head.split('\r\n');
  const [method = '', path = ''] = requestLine.split(' ');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { method, path, headers: new Map(headers) };
}

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
