import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { resendDigest, type ShownDigest, showDigest } from '../../pipeline/digest-desk.ts';
import type { CliContext, StageOptions } from '../context.ts';
import { parseDay } from '../day-option.ts';
import { UsageError } from '../input.ts';
import { withStageOptions } from '../query-command.ts';

interface ShowOptions extends StageOptions {
  readonly date?: string;
  readonly html?: boolean;
  readonly text?: boolean;
  readonly json?: boolean;
  readonly open?: boolean;
}

interface ResendOptions extends StageOptions {
  readonly date: string;
  readonly unknown?: boolean;
}

export function addDigestCommand(program: Command, context: CliContext): void {
  const digest = program
    .command('digest')
    .enablePositionalOptions()
    .description('a day’s digest as it was sent, or as it would be; nothing is sent by looking')
    .option('--date <day>', 'the day it is for; today, UTC, unless given', parseDay)
    .option('--text', 'as text; so it is unless you say otherwise')
    .option('--html', 'as HTML')
    .option('--json', 'as JSON, from which both are made')
    .option('--open', 'in the browser')
    .addHelpText(
      'after',
      '\nExamples:\n  caveat digest --date 2024-06-01 --open\n  caveat digest --json | jq .subject',
    );
  withStageOptions(digest).action((options: ShowOptions) => show(context, options));

  const resend = digest
    .command('resend')
    .description('send a digest once more, to those alone who do not have it; the next hourly tick does it')
    .requiredOption('--date <day>', 'the day it was for', parseDay)
    .option('--unknown', 'to those too of whom nobody knows whether they have it: some may get it twice')
    .addHelpText('after', '\nExample:\n  caveat digest resend --date 2024-06-01 --unknown');
  withStageOptions(resend).action((options: ResendOptions) => sendAgain(context, options));
}

async function show(context: CliContext, options: ShowOptions): Promise<void> {
  const date = options.date ?? context.today;
  const shown = await withDesk(context, options, (desk) => showDigest(date, context.now, desk));
  if (shown.from === 'compiled') {
    context.writeNote(
      `No digest of ${date} is archived: this one is compiled from what no digest has told yet. Nothing was sent.\n`,
    );
  }
  if (options.open) await openInBrowser(context, date, shown);
  else context.write(chooseForm(shown, options));
}

function chooseForm({ files }: ShownDigest, { html, json }: ShowOptions): string {
  if (json) return `${files.json}\n`;
  return html ? files.html : files.text;
}

async function openInBrowser(context: CliContext, date: string, { files }: ShownDigest): Promise<void> {
  const path = join(mkdtempSync(join(tmpdir(), 'caveat-digest-')), `${date}.html`);
  writeFileSync(path, files.html);
  context.write(`${path}\n`);
  await context.openFile(path);
}

async function sendAgain(context: CliContext, options: ResendOptions): Promise<void> {
  const { date, unknown = false } = options;
  const plan = await withDesk(context, options, (desk) => resendDigest(date, { unknown }, desk));
  if (!plan) throw new UsageError(`no digest of ${date} was sent; "caveat digests" lists them`);
  const { refused = 0, unknown: unknownCount = 0 } = plan.reopened;
  context.write(
    `The digest of ${date} goes out again at the next full hour to those who do not have it ` +
      `(${refused} refused, ${unknownCount} unknown, and whoever was never tried).\n`,
  );
  if (plan.unknownLeft > 0) {
    context.write(
      `${plan.unknownLeft} may or may not have it and are left out; --unknown sends it to them as well.\n`,
    );
  }
}

type Desk = Awaited<ReturnType<CliContext['openDigests']>>['desk'];

async function withDesk<R>(
  context: CliContext,
  options: StageOptions,
  act: (desk: Desk) => Promise<R>,
): Promise<R> {
  const { desk, close } = await context.openDigests(options);
  try {
    return await act(desk);
  } finally {
    await close();
  }
}
