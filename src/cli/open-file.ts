import { spawn } from 'node:child_process';
import { UsageError } from './input.ts';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  // `start` takes its first quoted argument for a title.
  win32: ['cmd', '/c', 'start', ''],
};

/**
 * Shows a file in the program that the desktop has for its kind.
 *
 * @throws UsageError when the desktop has none
 */
export function openFile(path: string): Promise<void> {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, path], { stdio: 'ignore', detached: true });
    child.once('error', () =>
      reject(new UsageError(`nothing on this machine opens files (${program}); open ${path} in a browser`)),
    );
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
