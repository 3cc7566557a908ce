import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { BundledFunction } from '../../local/bundled-handlers.ts';

const PROJECT_ROOT = join(import.meta.dirname, '..', '..');

export interface BundleSize {
  readonly bytes: number;
  /** About what is uploaded and fetched at a cold start. */
  readonly gzipBytes: number;
}

export function measureSize({ entry }: BundledFunction): BundleSize {
  const code = readFileSync(entry);
  return { bytes: code.length, gzipBytes: gzipSync(code).length };
}

/** Paths of the modules that went into a bundle, as its source map names them, from the project's root. */
export function listModules({ entry, assetDir }: BundledFunction): string[] {
  const file = `${entry}.map`;
  if (!existsSync(file))
    throw new Error(`${assetDir} has no source map: synthesize it with -c sourceMaps=true`);
  const { sources } = JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] };
  // A package that was compiled may name its sources where they are published.
  return sources.map((source) =>
    URL.canParse(source) ? source : relative(PROJECT_ROOT, resolve(assetDir, source)),
  );
}

/** The packages that modules belong to. */
export function packagesOf(modules: readonly string[]): string[] {
  const names = modules.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].toSorted();
}

const MEASURE = `
  const start = performance.now();
  await import(process.argv[1]);
  console.log(performance.now() - start);
  process.exit();
`;

/** How long Node takes to load the bundle, in milliseconds of this machine: the median of fresh processes. */
export function measureImport({ entry }: BundledFunction, processCount: number): number {
  const times = Array.from({ length: processCount }, () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', MEASURE, pathToFileURL(entry).href],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${entry} cannot be loaded: ${stderr}`);
    return Number(stdout);
  });
  return times.toSorted((one, other) => one - other)[Math.floor(processCount / 2)] ?? Number.NaN;
}
