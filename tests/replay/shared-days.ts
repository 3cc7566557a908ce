import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onceARun } from '../once-a-run.ts';
import { runStart } from './run-start.ts';

/**
 * A directory as `npm start -- --until 2024-05-26` leaves it: two articles about one interview, told in two digests.
 * Replayed once a run of the tests; everybody gets a copy, to do with it as they like and to remove it.
 */
export async function copyOfTwoDays(): Promise<string> {
  const made = await onceARun('two-days', async (dir) => {
    const { code, stderr } = await runStart('--dir', dir, '--until', '2024-05-26');
    if (code !== 0 || stderr !== '') throw new Error(`npm start ended with ${code}\n${stderr}`);
  });
  const copy = mkdtempSync(join(tmpdir(), 'caveat-two-days-'));
  cpSync(made, copy, { recursive: true });
  return copy;
}
