import { ConfigError } from '../src/config/load.ts';
import { LocalCloudError } from './aws/local-cloud-error.ts';
import { parseStartOptions, START_HELP } from './start-options.ts';

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

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isForeseen =
      error instanceof LocalCloudError ||
      error instanceof ConfigError ||
      isBadOption(error) ||
      isNoAccess(error);
    process.stderr.write(
      `${isForeseen ? (error as Error).message : String((error as Error)?.stack ?? error)}\n`,
    );
    process.exitCode = 1;
  },
);

function isBadOption(error: unknown): boolean {
  return (
    error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  );
}

function isNoAccess(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(String((error as NodeJS.ErrnoException)?.code));
}
