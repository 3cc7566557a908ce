import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnWatched, type WatchedProcess } from '../child-process.ts';
import { closeServer, type HttpService, LOOPBACK, listen } from '../http-service.ts';
import { LocalCloudError } from '../local-cloud-error.ts';

const START_LIMIT_MS = 10_000;
const LOOK_AGAIN_MS = 5;

/** Path of the engine's binary, where its package is installed: so far there is one for Linux on x64. */
export function findDynoxide(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    return undefined;
  }
}

/** Runs dynoxide as a child process that ends with this one. */
export async function startDynoxide(options: {
  binary: string;
  file: string;
  port: number;
}): Promise<HttpService> {
  const port = await assertFreePort(options.port);
  const parameters = ['serve', '--host', LOOPBACK, '--port', String(port), '--db-path', options.file];
  const child = spawnWatched(options.binary, parameters);
  try {
    await waitUntilListening(child, port);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { url: `http://${LOOPBACK}:${port}`, close: () => child.stop() };
}

/** The engine takes no port 0, and says little about a port in use. */
async function assertFreePort(wanted: number): Promise<number> {
  const probe = createServer();
  await listen(probe, { name: 'DynamoDB', port: wanted });
  const { port } = probe.address() as AddressInfo;
  await closeServer(probe);
  return port;
}

async function waitUntilListening(child: WatchedProcess, port: number): Promise<void> {
  let failure: Error | undefined;
  child.process.once('error', (error) => {
    failure = error;
  });
  const limitMs = performance.now() + START_LIMIT_MS;
  while (!(await isListening(port))) {
    if (failure || child.process.exitCode !== null || performance.now() > limitMs) {
      const said = child.lastOutput() || (failure?.message ?? 'nothing');
      throw new LocalCloudError(`the local DynamoDB (dynoxide) did not start; it said: ${said}`, {
        cause: failure,
      });
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, LOOPBACK);
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}
