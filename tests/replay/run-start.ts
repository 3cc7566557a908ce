import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const PROJECT_ROOT = join(import.meta.dirname, '..', '..');

export interface StartRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A moment at which a process is killed: see die-at.ts. */
export interface Death {
  readonly at: number;
  readonly when: 'asking' | 'answering' | 'answered';
}

export interface SpawnOptions {
  readonly death?: Death | undefined;
}

/** `npm start -- …` as a process. It is not npm that is tried, so node is called as npm calls it. */
export function spawnStart(parameters: readonly string[], { death }: SpawnOptions = {}): ChildProcess {
  const preloaded = death === undefined ? [] : ['--import', join(import.meta.dirname, 'die-at.ts')];
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, [...preloaded, join('local', 'start.ts'), ...parameters], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: a test can then do what a terminal does on Ctrl-C.
    detached: true,
    env: {
      PATH,
      HOME,
      NO_COLOR: '1',
      ...(death === undefined ? {} : { DIE_AT: String(death.at), DIE_WHEN: death.when }),
    },
  });
}

export async function runStart(...parameters: string[]): Promise<StartRun> {
  return ended(spawnStart(parameters));
}

/** Waits for the end of a process and of everything that holds its output. */
export async function ended(child: ChildProcess): Promise<StartRun> {
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...said };
}
