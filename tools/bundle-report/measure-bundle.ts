import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { CONFIG_DIR } from '../../lib/names.ts';
import type { BundledFunction } from '../../local/bundled-handlers.ts';

const PROJECT_ROOT = join(import.meta.dirname, '..', '..');

export interface BundleSize {
  readonly bytes: number;
  /** About what is uploaded and fetched at a cold start, but for the configuration. */
  readonly gzipBytes: number;
  /** Of the configuration beside the code; 0 where there is none. */
  readonly configBytes: number;
}

export function measureSize(bundle: BundledFunction): BundleSize {
  const code = readFileSync(bundle.entry);
  const config = configOf(bundle);
  return {
    bytes: code.length,
    gzipBytes: gzipSync(code).length,
    configBytes: config === undefined ? 0 : bytesIn(config),
  };
}

function configOf({ assetDir }: BundledFunction): string | undefined {
  const dir = join(assetDir, basename(CONFIG_DIR));
  return existsSync(dir) ? dir : undefined;
}

function bytesIn(dir: string): number {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((total, { parentPath, name }) => total + statSync(join(parentPath, name)).size, 0);
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
  return medianOf(processCount, MEASURE, pathToFileURL(entry).href);
}

const MEASURE_CONFIG = `
  const [dir, readingUrl, loadUrl] = process.argv.slice(1);
  const { readingOf } = await import(readingUrl);
  const { loadConfig, READERS_FOLDER } = await import(loadUrl);
  const { globSync } = await import('node:fs');
  const start = performance.now();
  const config = loadConfig(dir);
  if (globSync('topics/*/' + READERS_FOLDER, { cwd: dir }).length > 0) readingOf(config, dir);
  console.log(performance.now() - start);
`;

/**
 * How long reading the configuration takes, and making ready to read articles with it where it has readers, in
 * milliseconds of this machine: the median of fresh processes; undefined where a function has none.
 */
export function measureConfig(bundle: BundledFunction, processCount: number): number | undefined {
  const dir = configOf(bundle);
  if (dir === undefined) return undefined;
  const modules = ['compose/reading.ts', 'config/load.ts'].map(
    (path) => pathToFileURL(join(PROJECT_ROOT, 'src', path)).href,
  );
  return medianOf(processCount, MEASURE_CONFIG, dir, ...modules);
}

/** The median of what so many fresh processes print. */
function medianOf(processCount: number, script: string, ...parameters: readonly string[]): number {
  const printed = Array.from({ length: processCount }, () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script, ...parameters],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${parameters[0]} cannot be loaded: ${stderr}`);
    return Number(stdout);
  });
  return printed.toSorted((one, other) => one - other)[Math.floor(processCount / 2)] ?? Number.NaN;
}
