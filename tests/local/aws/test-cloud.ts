import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../../local/aws/local-cloud.ts';
import { SimulatedClock } from '../../../local/simulated-clock.ts';

const root = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
afterAll(() => rmSync(root, { recursive: true }));

export interface TestCloud extends LocalCloud {
  readonly dir: string;
  readonly clock: SimulatedClock;
  /** Closes it and removes its directory. */
  discard(): Promise<void>;
}

export const TEST_START = new Date('2024-05-25T06:00:00.000Z');

/**
 * A cloud in a directory of its own. Until it is discarded, the environment leads every new SDK client to it; then the
 * environment is as before.
 */
export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const dir = options.dir ?? temporaryDirectory();
  const clock = new SimulatedClock(TEST_START);
  const cloud = await startLocalCloud({ dir, clock, database: 'dynalite', ...options });
  const before = Object.entries(cloud.env).map(([name]) => [name, process.env[name]] as const);
  Object.assign(process.env, cloud.env);
  const discard = async () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await cloud.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...cloud, dir, clock, discard };
}

/** A new directory, gone when the test file is done. */
export function temporaryDirectory(): string {
  return mkdtempSync(path.join(root, 'cloud-'));
}
