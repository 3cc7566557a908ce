import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onceARun } from '../once-a-run.ts';
import { ended } from '../replay/run-start.ts';
import { sharedAssembly } from './assembly.ts';
import type { StackRun } from './run-stack.ts';

/** The synthesized stack's week and the days after, made once a run of the tests. */
export async function sharedStackRun(): Promise<StackRun> {
  const assembly = await sharedAssembly();
  const dir = await onceARun('stack-run', async (empty) => {
    const program = join(import.meta.dirname, 'run-stack.ts');
    const parameters = [program, join(empty, 'state'), assembly, join(empty, 'result.json')];
    const run = await ended(spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'pipe'] }));
    if (run.code !== 0) throw new Error(`run-stack.ts ended with ${run.code}\n${run.stdout}\n${run.stderr}`);
  });
  return JSON.parse(readFileSync(join(dir, 'result.json'), 'utf8'));
}
