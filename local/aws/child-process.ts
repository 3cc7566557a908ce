import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * The program takes the shell's place, so that it is the process we started; a watcher beside it reads from a pipe
 * whose other end only we hold. When we die, however that happens, the system closes our end: the watcher reads the
 * end of the file instead of a line, and kills the program.
 */
const WATCHED = `
  program=$$
  { read -r farewell || kill -KILL "$program"; } <&3 &
  exec "$@" 3<&-
`;

export interface WatchedProcess {
  readonly process: ChildProcess;
  /** The last lines it wrote, for a message about its failure. */
  lastOutput(): string;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

const KEPT_OUTPUT_LENGTH = 2000;

/**
 * Starts a program that does not outlive this process, even if this process is killed without a chance to clean up.
 *
 * It is put in a process group of its own: Ctrl-C reaches this process alone, which can still finish its writing
 * before it takes the program down.
 */
export function spawnWatched(command: string, parameters: readonly string[]): WatchedProcess {
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', command, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const lifeline = child.stdio[3] as Writable;
  lifeline.on('error', () => {}); // the watcher may be gone already
  const ended = once(child, 'exit').then(() => {
    lifeline.end('farewell\n');
  });
  ended.catch(() => {}); // the caller hears of a failed start from the process's own 'error' event
  return {
    process: child,
    lastOutput: keepLastOutput(child),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function keepLastOutput({ stdout, stderr }: ChildProcess): () => string {
  let output = '';
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT_LENGTH);
    });
  }
  return () => output.trim();
}
