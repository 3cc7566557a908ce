import type { Command } from 'commander';
import type { SpokenQuote } from '../../pipeline/questions.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import type { Column } from '../format.ts';
import { answer, withQueryOptions } from '../query-command.ts';

const COLUMNS: readonly Column<SpokenQuote>[] = [
  { heading: 'published', of: (quote) => quote.listedAt.slice(0, 10) },
  { heading: 'speaker', of: (quote) => quote.speaker, width: 20 },
  { heading: 'cue', of: (quote) => quote.cue, width: 14 },
  { heading: 'quote', of: (quote) => quote.content, width: 60 },
  { heading: 'form', of: (quote) => quote.form },
  { heading: 'publisher', of: (quote) => quote.publisher },
];

export function addQuotesCommand(program: Command, context: CliContext): void {
  const command = program
    .command('quotes')
    .description('what a person said, newest first')
    .requiredOption('--speaker <name>', 'full name, without regard to case')
    .addHelpText('after', '\nExample:\n  caveat quotes --speaker "Jens Stoltenberg"');
  withQueryOptions(command).action(async (options: QueryOptions & { speaker: string }) => {
    await answer(context, options, (ask, topic) => ask.listQuotes(topic, options.speaker), COLUMNS);
  });
}
