import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Makes something dear once for all test files of a run: the first that asks makes it, the others wait.
 *
 * @param make fills the directory that it is given
 * @returns that directory
 * @throws Error, in every file that asked, when making it failed
 */
export async function onceARun(name: string, make: (dir: string) => Promise<void>): Promise<string> {
  const run = process.env['CAVEAT_TEST_RUN'];
  if (run === undefined) throw new Error('tests/run-directory.ts has not run: see vitest.config.ts');
  const dir = join(run, name);
  const outcome = `${dir}.outcome`;
  if (reserve(dir)) {
    const failure = await make(dir).then(
      () => '',
      (error: unknown) => String(error),
    );
    writeFileSync(outcome, failure);
  }
  while (!existsSync(outcome)) await sleep(100);
  const failure = readFileSync(outcome, 'utf8');
  if (failure !== '') throw new Error(`${name} could not be made: ${failure}`);
  return dir;
}

function reserve(dir: string): boolean {
  try {
    mkdirSync(dir);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
