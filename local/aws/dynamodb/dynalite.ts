import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { closeServer, type HttpService, LOOPBACK, listen } from '../http-service.ts';

/** Runs dynalite inside this process, so that it ends when the process ends. */
export async function startDynalite(options: { directory: string; port: number }): Promise<HttpService> {
  const server = dynalite({ path: options.directory, createTableMs: 0 });
  await listen(server, { name: 'DynamoDB', port: options.port });
  const { port } = server.address() as AddressInfo;
  return { url: `http://${LOOPBACK}:${port}`, close: () => closeServer(server) };
}
