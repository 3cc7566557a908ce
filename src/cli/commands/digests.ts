import type { Command } from 'commander';
import type { SentDigest } from '../../pipeline/questions.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { spanOf, withSpanOptions } from '../day-option.ts';
import type { Column } from '../format.ts';
import { answer, withQueryOptions } from '../query-command.ts';

const COLUMNS: readonly Column<SentDigest>[] = [
  { heading: 'date', of: (digest) => digest.date },
  { heading: 'subject', of: (digest) => digest.subject, width: 52 },
  { heading: 'changes', of: (digest) => digest.changeCount },
  { heading: 'articles', of: (digest) => digest.articleCount },
  { heading: 'recipients', of: (digest) => digest.recipientCount },
  {
    heading: 'deliveries',
    of: ({ deliveries }) =>
      Object.entries(deliveries)
        .map(([status, count]) => `${count} ${status}`)
        .join(', '),
  },
];

export function addDigestsCommand(program: Command, context: CliContext): void {
  const command = program
    .command('digests')
    .description('digests sent, to how many, with what; newest first')
    .addHelpText('after', '\nExample:\n  caveat digests --since 2024-05-25');
  withQueryOptions(withSpanOptions(command)).action(
    async (options: QueryOptions & { since?: string; until?: string }) => {
      const span = spanOf(options, context.today);
      await answer(context, options, (ask, topic) => ask.listDigests(topic, span), COLUMNS);
    },
  );
}
