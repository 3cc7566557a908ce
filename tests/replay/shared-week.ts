import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onceARun } from '../once-a-run.ts';
import { dumpDirectory, type StateDump } from './dump-state.ts';
import { runStart, type StartRun } from './run-start.ts';

/** The week as `npm start` replays it, undisturbed; made once a run of the tests. */
export interface SharedWeek {
  readonly run: StartRun;
  /** Where it lies: to be read, and not to be changed. */
  readonly stateDir: string;
  readonly dump: StateDump;
}

export async function sharedWeek(): Promise<SharedWeek> {
  const dir = await onceARun('week', replayWeek);
  return {
    run: JSON.parse(readFileSync(join(dir, 'run.json'), 'utf8')),
    stateDir: join(dir, 'state'),
    dump: JSON.parse(readFileSync(join(dir, 'dump.json'), 'utf8')),
  };
}

async function replayWeek(dir: string): Promise<void> {
  const run = await runStart('--dir', join(dir, 'state'));
  if (run.code !== 0) throw new Error(`npm start ended with ${run.code}\n${run.stdout}\n${run.stderr}`);
  writeFileSync(join(dir, 'run.json'), JSON.stringify(run));
  writeFileSync(join(dir, 'dump.json'), JSON.stringify(await dumpDirectory(join(dir, 'state'))));
}
