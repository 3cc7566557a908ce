import { chmodSync } from 'node:fs';

/**
 * A directory in which nothing can be made: the given one, write-protected. Root may write there all the same, and gets
 * one of the kernel's instead; another user could not even read a project that only root may enter.
 */
export function unwritable(dir: string): string {
  if (process.getuid?.() === 0) return '/sys';
  chmodSync(dir, 0o555);
  return dir;
}
