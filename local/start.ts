import { enableCompileCache } from 'node:module';
import { ConfigError } from '../src/config/load.ts';
import { LocalCloudError } from './aws/local-cloud-error.ts';
import { describeDirectoryError } from './aws/state-directory.ts';
import { parseStartOptions, START_HELP, StartOptionError } from './start-options.ts';

// Compiling some hundreds of files is a good part of a short run: the two that do the work are imported after this.
enableCompileCache();

/** The door of `npm start`. Ctrl-C ends the work before the next batch and closes everything that was opened. */
async function main(argv: readonly string[]): Promise<number> {
  const options = parseStartOptions(argv);
  if (options.help) {
    process.stdout.write(START_HELP);
    return 0;
  }
  quietenLibraries();
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  if (options.live) {
    const { runLive } = await import('./run-live.ts');
    await runLive(options, interrupted.signal);
  } else {
    const { runReplay } = await import('./run-replay.ts');
    await runReplay(options, interrupted.signal);
  }
  if (!interrupted.signal.aborted) return 0;
  process.stdout.write('\nStopped. Start again to go on where this ended.\n');
  return 130;
}

/** The functions' JSON lines and metrics are for the cloud; here only their errors are shown. */
function quietenLibraries(): void {
  process.env['POWERTOOLS_LOG_LEVEL'] ??= 'CRITICAL';
  process.env['POWERTOOLS_METRICS_DISABLED'] ??= 'true';
}

const FORESEEN = [ConfigError, LocalCloudError, StartOptionError];
const DIRECTORY_TROUBLES = new Set(['EACCES', 'EEXIST', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 1;
  },
);

/** One line with a remedy for what was foreseen; everything else is a fault of ours, and told whole. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (path !== undefined && DIRECTORY_TROUBLES.has(code)) return describeDirectoryError(error, path);
  const isForeseen = FORESEEN.some((kind) => error instanceof kind) || code.startsWith('ERR_PARSE_ARGS');
  return isForeseen ? error.message : (error.stack ?? error.message);
}
