import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Command, CommanderError } from 'commander';
import { loadCommands } from '../src/cli/command-table.ts';
import type { CliContext } from '../src/cli/context.ts';
import { loadTopicPacks, loadTopicReaders } from '../src/config/load.ts';

const STARTED_AT = new Date().toISOString();
/** Longer lines are hard to read, shorter ones hold no sentence. */
const MAX_COLUMNS = 110;
const MIN_COLUMNS = 60;
const CONFIG_DIR = join(import.meta.dirname, '..', 'config');

/** @param asked the command that is given; loading hundreds of files for others is most of what a short one takes */
async function buildProgram(context: CliContext, asked: string | undefined): Promise<Command> {
  const program = new Command('caveat')
    .description(
      'Who lets Ukraine use which weapons where: ask the table, or try a feed, a page, an article.',
    )
    .showHelpAfterError('(add --help for what there is)')
    // Options belong to the command that they follow: "digest" and "digest resend" both have a --date.
    .enablePositionalOptions()
    .exitOverride();
  for (const add of await loadCommands(asked)) add(program, context);
  return program;
}

function configDir(): string {
  return process.env['CONFIG_DIR'] ?? CONFIG_DIR;
}

const context: CliContext = {
  // The SDK and the embedded servers are loaded by the commands that ask the table, and by no other.
  openQuestions: async (options) => (await import('../local/open-questions.ts')).openQuestions(options),
  openArchiveSite: async (options) =>
    (await import('../local/open-archive-site.ts')).openArchiveSite(options, CONFIG_DIR),
  openDigests: async (options) =>
    (await import('../local/open-mail-desk.ts')).openDigests(options, CONFIG_DIR),
  openSubscribers: async (options) => (await import('../local/open-mail-desk.ts')).openSubscribers(options),
  operations: async () => (await import('../local/operations.ts')).operationsDoor(configDir()),
  configDir: configDir(),
  // One variable for tests, as in the functions: a local server that plays the web.
  openWeb: async (contact) =>
    (await import('../src/compose/web.ts')).webFor(contact, process.env['WEB_GATEWAY']),
  pause: (ms) => setTimeout(ms),
  loadTopics: () => loadTopicPacks(configDir()),
  loadReaders: (pack) => loadTopicReaders(configDir(), pack),
  write: (text) => process.stdout.write(text),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(text);
  },
  fail: () => {
    process.exitCode = 1;
  },
  isTerminal: process.stdout.isTTY === true,
  columns: Math.max(MIN_COLUMNS, Math.min(process.stdout.columns || MAX_COLUMNS, MAX_COLUMNS)),
  today: STARTED_AT.slice(0, 10),
  now: STARTED_AT,
  openFile: async (path) => (await import('../src/cli/open-file.ts')).openFile(path),
  writeNote: (text) => process.stderr.write(text),
};

// A reader that has seen enough, such as `head`, closes the pipe: no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const program = await buildProgram(context, process.argv[2]);
  await program.parseAsync(process.argv);
} catch (error) {
  // commander has printed its own complaint, or the help that was asked for.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    const { explainFailure } = await import('../src/cli/failure.ts');
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exitCode = 1;
  }
}
