import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../../local/aws/local-cloud.ts';
import { SimulatedClock } from '../../../local/simulated-clock.ts';

export interface TestCloud extends LocalCloud {
  readonly dir: string;
  readonly clock: SimulatedClock;
  /** Closes it and removes its directory. */
  discard(): Promise<void>;
}

export const TEST_START = new Date('2024-05-25T06:00:00.000Z');

/** A cloud in a directory of its own, to which every SDK client made afterwards is led by the environment. */
export async function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<TestCloud> {
  const dir = options.dir ?? temporaryDirectory();
  const clock = new SimulatedClock(TEST_START);
  const cloud = await startLocalCloud({ dir, clock, database: 'dynalite', ...options });
  for (const [name, value] of Object.entries(cloud.env)) vi.stubEnv(name, value);
  const discard = async () => {
    await cloud.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...cloud, dir, clock, discard };
}

export function temporaryDirectory(): string {
  return mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
}
