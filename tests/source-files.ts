import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** Paths of the project's own files below the root that match, as git knows them (new ones included). */
export function listFiles(...patterns: readonly string[]): string[] {
  return execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...patterns],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
    .split('\n')
    .filter((path) => path !== '');
}

export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export interface Import {
  readonly from: string;
  /** A path below the root, or the name of a package. */
  readonly to: string;
  /** Whether the import vanishes when types are stripped. */
  readonly isType: boolean;
}

const STATEMENT = /^(?:import|export)\s(type\s)?(?:[^'"]*?\sfrom\s)?'([^']+)'/gm;
const CALL = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Every import of a file. Ours name files with their extension, so that a path is all it takes to find one. */
export function importsOf(path: string): Import[] {
  const source = readSource(path);
  const target = (name: string) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name);
  return [
    ...[...source.matchAll(STATEMENT)].map(([, type, name]) => ({
      from: path,
      to: target(String(name)),
      isType: type !== undefined,
    })),
    ...[...source.matchAll(CALL)].map(([, name]) => ({
      from: path,
      to: target(String(name)),
      isType: false,
    })),
  ];
}
