import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LocalCloudError, systemErrorCode } from './local-cloud-error.ts';

const LOCK_FILE = 'lock.json';

/** Who holds a state directory, and how to reach it. */
export interface LockRecord {
  readonly pid: number;
  /** Endpoint variables of the running cloud; missing while it starts. */
  readonly env?: Readonly<Record<string, string>> | undefined;
}

export interface DirectoryLock {
  /** Says if the lock of a process that died was taken over. */
  readonly note: string | undefined;
  /** Tells others how to reach the cloud that holds the lock. */
  publish(env: Readonly<Record<string, string>>): void;
  release(): void;
}

/**
 * Makes the directory and reserves it for this process: two clouds over the same files would spoil them.
 *
 * @throws LocalCloudError if another process that lives holds it, or if it cannot be written
 */
export function lockDirectory(dir: string): DirectoryLock {
  const file = path.join(dir, LOCK_FILE);
  try {
    mkdirSync(dir, { recursive: true });
    const deadPid = writeLock(file) ? undefined : takeOver(file, dir);
    return {
      note:
        deadPid === undefined
          ? undefined
          : `took over ${dir} from process ${deadPid}, which ended without closing it`,
      publish: (env) => replaceLock(file, env),
      release: () => rmSync(file, { force: true }),
    };
  } catch (error) {
    if (error instanceof LocalCloudError) throw error;
    throw new LocalCloudError(describeDirectoryError(error, dir), { cause: error });
  }
}

/** How to reach the cloud that runs over this directory, if one does. */
export function runningCloudEnv(dir: string): Readonly<Record<string, string>> | undefined {
  const lock = readLock(path.join(dir, LOCK_FILE));
  return lock && isAlive(lock.pid) ? lock.env : undefined;
}

export function describeDirectoryError(error: unknown, dir: string): string {
  switch (systemErrorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${dir} cannot be written: make it writable, or choose another directory for the local state`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${dir} is not a directory: remove the file that is in the way, or choose another directory`;
    case 'ENOSPC':
      return `no space is left for ${dir}: free some, or choose a directory on another disk`;
    default:
      return `${dir} cannot be used for the local state: ${String(error)}`;
  }
}

/**
 * Takes the lock from a process that is dead, and answers which. It is moved aside before it is removed: of several
 * processes that found it dead, one can move it, and one that was late puts back what it moved.
 */
function takeOver(file: string, dir: string): number | undefined {
  const lock = readLock(file);
  if (lock && isAlive(lock.pid)) {
    throw new LocalCloudError(
      `${dir} is in use by process ${lock.pid}: stop it, or, if that is not a local cloud, remove ${file}`,
    );
  }
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  const isTheDeadOne = readLock(aside)?.pid === lock?.pid;
  if (!isTheDeadOne) renameSync(aside, file);
  rmSync(aside, { force: true });
  if (!isTheDeadOne || !writeLock(file)) {
    throw new LocalCloudError(`${dir} is being opened by another process: try again`);
  }
  return lock?.pid;
}

/** False if there is a lock already. The lock appears with its content, never empty: others read it at any time. */
function writeLock(file: string): boolean {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, lockText());
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function replaceLock(file: string, env: Readonly<Record<string, string>>): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, lockText(env));
  renameSync(draft, file);
}

function lockText(env?: Readonly<Record<string, string>>): string {
  const record: LockRecord = { pid: process.pid, env };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function readLock(file: string): LockRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as Partial<LockRecord> | null;
    return typeof record?.pid === 'number' ? (record as LockRecord) : undefined;
  } catch {
    return undefined; // gone, or not written by us
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'EPERM'; // it lives, and is another user's
  }
}
