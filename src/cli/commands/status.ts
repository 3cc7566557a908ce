import type { Command } from 'commander';
import type { CliContext, QueryOptions } from '../context.ts';
import { withFormatOption, withStageOptions } from '../query-command.ts';
import { printChecks } from './checks.ts';

export function addStatusCommand(program: Command, context: CliContext): void {
  const command = program
    .command('status')
    .description('how the house stands: polls, articles, digests, queues, dead letters, feeds, addresses')
    .addHelpText('after', '\nExample:\n  caveat status --stage prod --format json');
  withStageOptions(withFormatOption(command)).action(async (options: QueryOptions) => {
    const operations = await context.operations();
    printChecks(context, options, await operations.status(options));
  });
}
