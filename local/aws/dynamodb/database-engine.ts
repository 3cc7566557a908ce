import { existsSync } from 'node:fs';
import path from 'node:path';
import type { HttpService } from '../http-service.ts';
import { LocalCloudError } from '../local-cloud-error.ts';
import { startDynalite } from './dynalite.ts';
import { findDynoxide, startDynoxide } from './dynoxide.ts';

export type DatabaseEngine = 'dynoxide' | 'dynalite';

/** Where each engine keeps its data, below the cloud's directory. Neither reads the other's. */
const DATA: Readonly<Record<DatabaseEngine, string>> = {
  dynoxide: 'dynamodb.sqlite',
  dynalite: 'dynamodb-dynalite',
};

export interface DatabaseOptions {
  readonly dir: string;
  readonly port: number;
  readonly engine?: DatabaseEngine | undefined;
}

/**
 * Starts the engine that was asked for; otherwise the one whose data is there already, or dynoxide where it is
 * installed, or dynalite, which runs everywhere.
 */
export async function startDatabase(
  options: DatabaseOptions,
): Promise<{ engine: DatabaseEngine; service: HttpService }> {
  const { dir, port } = options;
  const binary = findDynoxide();
  const engine = options.engine ?? engineOfData(dir) ?? (binary ? 'dynoxide' : 'dynalite');
  const data = path.join(dir, DATA[engine]);
  if (engine === 'dynalite') return { engine, service: await startDynalite({ directory: data, port }) };
  if (!binary) {
    throw new LocalCloudError(
      `dynoxide is not installed for this platform: choose dynalite, and another directory than ${dir} if it has data`,
    );
  }
  return { engine, service: await startDynoxide({ binary, file: data, port }) };
}

function engineOfData(dir: string): DatabaseEngine | undefined {
  const engines = Object.keys(DATA) as DatabaseEngine[];
  return engines.find((engine) => existsSync(path.join(dir, DATA[engine])));
}
