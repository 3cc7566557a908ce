import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../lib/names.ts';

/** Calls with a copy of the configuration in which one file says something else, and removes it afterwards. */
export function withConfig<T>(file: string, change: object, use: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'caveat-config-'));
  try {
    cpSync(join(PROJECT_ROOT, 'config'), dir, { recursive: true });
    const path = join(dir, file);
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
