import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { listBundles } from '../local/bundled-handlers.ts';
import { formatRows } from '../src/cli/format.ts';
import {
  listModules,
  measureConfig,
  measureImport,
  measureSize,
  packagesOf,
} from './bundle-report/measure-bundle.ts';
import { SIZE_CEILINGS } from './bundle-report/size-ceilings.ts';

const PROJECT_ROOT = join(import.meta.dirname, '..');
const CDK = join(PROJECT_ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
const PROCESSES = 5;

/** `npm run bundle-report`: what each function would upload, and how long it takes to load. */
function main(): void {
  const dir = mkdtempSync(join(tmpdir(), 'caveat-bundles-'));
  try {
    process.stdout.write('Synthesizing …\n');
    synthesize(dir);
    const rows = listBundles(dir).map((bundle) => {
      process.stdout.write(`Loading ${bundle.name} …\n`);
      const { bytes, gzipBytes, configBytes } = measureSize(bundle);
      const modules = listModules(bundle);
      return {
        name: bundle.name,
        size: megabytes(bytes),
        ceiling: megabytes(SIZE_CEILINGS[bundle.name]),
        gzip: megabytes(gzipBytes),
        config: megabytes(configBytes),
        load: measureImport(bundle, PROCESSES).toFixed(0),
        ready: measureConfig(bundle, PROCESSES)?.toFixed(0) ?? '',
        modules: modules.length,
        packages: packagesOf(modules).length,
      };
    });
    process.stdout.write(`\n${table(rows)}\n`);
    const [cpu] = cpus();
    process.stdout.write(
      `Loading the code, and reading the configuration: medians of ${PROCESSES} fresh processes, ${cpu?.model ?? 'unknown processor'}, Node ${process.versions.node}.\n`,
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function synthesize(dir: string): void {
  const parameters = [CDK, 'synth', '--quiet', '--output', dir, '-c', 'sourceMaps=true'];
  const { status, stderr } = spawnSync(process.execPath, parameters, { cwd: PROJECT_ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`cdk synth ended with ${status}\n${stderr}`);
}

type Row = Readonly<
  Record<
    'name' | 'size' | 'ceiling' | 'gzip' | 'config' | 'load' | 'ready' | 'modules' | 'packages',
    string | number
  >
>;

function table(rows: readonly Row[]): string {
  return formatRows(
    rows,
    [
      { heading: 'function', of: (row) => row.name },
      { heading: 'MB', of: (row) => row.size },
      { heading: 'ceiling', of: (row) => row.ceiling },
      { heading: 'MB gzip', of: (row) => row.gzip },
      { heading: 'MB config', of: (row) => row.config },
      { heading: 'load ms', of: (row) => row.load },
      { heading: 'config ms', of: (row) => row.ready },
      { heading: 'modules', of: (row) => row.modules },
      { heading: 'packages', of: (row) => row.packages },
    ],
    'table',
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(2);
}

main();
