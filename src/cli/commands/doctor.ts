import type { Command } from 'commander';
import type { CliContext, QueryOptions } from '../context.ts';
import { withFormatOption, withStageOptions } from '../query-command.ts';
import { printChecks } from './checks.ts';

export function addDoctorCommand(program: Command, context: CliContext): void {
  const command = program
    .command('doctor')
    .description('before a deployment: are configuration, account and mail ready? Changes nothing')
    .addHelpText('after', '\nExample:\n  caveat doctor --stage prod --region eu-central-1');
  withStageOptions(withFormatOption(command)).action(async (options: QueryOptions) => {
    const operations = await context.operations();
    printChecks(context, options, await operations.examine(options));
  });
}
