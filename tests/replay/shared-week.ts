import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onceARun } from '../once-a-run.ts';
import { dumpDirectory, type StateDump } from './dump-state.ts';
import { runStart, type StartRun } from './run-start.ts';

/** What `npm start` has replayed, undisturbed; made once a run of the tests. */
export interface SharedReplay {
  readonly run: StartRun;
  /** Where it lies: to be read or copied, and not to be changed. */
  readonly stateDir: string;
  readonly dump: StateDump;
}

/** The whole week, in one go. */
export function sharedWeek(): Promise<SharedReplay> {
  return sharedReplay('week', (stateDir) => runStart('--dir', stateDir));
}

/** Its first two days: two articles about one interview, told in two digests. */
export function sharedTwoDays(): Promise<SharedReplay> {
  return sharedReplay('two-days', (stateDir) => runStart('--dir', stateDir, '--until', '2024-05-26'));
}

/** Its first five days, of which the first two were replayed before. */
export function sharedFiveDays(): Promise<SharedReplay> {
  return sharedReplay('five-days', async (stateDir) => {
    cpSync((await sharedTwoDays()).stateDir, stateDir, { recursive: true });
    return runStart('--dir', stateDir, '--until', '2024-05-29');
  });
}

/** A copy of what a replay left, to do with as one likes and to remove. */
export function copyOf({ stateDir }: SharedReplay): string {
  const copy = mkdtempSync(join(tmpdir(), 'caveat-copy-'));
  cpSync(stateDir, copy, { recursive: true });
  return copy;
}

async function sharedReplay(
  name: string,
  start: (stateDir: string) => Promise<StartRun>,
): Promise<SharedReplay> {
  const dir = await onceARun(name, async (empty) => {
    const stateDir = join(empty, 'state');
    const run = await start(stateDir);
    if (run.code !== 0 || run.stderr !== '') {
      throw new Error(`npm start ended with ${run.code}\n${run.stdout}\n${run.stderr}`);
    }
    writeFileSync(join(empty, 'run.json'), JSON.stringify(run));
    writeFileSync(join(empty, 'dump.json'), JSON.stringify(await dumpDirectory(stateDir)));
  });
  const read = (file: string) => JSON.parse(readFileSync(join(dir, file), 'utf8'));
  return { run: read('run.json'), stateDir: join(dir, 'state'), dump: read('dump.json') };
}
