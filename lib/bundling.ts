import { join } from 'node:path';
import { type BundlingOptions, LogLevel, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { PROJECT_ROOT } from './names.ts';

export interface BundlingChoices {
  /** Directory that is copied into the asset as `config/`; nothing is copied without it. */
  readonly configDir: string | undefined;
  /** Whether the topics' fitted readers, most of a configuration, are copied with it. */
  readonly withReaders: boolean;
  /** Whether a source map, without the sources, lies beside the bundle: for reading a stack trace, and for tests. */
  readonly sourceMap: boolean;
}

/** ESM output needs a `require` for the packages that still call it. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/**
 * How every function becomes one file, `index.mjs`, by the esbuild of this checkout: no container, no network.
 * The map stays out of what is deployed (decision 0215).
 */
export function bundlingOf({ configDir, withReaders, sourceMap }: BundlingChoices): BundlingOptions {
  return {
    format: OutputFormat.ESM,
    mainFields: ['module', 'main'],
    target: 'node24',
    minify: true,
    sourceMap,
    ...(sourceMap ? { sourceMapMode: SourceMapMode.EXTERNAL } : {}),
    sourcesContent: false,
    // The runtime has an SDK of its own, whose version nobody here has tested.
    bundleAwsSDK: true,
    banner: REQUIRE_BANNER,
    // jsdom resolves a worker file that a bundle does not have, and that is never run here.
    define: { 'require.resolve': 'String' },
    logLevel: LogLevel.WARNING,
    commandHooks: {
      beforeBundling: () => [],
      beforeInstall: () => [],
      afterBundling: (_inputDir, outputDir) =>
        configDir === undefined ? [] : [copyCommand(configDir, join(outputDir, 'config'), withReaders)],
    },
  };
}

/** Commands are run by the system's shell, and a checkout may lie under a path with spaces. */
function copyCommand(from: string, to: string, withReaders: boolean): string {
  const words = [
    process.execPath,
    join(PROJECT_ROOT, 'tools', 'copy-config.ts'),
    ...(withReaders ? [] : ['--without-readers']),
    from,
    to,
  ];
  return words.map((word) => JSON.stringify(word)).join(' ');
}
